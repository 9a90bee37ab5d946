import { type DocumentDefinition, type Facts, type Problem, type ProcedureModule, segment } from "@motcua/procedure";
import type { GivenDocument } from "./command.ts";
import { applicableDocuments, documentFaults, type ApplicableDocument } from "./needs.ts";
import { refusal } from "./problems.ts";

/** Documents by id that were handed in or shown at a step; `false` says that one was not. */
export type ReceivedDocuments = Readonly<Record<string, boolean>>;

/** What a step is told of its documents. */
export interface StepReceipt {
  readonly step: string;
  readonly given: readonly GivenDocument[];
  readonly received: ReceivedDocuments;
}

/** The documents a step asks for by these facts that are not there yet: the step goes on once they are. */
export function stepDocuments(module: ProcedureModule, step: string, of: { readonly facts: Facts; readonly given: readonly GivenDocument[] }): readonly DocumentDefinition[] {
  return askedAt(module, step, of.facts).filter((document) => documentFaults(document, find(of.given, document)).length > 0).map(({ definition }) => definition);
}

/** What is wrong with what a step received: a document it does not ask for, and, unless the dossier ends there, one that is missing. */
export function receiptProblems(module: ProcedureModule, facts: Facts, { step, given, received, ends }: StepReceipt & { readonly ends: boolean }): readonly Problem[] {
  const asked = askedAt(module, step, facts);
  const unknown = Object.keys(received).filter((id) => received[id] === true && !asked.some(({ definition }) => definition.id === id));
  const missing = asked.filter((document) => received[document.definition.id] !== true && documentFaults(document, find(given, document)).length > 0);
  return [
    ...unknown.map((id) => refusal("document-unknown", `/received${segment(id)}`)),
    ...(ends ? [] : missing.map(({ definition: { id, name } }) => refusal("document-missing", `/received/${id}`, name))),
  ];
}

/** The documents received at a step as the dossier keeps them: shown, or handed in as many as are asked for. */
export function receivedAt(module: ProcedureModule, facts: Facts, { step, received }: Pick<StepReceipt, "step" | "received">): readonly GivenDocument[] {
  return askedAt(module, step, facts).flatMap(({ definition: { id, mode, copies = { original: 1 } }, quantity }): readonly GivenDocument[] => {
    if (received[id] !== true) return [];
    if (mode === "present") return [{ id, presented: true }];
    const counted = Object.entries(copies).map(([kind, count]) => [kind, kind === "sets" ? count : count * quantity] as const);
    return [{ id, ...Object.fromEntries(counted) }];
  });
}

function askedAt(module: ProcedureModule, step: string, facts: Facts): readonly ApplicableDocument[] {
  return applicableDocuments(module, facts, ({ at, mode }) => at === step && mode !== "lookup").filter(({ quantity }) => quantity > 0);
}

function find(given: readonly GivenDocument[], { definition }: ApplicableDocument): GivenDocument | undefined {
  return given.find(({ id }) => id === definition.id);
}
