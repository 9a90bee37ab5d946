import type { Act } from "@motcua/handlers";
import type { OpenedTask } from "@motcua/dossier";
import type { HumanStep, Procedure, Sample, SampleAct } from "@motcua/procedure";
import { blankRecord } from "./blank-record.ts";

/** What the driver does with an open task: somebody acts, or legal time is let pass. */
export type NextMove =
  | { readonly kind: "act"; readonly by: { readonly role: string } | { readonly unit: string } | "applicant"; readonly act: Act; readonly says: string }
  | { readonly kind: "silence"; readonly until: string; readonly says: string }
  | { readonly kind: "supplement"; readonly role: string; readonly act: Act; readonly after: string; readonly says: string }
  | { readonly kind: "wait" };

/** Options of {@link moveFor}. */
export interface MoveOptions {
  readonly procedure: Procedure;
  readonly sample: Sample;
  /** The form as it was submitted. */
  readonly form: unknown;
  readonly task: OpenedTask;
  /** The sample's act for this step, not used before. */
  readonly scripted: SampleAct | undefined;
  readonly today: string;
}

/** The move for a task: the sample's script where it says something, else the first outcome, the happy path. */
export function moveFor(options: MoveOptions): NextMove {
  const { task, scripted } = options;
  if (scripted?.silence === true && task.due !== undefined) return { kind: "silence", until: task.due, says: "im lặng" };
  switch (task.assignee.kind) {
    case "system":
      return { kind: "wait" };
    case "clock":
      return { kind: "silence", until: task.due ?? task.openedAt, says: "hết thời gian niêm yết" };
    case "unit":
      return {
        kind: "act",
        by: { unit: task.assignee.unit },
        act: { act: "answer", task: task.id, answer: scripted?.outcome === "objected" ? "objected" : "agreed" },
        says: "trả lời",
      };
    case "applicant":
      return { kind: "act", by: "applicant", act: { act: "complete", task: task.id, outcome: outcomeOf(options) }, says: outcomeOf(options) };
    case "role":
      return humanMove(options, task.assignee.role);
  }
}

function humanMove(options: MoveOptions, role: string): NextMove {
  const { task, scripted, sample } = options;
  if (scripted?.supplement !== undefined) {
    const defects = scripted.supplement.reasons.map((text) => ({ text }));
    const act: Act = { act: "request-supplement", task: task.id, defects };
    return { kind: "supplement", role, act, after: scripted.supplement.after, says: "yêu cầu bổ sung" };
  }
  const outcome = outcomeOf(options);
  const record = recordOf(options);
  return {
    kind: "act",
    by: { role },
    act: {
      act: "complete",
      task: task.id,
      outcome,
      ...(record === undefined ? {} : { record }),
      ...(endsDossier(options, outcome) ? { note: "Không đủ điều kiện theo kết quả thẩm tra" } : {}),
      ...(stepOf(options).kind === "return" ? { recipient: { name: ownerName(options), by: returnBy(sample) } } : {}),
    },
    says: outcome,
  };
}

/** What ends a dossier needs its reason. */
function endsDossier(options: MoveOptions, outcome: string): boolean {
  const target = stepOf(options).next[outcome];
  return target === "@stop" || target === "@refuse";
}

function outcomeOf(options: MoveOptions): string {
  return options.scripted?.outcome ?? Object.keys(stepOf(options).next)[0] ?? "";
}

function stepOf({ procedure, task }: MoveOptions): HumanStep {
  return procedure.workflow.steps[task.step] as HumanStep;
}

function recordOf(options: MoveOptions): unknown {
  if (options.scripted?.record !== undefined) return options.scripted.record;
  const { record } = stepOf(options);
  if (record === undefined) return undefined;
  const schema = options.procedure.form.$defs?.[record.split("/").at(-1) ?? ""];
  return schema === undefined ? undefined : blankRecord(schema, options.procedure.form, options.today);
}

function ownerName({ procedure, form }: MoveOptions): string {
  for (const pointer of procedure.parties.owner.name) {
    const value = at(form, pointer);
    if (typeof value === "string") return value;
  }
  return "Người nhận";
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], value);
}

function returnBy(sample: Sample): "counter" | "post" | "online" {
  if (sample.channel === "online") return "online";
  return sample.channel === "post" ? "post" : "counter";
}
