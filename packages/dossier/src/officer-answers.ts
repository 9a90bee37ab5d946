import { type Problem, type ProcedureModule, type Step, type StepKind, type Text, segment } from "@motcua/procedure";
import { declaredId, numberedName } from "./document-entries.ts";
import { documentProblems } from "./needs.ts";
import { refusal } from "./problems.ts";
import type { Unfolding } from "./unfolding.ts";

/** Answers to questions of a procedure, by question. */
export type Answers = Readonly<Record<string, boolean>>;

/** Kinds of step at which officers look into what a dossier is. */
const KINDS: ReadonlySet<StepKind> = new Set(["intake", "task", "inspect"]);

/** The questions officers may answer at a step, by id; an answer given before, at submission or at another step, is replaced. */
export function officerQuestions({ procedure }: ProcedureModule, step: Step): readonly string[] {
  if (!KINDS.has(step.kind) || "by" in step) return [];
  return Object.entries(procedure.questions ?? {}).flatMap(([id, { by }]) => (by === "officer" ? [id] : []));
}

/** Answers that are not the step's to give. Pointers are `/answers/<id>`. */
export function answerProblems(module: ProcedureModule, step: Step, answers: Answers): readonly Problem[] {
  const asked = new Set(officerQuestions(module, step));
  return Object.keys(answers)
    .filter((id) => !asked.has(id))
    .map((id) => refusal("unknown-question", `/answers${segment(id)}`));
}

/**
 * Documents that only these answers make necessary and that were not handed in: a supplement has to ask for them first.
 * Else the applicant would be held to a paper nobody has named to them. The pointer is `/answers`.
 */
export function papersAsked(story: Unfolding, answers: Answers): readonly Problem[] {
  const { module } = story.context;
  const facts = story.facts();
  const missing = (given: Answers) => documentProblems(module, { ...facts, ask: { ...facts.ask, ...given } }, story.state.documents);
  const before = new Set(missing({}).map(({ pointer }) => pointer));
  const asked = missing(answers).filter(({ pointer }) => !before.has(pointer));
  return asked.map(({ pointer }) => refusal("answer-needs-document", "/answers", nameOf(module, pointer.slice("/documents/".length))));
}

function nameOf({ procedure }: ProcedureModule, id: string): Text | undefined {
  const declared = declaredId(id);
  const name = procedure.documents.find((document) => document.id === declared)?.name ?? procedure.documentGroups?.[declared]?.name;
  return name === undefined || declared === id ? name : numberedName(name, { nth: Number(id.slice(declared.length + 1)) });
}
