import { dueDate } from "@motcua/calendar";
import type { FormSchema, HumanStep, Problem, ProcedureModule, Result, Sample, SampleAct } from "@motcua/procedure";
import type { Actor } from "../actor.ts";
import { batchHash, canonicalBatch, NO_PREVIOUS } from "../chain.ts";
import type { Command } from "../command.ts";
import { durationOf } from "../deadlines.ts";
import { decideState } from "../decide.ts";
import { factsAt } from "../dossier-facts.ts";
import type { EventBatch, EventBody, OpenedTask } from "../event.ts";
import { evolve } from "../evolve.ts";
import type { PersonalRecord } from "../personal.ts";
import type { DossierState } from "../state.ts";
import { stepDocuments } from "../step-documents.ts";
import { dongThap } from "./real-procedures.ts";

export const CITIZEN: Actor = { kind: "applicant", id: "citizen" };
export const SYSTEM: Actor = { kind: "system", id: "sweep" };
const SALT = "000102030405060708090a0b0c0d0e0f";

/** One dossier that lives by commands alone: what a store, an engine and people would do around `decide`. */
export class Life {
  readonly module: ProcedureModule;
  readonly sample: Sample;
  readonly bodies: string[] = [];
  at: string;
  /** The state the last decision said it leads to. */
  decided: DossierState | undefined;
  #state: DossierState | undefined;
  personal: PersonalRecord | undefined;

  constructor(module: ProcedureModule, sample: Sample) {
    this.module = module;
    this.sample = sample;
    this.at = sample.submittedAt;
  }

  get state(): DossierState {
    if (this.#state === undefined) throw new Error("not submitted");
    return this.#state;
  }

  get events(): readonly EventBody[] {
    return this.bodies.flatMap((body) => (JSON.parse(body) as EventBatch).events);
  }

  /** Decides and, where it holds, commits. */
  do(command: Command): Result<DossierState> {
    const decided = decideState(command, this.#state, dongThap(this.module, this.personal));
    if (!decided.ok) return decided;
    const last = this.bodies.at(-1);
    const code = command.type === "submit" ? command.code : this.state.code;
    const batch: EventBatch = {
      code, seq: this.bodies.length + 1, at: command.at, actor: command.actor, command: command.type, events: decided.value.events,
      previous: last === undefined ? NO_PREVIOUS : batchHash(last),
    };
    this.bodies.push(canonicalBatch(batch));
    this.#state = evolve(this.#state, batch);
    this.decided = decided.value.state;
    this.personal = decided.value.personal ?? this.personal;
    return { ok: true, value: this.#state };
  }

  submit(change: Partial<Extract<Command, { type: "submit" }>> = {}): Result<DossierState> {
    const { sample } = this;
    const receivingUnit = sample.receivingUnit ?? "H20.015";
    const officer: Actor = { kind: "officer", id: "clerk", unit: receivingUnit, role: "can_bo_tiep_nhan" };
    const online = sample.channel === "online";
    return this.do({
      type: "submit", code: `${receivingUnit}-261005-0001`, actor: online ? CITIZEN : officer, at: this.at, channel: sample.channel, receivingUnit,
      form: sample.form, answers: sample.answers ?? {}, documents: sample.documents, resultBy: "counter", salt: SALT,
      ...(online ? { account: "citizen" } : {}), ...change,
    });
  }

  /** Whoever a task waits for. */
  actorOf(task: OpenedTask): Actor {
    const { assignee } = task;
    switch (assignee.kind) {
      case "role":
        return { kind: "officer", id: assignee.role, unit: assignee.unit, role: assignee.role };
      case "unit":
        return { kind: "officer", id: "consulted", unit: assignee.unit, role: "co_quan_phoi_hop" };
      case "applicant":
        return this.state.account === undefined ? { kind: "officer", id: "clerk", unit: this.state.receivingUnit, role: "can_bo_tiep_nhan" } : CITIZEN;
      default:
        return SYSTEM;
    }
  }

  /** The first open task of a step. @throws when there is none */
  task(step: string): OpenedTask {
    const task = Object.values(this.state.tasks).find((open) => open.step === step);
    if (task === undefined) throw new Error(`${step} is not open; open: ${Object.keys(this.state.tasks).join(", ")}`);
    return task;
  }

  /** Completes a step as its officer would, with the least record it takes. */
  complete(step: string, outcome?: string, more: { readonly record?: unknown; readonly note?: string; readonly answers?: Readonly<Record<string, boolean>> } = {}): Result<DossierState> {
    const task = this.task(step);
    const definition = this.module.procedure.workflow.steps[step] as HumanStep;
    const record = more.record ?? (definition.record === undefined ? undefined : leastRecordOf(this.module.procedure.form, definition.record));
    return this.do({
      type: "complete-task", actor: this.actorOf(task), at: this.at, task: task.id, outcome: outcome ?? Object.keys(definition.next)[0] ?? "",
      ...(record === undefined ? {} : { record }),
      ...(more.note === undefined ? {} : { note: more.note }),
      ...(more.answers === undefined ? {} : { answers: more.answers }),
      ...this.#received(step),
      ...(definition.kind === "return" ? { recipient: { name: "Người Nhận", by: "counter" as const } } : {}),
    });
  }

  /** Whoever comes brings what the step asks for. */
  #received(step: string): { readonly received?: Readonly<Record<string, boolean>> } {
    const { form, answers = {}, records = {} } = this.personal ?? {};
    const facts = factsAt(this.module, { ...this.state, form, answers, records }, this.at);
    const asked = stepDocuments(this.module, step, { facts, given: this.state.documents });
    return asked.length === 0 ? {} : { received: Object.fromEntries(asked.map(({ id }) => [id, true])) };
  }

  /** Goes on by the sample's script, or the first outcomes, until the dossier has ended, or stands at a step. */
  toTheEnd(step?: string): void {
    const script = [...(this.sample.script ?? [])];
    for (let acts = 0; acts < 60 && this.state.endedAt === undefined; acts += 1) {
      const [task] = Object.values(this.state.tasks);
      if (task === undefined) throw new Error("nothing is open");
      if (Object.values(this.state.tasks).some((open) => open.step === step)) return;
      const act = script.find(({ step }) => step === task.step);
      const asked = Object.values(this.state.tasks).filter(({ step }) => step === task.step).length;
      if (act !== undefined && asked === 1) script.splice(script.indexOf(act), 1);
      if (task.step === this.module.procedure.workflow.start && this.sample.acceptedAt !== undefined) this.at = this.sample.acceptedAt;
      must(this.#next(task, act));
    }
  }

  #next(task: OpenedTask, act: SampleAct | undefined): Result<DossierState> {
    if (act?.after !== undefined) this.at = dueDate({ start: this.at, limit: durationOf(act.after), calendar: dongThap(this.module).calendar, mode: "SAME_TIME" }).due;
    if (act?.silence === true || task.assignee.kind === "clock") {
      this.at = later(task.due ?? this.at, 60_000);
      return this.do({ type: "time-out", actor: SYSTEM, at: this.at, task: task.id });
    }
    if (act?.supplement !== undefined) return this.#supplement(task, act.supplement);
    if (task.assignee.kind === "unit") {
      return this.do({ type: "answer-consultation", actor: this.actorOf(task), at: this.at, task: task.id, answer: act?.outcome === "objected" ? "objected" : "agreed" });
    }
    if (task.assignee.kind === "system") return this.do({ type: "register-result", actor: SYSTEM, at: this.at, task: task.id, outcome: "done", reference: "R-1" });
    return this.#byPerson(task, act ?? {});
  }

  /** What ends a dossier needs its reason. */
  #byPerson(task: OpenedTask, { outcome, record }: SampleAct): Result<DossierState> {
    const next = Object.entries(this.module.procedure.workflow.steps[task.step]?.next ?? {});
    const ends = next.some(([name, target]) => name === outcome && (target === "@stop" || target === "@refuse"));
    return this.complete(task.step, outcome, { ...(record === undefined ? {} : { record }), ...(ends ? { note: "Không đủ điều kiện" } : {}) });
  }

  #supplement(task: OpenedTask, { reasons, after }: NonNullable<SampleAct["supplement"]>): Result<DossierState> {
    const { calendar } = dongThap(this.module);
    // Officers ask and applicants come in working hours, also after a night's silence.
    this.at = dueDate({ start: this.at, limit: { value: 0, unit: "min" }, calendar }).due;
    must(this.do({ type: "request-supplement", actor: this.actorOf(task), at: this.at, task: task.id, defects: reasons.map((text) => ({ text })) }));
    this.at = dueDate({ start: this.at, limit: durationOf(after), calendar, mode: "SAME_TIME" }).due;
    const actor: Actor = this.state.account === undefined ? { kind: "officer", id: "clerk", unit: this.state.receivingUnit, role: "can_bo_tiep_nhan" } : CITIZEN;
    return this.do({ type: "supplement", actor, at: this.at, documents: [] });
  }
}

/** The value of a result that has to hold. @throws naming every problem */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ code, pointer }: Problem) => `${code} ${pointer}`).join(", "));
}

export function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** The least record a step takes: every required member with its first choice. */
export function leastRecordOf(form: FormSchema, reference: string): unknown {
  const schema = form.$defs?.[reference.slice(reference.lastIndexOf("/") + 1)] ?? {};
  return Object.fromEntries((schema.required ?? []).map((key) => [key, leastValue(schema.properties?.[key] ?? {})]));
}

function leastValue({ type, enum: values, const: fixed, minimum, format }: FormSchema): unknown {
  if (fixed !== undefined) return fixed;
  if (values !== undefined) return values[0];
  if (type === "boolean") return true;
  if (type === "integer") return minimum ?? 0;
  if (type === "array") return [];
  return format === "date" ? "2026-10-05" : "Đã kiểm tra";
}
