import { dueAt, parseDuration } from "@motcua/calendar";
import { type Actor, type Command, decideState, type DecideContext, type DossierState, factsAt, type OpenedTask, type PersonalRecord, stepDocuments, unitOfRole } from "@motcua/dossier";
import type { DurationText, Problem, Sample } from "@motcua/procedure";
import { moveFor, type NextMove } from "../drive/act-on-task.ts";
import { Script } from "../drive/script.ts";
import type { RehearsalPlace } from "./rehearsal-place.ts";
import { sampleProblem } from "./sample-problem.ts";

/** How a sample's dossier went. */
export interface Rehearsal {
  /** The dossier as far as it came; absent where it was not taken in. */
  readonly state?: DossierState;
  readonly personal?: PersonalRecord;
  /** Due date printed at acceptance (form 01). */
  readonly printedDue?: string;
  /** Why it did not come to its end, and acts nobody came to. Pointers are into the sample. */
  readonly problems: readonly Problem[];
}

const ACTS_AT_MOST = 200;
const MINUTE_MS = 60_000;
const SYSTEM: Actor = { kind: "system", id: "rehearsal" };
const APPLICANT: Actor = { kind: "applicant", id: "applicant" };

/**
 * Takes a sample from its submission to its end through the code that decides of dossiers, on the sample's own dates:
 * whoever has a task acts on it by the script or the happy path, other systems answer that it is done, and silence
 * speaks when its time is out. No shop runs, nothing is written.
 */
export function rehearseSample(sample: Sample, place: RehearsalPlace): Rehearsal {
  return new Run(sample, place).toTheEnd();
}

/** What ends a rehearsal before the dossier has ended. */
class Stuck extends Error {
  override readonly name = "Stuck";
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

type Body = Command extends infer Each ? (Each extends Command ? Omit<Each, "actor" | "at"> : never) : never;

/** One open task, with the act of the script it is done by. */
interface Turn {
  readonly task: OpenedTask;
  readonly state: DossierState;
  /** JSON Pointer of the act, of the script where it has none. */
  readonly at: string;
  /** Outcome the script gives, for another system. */
  readonly outcome: string;
}

class Run {
  readonly #sample: Sample;
  readonly #place: RehearsalPlace;
  readonly #script: Script;
  /** The instant of the next act, milliseconds, and the same in ISO 8601. */
  #now = 0;
  #at = "";
  #state: DossierState | undefined;
  #personal: PersonalRecord | undefined;
  #printedDue: string | undefined;

  constructor(sample: Sample, place: RehearsalPlace) {
    this.#sample = sample;
    this.#place = place;
    this.#script = new Script(sample);
    this.#waitUntil(Date.parse(sample.submittedAt));
  }

  toTheEnd(): Rehearsal {
    const problems = this.#acted();
    return {
      ...(this.#state === undefined ? {} : { state: this.#state }),
      ...(this.#personal === undefined ? {} : { personal: this.#personal }),
      ...(this.#printedDue === undefined ? {} : { printedDue: this.#printedDue }),
      problems,
    };
  }

  #acted(): readonly Problem[] {
    try {
      this.#submit();
      for (let acts = 0; this.#open !== undefined; acts += 1) {
        if (acts >= ACTS_AT_MOST) return [sampleProblem("sample-without-end", "/expected/outcome", { count: String(ACTS_AT_MOST) })];
        this.#next(this.#open);
      }
    } catch (error) {
      if (error instanceof Stuck) return [error.problem];
      throw error;
    }
    return this.#script.left.map(({ act, index }) => sampleProblem("sample-act-unreached", `/script/${index}`, { step: act.step ?? "–" }));
  }

  /** The dossier while it has not ended. */
  get #open(): DossierState | undefined {
    return this.#state?.endedAt === undefined ? this.#state : undefined;
  }

  #submit(): void {
    const { form, channel, answers = {}, documents, receivingUnit = this.#place.province.units[0]?.code ?? "" } = this.#sample;
    const online = channel === "online";
    const actor = online ? APPLICANT : desk(receivingUnit);
    const resultBy = online ? "online" : channel === "post" ? "post" : "counter";
    this.#do(actor, { type: "submit", code: this.#sample.id, channel, receivingUnit, form, answers, documents, resultBy, salt: "0".repeat(32), ...(online ? { account: APPLICANT.id } : {}) }, "/expected/outcome");
  }

  #next(state: DossierState): void {
    if (state.phase === "supplement") return this.#do(applicantOf(state), { type: "supplement", documents: state.documents }, "/script");
    const tasks = Object.values(state.tasks);
    const [task] = tasks;
    if (task === undefined) throw new Stuck(sampleProblem("sample-without-end", "/expected/outcome", { count: "0" }));
    const found = this.#script.at(task.step);
    const at = found === undefined ? "/script" : `/script/${found.index}`;
    if (found?.act.withdraw === true) {
      this.#script.use(found, 1);
      return this.#do(applicantOf(state), { type: "withdraw" }, at);
    }
    const move = moveFor({ received: this.#received(task), module: this.#place.module, sample: this.#sample, task, scripted: found?.act, records: this.#personal?.records ?? {}, at: this.#at });
    if (found !== undefined) this.#script.use(found, tasks.filter((open) => open.step === task.step).length);
    if (found?.act.after !== undefined) this.#waitUntil(this.#later(found.act.after) - MINUTE_MS);
    this.#make(move, { task, state, at, outcome: found?.act.outcome ?? "done" });
  }

  /** Whoever comes brings what the step asks for. */
  #received({ step }: OpenedTask): readonly string[] {
    const [state, personal] = [this.#state, this.#personal];
    const { module } = this.#place;
    if (state === undefined || personal === undefined || !module.procedure.documents.some(({ at }) => at === step)) return [];
    const { form, answers, records } = personal;
    const facts = factsAt(module, { ...state, form, answers, records }, this.#at);
    return stepDocuments(module, step, { facts, given: state.documents }).map(({ id }) => id);
  }

  #make(move: NextMove, { task, state, at, outcome }: Turn): void {
    switch (move.kind) {
      case "wait":
        return this.#do(SYSTEM, { type: "register-result", task: task.id, outcome: outcome as "done" }, at);
      case "silence":
        return this.#silence(move.until, { at, step: task.step });
      case "supplement":
        this.#takeUp(task, state);
        this.#do(this.#officerOf(task), commandOf(move.act), at);
        // Who has a window keeps it, if only just.
        this.#waitUntil(this.#later(move.after) - MINUTE_MS);
        return undefined;
      case "act":
        this.#takeUp(task, state);
        return this.#do(move.by === "applicant" ? applicantOf(state) : this.#officerOf(task), commandOf(move.act), at);
    }
  }

  /** Intake takes place when the sample says. */
  #takeUp(task: OpenedTask, state: DossierState): void {
    const { acceptedAt } = this.#sample;
    if (acceptedAt !== undefined && state.acceptedAt === undefined && task.step === this.#place.module.procedure.workflow.start) this.#waitUntil(Date.parse(acceptedAt));
  }

  /** Time runs out, for everybody who was asked; whoever goes on from there comes to work the next day. */
  #silence(until: string, { at, step }: { readonly at: string; readonly step: string }): void {
    this.#waitUntil(Date.parse(until) + MINUTE_MS);
    const over = new Set<string>();
    for (const id of Object.keys(this.#state?.tasks ?? {})) {
      const task = this.#open?.tasks[id];
      if (task?.due === undefined || task.onDue === undefined || Date.parse(task.due) > this.#now) continue;
      if (task.step !== step) over.add(task.step);
      this.#do(SYSTEM, { type: "time-out", task: id }, at);
    }
    // Silence kept side by side was kept as long as the longest.
    for (const other of over) {
      const kept = this.#script.at(other);
      if (kept?.act.silence === true) this.#script.use(kept, 1);
    }
    this.#waitUntil(this.#later("1min"));
  }

  #do(actor: Actor, body: Body, pointer: string): void {
    const at = this.#at;
    const decision = decideState({ ...body, actor, at }, this.#state, this.#context());
    if (!decision.ok) throw new Stuck(refused(pointer, this.#stepOf(body), decision.problems));
    const { state, personal = this.#personal } = decision.value;
    this.#state = state;
    this.#personal = personal;
    this.#printedDue ??= state.firstDue;
  }

  /** Who does a task: an office has somebody for each of its steps. What objects to a posting is entered by whoever keeps it. */
  #officerOf({ assignee, step }: OpenedTask): Actor {
    const unit = "unit" in assignee ? assignee.unit : "";
    const officer = { kind: "officer", id: `officer ${step}` } as const;
    if (assignee.kind !== "clock") return { ...officer, unit, role: assignee.kind === "role" ? assignee.role : "" };
    const { module } = this.#place;
    const posting = module.procedure.workflow.steps[step];
    const role = posting?.kind === "wait" ? posting.role : "";
    if (this.#state === undefined || this.#personal === undefined) return { ...officer, unit, role };
    return { ...officer, role, unit: unitOfRole({ procedure: module.procedure, state: this.#state, personal: this.#personal, context: this.#context() }, role) };
  }

  #stepOf(body: Body): string {
    return ("task" in body ? this.#state?.tasks[body.task]?.step : undefined) ?? body.type;
  }

  #context(): DecideContext {
    const context = this.#place.contextOf(this.#state?.competentUnit ?? this.#sample.receivingUnit);
    return this.#personal === undefined ? context : { ...context, personal: this.#personal };
  }

  #waitUntil(now: number): void {
    this.#now = now;
    this.#at = new Date(now).toISOString();
  }

  /** When a time from now has passed, by the calendar of the receiving unit. */
  #later(time: DurationText): number {
    const limit = parseDuration(time);
    if (limit === undefined) throw new RangeError(`${time} is not a duration`);
    return Date.parse(dueAt({ start: this.#at, limit, calendar: this.#place.calendarOf(this.#sample.receivingUnit) }));
  }
}

function desk(unit: string): Actor {
  return { kind: "officer", id: "desk", unit, role: "" };
}

/** Who has no account comes to the counter. */
function applicantOf({ account, receivingUnit }: DossierState): Actor {
  return account === undefined ? desk(receivingUnit) : APPLICANT;
}

const TYPES: Readonly<Record<string, Command["type"]>> = { complete: "complete-task", answer: "answer-consultation" };

/** The command an act of a driver means. */
function commandOf({ act, ...rest }: Extract<NextMove, { readonly act: unknown }>["act"]): Body {
  return { ...rest, type: TYPES[act] ?? act } as Body;
}

function refused(pointer: string, step: string, problems: readonly Problem[]): Problem {
  const codes = [...new Set(problems.map((problem) => `${problem.code} ${problem.pointer}`.trim()))].join(", ");
  return sampleProblem("sample-act-refused", pointer, { step, codes });
}
