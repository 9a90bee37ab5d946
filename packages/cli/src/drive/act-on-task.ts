import { localDate } from "@motcua/calendar";
import type { Act } from "@motcua/handlers";
import { factsAt, type OpenedTask, valueAt } from "@motcua/dossier";
import { evaluate, type HumanStep, type ProcedureModule, type Sample, type SampleAct } from "@motcua/procedure";
import { blankRecord } from "./blank-record.ts";

/** What the driver does with an open task: somebody acts, or legal time is let pass. */
export type NextMove =
  | { readonly kind: "act"; readonly by: { readonly role: string } | { readonly unit: string } | "applicant"; readonly act: Act; readonly says: string }
  | { readonly kind: "silence"; readonly until: string; readonly says: string }
  | { readonly kind: "supplement"; readonly role: string; readonly act: Act; readonly after: string; readonly says: string }
  | { readonly kind: "wait" };

/** Options of {@link moveFor}. */
export interface MoveOptions {
  readonly module: ProcedureModule;
  /** With the form as it was submitted. */
  readonly sample: Sample;
  readonly task: OpenedTask;
  /** The sample's act for this step, not used before. */
  readonly scripted: SampleAct | undefined;
  /** What was recorded at the steps before, by step. */
  readonly records: Readonly<Record<string, unknown>>;
  /** When the move is made, ISO 8601. */
  readonly at: string;
  /** Documents the step asks for that are not there yet. */
  readonly received: readonly string[];
}

/** The move for a task: the sample's script where it says something, else the happy path: the first outcome that what is recorded allows. */
export function moveFor(options: MoveOptions): NextMove {
  const { task, scripted } = options;
  if (scripted?.silence === true && task.due !== undefined) return { kind: "silence", until: task.due, says: "im lặng" };
  switch (task.assignee.kind) {
    case "system":
      return { kind: "wait" };
    case "clock":
      return waitMove(options);
    case "unit":
      return {
        kind: "act",
        by: { unit: task.assignee.unit },
        act: { act: "answer", task: task.id, answer: scripted?.outcome === "objected" ? "objected" : "agreed" },
        says: "trả lời",
      };
    case "applicant":
      return applicantMove(options);
    case "role":
      return humanMove(options, task.assignee.role);
  }
}

/** A wait runs out by itself, unless the script has somebody end it. */
function waitMove({ module, task, scripted }: MoveOptions): NextMove {
  const step = module.procedure.workflow.steps[task.step];
  const outcome = scripted?.outcome ?? "elapsed";
  const said = step?.kind === "wait" && step.for !== "posting" ? { over: `hết thời gian: ${step.for.vi}`, ended: step.outcomes?.[outcome]?.vi ?? outcome } : POSTING;
  if (outcome === "elapsed" || step?.kind !== "wait") return { kind: "silence", until: task.due ?? task.openedAt, says: said.over };
  const act: Act = { act: "complete", task: task.id, outcome, note: said.ended };
  return { kind: "act", by: { role: step.role }, act, says: outcome };
}

const POSTING = { over: "hết thời gian niêm yết", ended: "Có ý kiến phản đối trong thời gian niêm yết" };

/** What the applicant confirms, or tells of the work they were given. */
function applicantMove(options: MoveOptions): NextMove {
  const record = recordOf(options);
  const outcome = outcomeOf(options, record);
  const note = endsDossier(options, outcome) ? { note: "Người nộp không tiếp tục" } : {};
  return { kind: "act", by: "applicant", act: { act: "complete", task: options.task.id, outcome, ...(record === undefined ? {} : { record }), ...note }, says: outcome };
}

function humanMove(options: MoveOptions, role: string): NextMove {
  const { task, scripted, sample } = options;
  if (scripted?.supplement !== undefined) {
    const defects = scripted.supplement.reasons.map((text) => ({ text }));
    const act: Act = { act: "request-supplement", task: task.id, defects };
    return { kind: "supplement", role, act, after: scripted.supplement.after, says: "yêu cầu bổ sung" };
  }
  const record = recordOf(options);
  const outcome = outcomeOf(options, record);
  return {
    kind: "act",
    by: { role },
    act: {
      act: "complete",
      task: task.id,
      outcome,
      ...(record === undefined ? {} : { record }),
      ...(options.received.length === 0 ? {} : { received: Object.fromEntries(options.received.map((id) => [id, true])) }),
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

function outcomeOf(options: MoveOptions, record?: unknown): string {
  if (options.scripted?.outcome !== undefined) return options.scripted.outcome;
  const outcomes = Object.keys(stepOf(options).next);
  return outcomes.find((outcome) => isAllowed(options, outcome, record)) ?? outcomes[0] ?? "";
}

/** Whether an outcome agrees with what is recorded, by the step's `outcomeWhen`. */
function isAllowed({ module, sample, task, records, at }: MoveOptions, outcome: string, record: unknown): boolean {
  const when = `/workflow/steps/${task.step}/outcomeWhen/${outcome}`;
  if (module.expressions[when] === undefined) return true;
  const known = record === undefined ? records : { ...records, [task.step]: record };
  const facts = factsAt(module, { form: sample.form, channel: sample.channel, submittedAt: sample.submittedAt, answers: sample.answers ?? {}, records: known }, at);
  return evaluate(module, when, { ...facts, record }, true);
}

function stepOf({ module, task }: MoveOptions): HumanStep {
  return module.procedure.workflow.steps[task.step] as HumanStep;
}

function recordOf(options: MoveOptions): unknown {
  if (options.scripted?.record !== undefined) return options.scripted.record;
  const { record } = stepOf(options);
  if (record === undefined) return undefined;
  const { form } = options.module.procedure;
  const schema = form.$defs?.[record.split("/").at(-1) ?? ""];
  return schema === undefined ? undefined : blankRecord(schema, form, localDate(options.at));
}

function ownerName({ module, sample }: MoveOptions): string {
  const names = module.procedure.parties.owner.name.map((pointer) => valueAt(sample.form, pointer));
  return names.find((name) => typeof name === "string") ?? "Người nhận";
}

function returnBy(sample: Sample): "counter" | "post" | "online" {
  if (sample.channel === "online") return "online";
  return sample.channel === "post" ? "post" : "counter";
}
