import { localDate } from "@motcua/calendar";
import { type BranchStatus, evaluate, type Facts, type ProcedureModule, type Sample, type Step, type StepKind } from "@motcua/procedure";
import type { Actor } from "../../actor.ts";
import type { DecideContext } from "../../decide.ts";
import type { SettledFee } from "../../event.ts";
import { valueAt } from "../../form-value.ts";
import { shadowParties, type ShadowParty } from "./shadow-parties.ts";
import { whoOf, type ShadowTask } from "./shadow-task.ts";
import { goTo, type Ground, type Moved, type Token } from "./shadow-route.ts";

/** Time somebody held the dossier, as the model saw it. */
export interface ShadowHeld {
  tasks: number;
  late: number;
  minutes: number;
}

type Phase = "submitted" | "processing" | "supplement" | "finished" | "returned" | "refused" | "withdrawn" | "stopped";

/** A dossier as a few plain facts that change in place: what the product says is held against it. */
export class Shadow {
  readonly module: ProcedureModule;
  readonly sample: Sample;
  readonly account: string | undefined;
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly #unitOfCommune: DecideContext["unitOfCommune"];
  phase: Phase = "submitted";
  seq = 1;
  generation = 1;
  ended = false;
  tokens: readonly Token[] = [];
  /** What became of branches, by `fork/branch`. */
  readonly branches = new Map<string, BranchStatus>();
  tasks = new Map<string, ShadowTask>();
  records: Record<string, unknown> = {};
  answered = new Map<string, string>();
  signed = new Set<string>();
  sealed = new Set<string>();
  /** Papers received at the steps that ask for them. */
  readonly received = new Set<string>();
  supplements = 0;
  acceptedAt: number | undefined;
  finishedAt: number | undefined;
  pausedSince: number | undefined;
  /** The end as the indicators count it, with its status. */
  end: { readonly at: number; readonly status: number } | undefined;
  withdrawn: "before-acceptance" | "after-acceptance" | undefined;
  /** Milliseconds of pauses that moved no due date. */
  uncounted = 0;
  held = new Map<string, ShadowHeld>();
  /** Every task there was, with who held it, from when until when. */
  readonly intervals: { readonly id: string; readonly who: string; readonly from: number; until: number }[] = [];
  /** Due dates there was a mark for. */
  readonly marked = { soon: new Set<number>(), late: new Set<number>() };
  /** Who held the dossier when it became late. */
  becameLate: string[] = [];
  /** Since when the due date is what it is. */
  dueSince = 0;
  extension: { readonly task: string; readonly by: string; readonly until: number } | undefined;
  extensions = 0;
  corrections = 0;
  /** Fees by what became of them; those that were settled by somebody stay so. */
  payments = new Map<string, { state: "due" | "paid" | "waived" | "refund-due" | "refunded"; vnd: number | null; settled: boolean }>();
  delivery: "none" | "ready" | "posted" | "delivered" = "none";
  /** Numbers of the changes the portal has not acknowledged, with what it said. */
  unsynced: { readonly change: number; said: string }[] = [];
  changes = 0;
  confirmed = false;
  rating: number | undefined;
  /** When each result was signed, and at which step; `top` outside forks. */
  signedAt = new Map<string, { readonly step: string; readonly seq: number; readonly top: boolean }>();
  #requested: number | undefined;
  /** What a withdrawal interrupted: where the dossier stood, whether a supplement was awaited, and until when. */
  #left: { readonly tokens: readonly Token[]; readonly awaited: boolean; readonly window: number | undefined } | undefined;

  constructor(of: { readonly module: ProcedureModule; readonly sample: Sample; readonly account: string | undefined; readonly receivingUnit: string; readonly competentUnit: string; readonly unitOfCommune: DecideContext["unitOfCommune"] }) {
    this.module = of.module;
    this.sample = of.sample;
    this.account = of.account;
    this.receivingUnit = of.receivingUnit;
    this.competentUnit = of.competentUnit;
    this.#unitOfCommune = of.unitOfCommune;
    const at = Date.parse(of.sample.submittedAt);
    this.#arrive(goTo(this.ground(at), of.module.procedure.workflow.start, { path: [], others: [] }), at);
  }

  step(id: string): Step | undefined {
    return this.module.procedure.workflow.steps[id];
  }

  kind(task: ShadowTask): StepKind | undefined {
    return this.step(task.step)?.kind;
  }

  facts(at: number): Facts {
    const { procedure } = this.module;
    const empty = Object.entries(procedure.workflow.steps).flatMap(([id, step]) => ("record" in step && step.record !== undefined ? [[id, {}] as const] : []));
    const day = (time: number) => localDate(new Date(time).toISOString());
    return {
      form: this.sample.form, channel: this.sample.channel, today: day(at), submittedOn: day(Date.parse(this.sample.submittedAt)),
      steps: { ...Object.fromEntries(empty), ...this.records },
      branches: this.#branchFacts(),
      ask: { ...Object.fromEntries(Object.keys(procedure.questions ?? {}).map((id) => [id, false])), ...this.sample.answers },
    };
  }

  ground(at: number): Ground {
    const facts = this.facts(at);
    const holds = (id: string) => {
      const [fork = "", branch] = id.split(".");
      if (branch !== undefined) return this.#applies(fork, branch, facts);
      const step = this.step(id);
      if (step === undefined || !evaluate(this.module, `/workflow/steps/${id}/when`, facts, step.when === undefined)) return false;
      return step.kind !== "consult" || this.#asked(id, facts).length > 0;
    };
    return { steps: this.module.procedure.workflow.steps, holds, branches: this.branches };
  }

  #applies(fork: string, branch: string, facts: Facts): boolean {
    const step = this.step(fork);
    return step?.kind === "fork" && evaluate(this.module, `/workflow/steps/${fork}/branches/${branch}/when`, facts, step.branches[branch]?.when === undefined);
  }

  #branchFacts(): NonNullable<Facts["branches"]> {
    const forks = Object.entries(this.module.procedure.workflow.steps).flatMap(([id, step]) => (step.kind === "fork" ? [[id, Object.keys(step.branches)] as const] : []));
    return Object.fromEntries(forks.map(([fork, names]) => [fork, Object.fromEntries(names.map((name) => [name, this.branches.get(`${fork}/${name}`) ?? ""] as const))]));
  }

  /** Whether another open step than this one holds the clock. */
  heldBesides(id: string): boolean {
    return this.tokens.some(({ step }) => step !== id && this.#holdsClock(step));
  }

  #holdsClock(id: string): boolean {
    const step = this.step(id);
    const { payment = "NONE", acceptance } = this.module.procedure.clock;
    const first = this.acceptedAt === undefined;
    const paying = step?.kind === "pay" && (first ? acceptance !== undefined : payment !== "NONE");
    return paying || (step?.offClock !== undefined && !first);
  }

  unitOf(role: string): { readonly unit: string; readonly of?: string } {
    const unit = this.module.procedure.roles[role]?.unit;
    if (unit === "receiving") return { unit: this.receivingUnit };
    const commune = typeof unit === "object" ? valueAt(this.sample.form, unit.at) : undefined;
    if (typeof commune !== "string") return { unit: this.competentUnit };
    const found = this.#unitOfCommune(commune);
    return found === undefined ? { unit: this.competentUnit, of: commune } : { unit: found };
  }

  isFor(task: ShadowTask, actor: Actor): boolean {
    const { assignee } = task;
    const step = this.step(task.step);
    const officerOf = (unit: string, role?: string) => actor.kind === "officer" && actor.unit === unit && (role === undefined || actor.role === role);
    if (assignee.kind === "role") return officerOf(assignee.unit, assignee.role);
    if (assignee.kind === "unit") return officerOf(assignee.unit);
    if (assignee.kind === "applicant") return this.isApplicant(actor);
    if (assignee.kind === "clock") return step?.kind === "wait" && officerOf(this.unitOf(step.role).unit, step.role);
    return actor.kind === "system";
  }

  isApplicant(actor: Actor): boolean {
    return actor.kind === "applicant" || (this.account === undefined && actor.kind === "officer" && actor.unit === this.receivingUnit);
  }

  /** Moves on from a step. */
  complete(step: string, outcome: string, at: number): void {
    const definition = this.step(step);
    if (definition?.kind === "intake" && outcome === "accept" && this.acceptedAt === undefined) [this.acceptedAt, this.phase, this.uncounted] = [at, "processing", 0];
    const token = this.tokens.find((each) => each.step === step);
    const target = (definition?.next as Readonly<Record<string, string>>)[outcome] ?? "@refuse";
    this.tokens = this.tokens.filter((each) => each !== token);
    for (const key of this.answered.keys()) if (key.startsWith(`${step}/`)) this.answered.delete(key);
    this.#arrive(goTo(this.ground(at), target, { path: token?.path ?? [], others: this.tokens }), at);
  }

  /** Takes a task away from whoever holds it. */
  close(id: string, at: number, late = false): void {
    const task = this.tasks.get(id);
    if (task === undefined) return;
    this.tasks.delete(id);
    if (this.extension?.task === id) this.extension = undefined;
    for (const interval of this.intervals) if (interval.id === id) interval.until = Math.min(interval.until, at);
    if (task.step === "@supplement") return;
    this.#add(whoOf(task), at - task.since, late);
  }

  request(at: number, windowed: boolean): void {
    this.phase = "supplement";
    this.supplements += 1;
    this.#requested = at;
    this.pausedSince ??= at;
    for (const id of this.tasks.keys()) this.close(id, at);
    if (windowed) this.put({ id: `@supplement@${this.seq}`, step: "@supplement", assignee: { kind: "applicant" }, since: at });
  }

  supplied(at: number): void {
    this.phase = this.acceptedAt === undefined ? "submitted" : "processing";
    this.answerRequest(at);
    for (const id of this.tasks.keys()) this.close(id, at);
    this.generation += 1;
    for (const { step } of this.tokens) this.#open(step, at);
  }

  /** Until when a withdrawal may be taken back where a supplement was awaited with a window. */
  get window(): number | undefined {
    return this.#left?.window;
  }

  /** Takes a withdrawal back: where it stood, or still waiting for the supplement. */
  revive(at: number): void {
    const left = this.#left;
    if (left === undefined) throw new Error("not withdrawn");
    const { awaited } = left;
    this.refunds("paid");
    [this.ended, this.end, this.withdrawn, this.tokens, this.dueSince] = [false, undefined, undefined, left.tokens, at];
    this.phase = awaited ? "supplement" : "processing";
    if (!awaited) {
      this.generation += 1;
      for (const { step } of this.tokens) this.#open(step, at);
      return;
    }
    this.#requested = at;
    if (left.window !== undefined) this.put({ id: `@supplement@${this.seq}`, step: "@supplement", assignee: { kind: "applicant" }, since: at });
  }

  /** Fees as they were settled, at submission or anew at acceptance. */
  ask(fees: readonly SettledFee[]): void {
    const settled = [...this.payments].filter(([, payment]) => payment.settled);
    const asked = fees.filter(({ vnd, waived }) => vnd !== 0 || waived === true);
    this.payments = new Map(asked.map(({ id, vnd, waived }) => [id, { state: waived === true ? ("waived" as const) : ("due" as const), vnd: waived === true ? 0 : vnd, settled: false }]));
    for (const [id, payment] of settled) this.payments.set(id, payment);
  }

  settle(fee: string, state: "paid" | "waived", vnd: number): void {
    this.payments.set(fee, { state, vnd, settled: true });
  }

  /** What a pay step settles: what is due before the result and has an amount. */
  pay(outcome: string): void {
    for (const [id, { state, vnd }] of this.payments) {
      if (state === "due" && vnd !== null && !this.atReturn(id)) this.settle(id, outcome === "waived" ? "waived" : "paid", outcome === "waived" ? 0 : vnd);
    }
  }

  /** Whether a fee is collected when the result is handed over. */
  atReturn(id: string): boolean {
    return this.module.procedure.fees.some((fee) => fee.id === id && fee.collect === "return");
  }

  put(task: ShadowTask): void {
    this.tasks.set(task.id, task);
    this.intervals.push({ id: task.id, who: `${whoOf(task)}/${task.step}`, from: task.since, until: Number.POSITIVE_INFINITY });
  }

  /** Back to the step that was signed first, its results and those after it void. */
  correct(step: string, voided: readonly string[], at: number): void {
    [this.phase, this.finishedAt, this.delivery] = ["processing", undefined, "none"];
    this.corrections += 1;
    for (const id of this.tasks.keys()) this.close(id, at);
    for (const result of voided) {
      this.signed.delete(result);
      this.sealed.delete(result);
      this.signedAt.delete(result);
    }
    this.generation += 1;
    this.tokens = [{ step, path: [] }];
    this.#open(step, at);
  }

  answerRequest(at: number): void {
    if (this.#requested !== undefined) this.#add("applicant//", at - this.#requested, false);
    this.#requested = undefined;
  }

  /** Whether the law's clock has run its course. */
  isOver(): boolean {
    return this.ended || this.finishedAt !== undefined || this.corrections > 0;
  }

  /** The clock runs on. `moved` where the due date took the pause up. */
  resume(at: number, moved: boolean): void {
    if (this.pausedSince !== undefined && !moved && !this.isOver()) this.uncounted += at - this.pausedSince;
    this.pausedSince = undefined;
  }

  /** Ends the dossier before its result. */
  endAs(phase: "refused" | "stopped" | "withdrawn", at: number, window?: number): void {
    const status = { refused: 3, stopped: 8, withdrawn: 7 }[phase];
    if (phase === "withdrawn") this.withdrawn = this.acceptedAt === undefined ? "before-acceptance" : "after-acceptance";
    if (this.withdrawn !== "before-acceptance") this.#endsAt(this.pausedSince ?? at, status);
    if (phase === "withdrawn") this.#left = { tokens: this.tokens, awaited: this.phase === "supplement", window };
    this.answerRequest(at);
    for (const id of this.tasks.keys()) this.close(id, at);
    [this.phase, this.ended, this.tokens] = [phase, true, []];
    this.owe();
  }

  /** What was paid and is refundable is owed. */
  owe(): void {
    const refundable = this.module.procedure.fees.filter((fee) => fee.refundable === true).map(({ id }) => id);
    for (const [id, payment] of this.payments) if (payment.state === "paid" && payment.vnd !== 0 && refundable.includes(id)) payment.state = "refund-due";
  }

  /** What becomes of what is owed. */
  refunds(becomes: "paid" | "refunded"): void {
    for (const payment of this.payments.values()) if (payment.state === "refund-due") payment.state = becomes;
  }

  returned(at: number): void {
    [this.phase, this.delivery] = ["returned", "delivered"];
    this.#endsAt(at, 10);
  }

  finish(at: number): void {
    if (this.extension !== undefined) this.close(this.extension.task, at);
    this.finishedAt ??= at;
    [this.phase, this.delivery] = ["finished", "ready"];
    this.#endsAt(at, 9);
  }

  /** Status of the national portal, told anew from the phase and the kinds of the open steps. */
  nationalStatus(): number {
    const fixed: Partial<Record<Phase, number>> = { supplement: 5, refused: 3, withdrawn: 7, stopped: 8, returned: 10 };
    const open = this.tokens.flatMap(({ step }) => this.step(step) ?? []);
    if (this.confirmed) return 8;
    if (fixed[this.phase] !== undefined) return fixed[this.phase] ?? 0;
    if (this.acceptedAt === undefined) return open.some(({ kind }) => kind === "pay") ? 6 : 1;
    if (open.length === 0) return this.phase === "finished" ? 9 : 2;
    return Math.min(...open.map(({ status, kind }) => status ?? (kind === "pay" ? 6 : kind === "return" ? 9 : 4)));
  }

  #arrive({ opened, ended, over = [] }: Moved, at: number): void {
    const left = (token: Token) => token.path.some((place) => over.includes(place));
    for (const { id, step } of this.tasks.values()) if (this.tokens.some((token) => token.step === step && left(token))) this.close(id, at);
    this.tokens = this.tokens.filter((token) => !left(token));
    if (ended === "completed") {
      if (this.phase !== "returned" && this.finishedAt === undefined) this.finish(at);
      [this.ended, this.tokens] = [true, []];
      return;
    }
    if (ended !== undefined) return this.endAs(ended, at);
    this.tokens = [...this.tokens, ...opened];
    for (const { step } of opened) {
      if (this.step(step)?.kind === "return" && this.finishedAt === undefined) this.finish(at);
      this.#open(step, at);
    }
  }

  #open(id: string, at: number): void {
    const step = this.step(id);
    if (step === undefined) throw new Error(`no step ${id}`);
    if (this.#holdsClock(id)) this.pausedSince ??= at;
    const wait = `${id}@${this.seq}`;
    const add = (assignee: ShadowTask["assignee"], part = "") => this.put({ id: wait + part, step: id, assignee, since: at });
    if (step.kind === "confirm" || "by" in step) add({ kind: "applicant" });
    else if (step.kind === "wait") add({ kind: "clock", role: step.role, ...this.unitOf(step.role) });
    else if (step.kind === "register") add({ kind: "system", system: step.system, operation: step.operation });
    else if (step.kind === "consult") for (const [index, party] of this.#unanswered(id, at).entries()) add(party, `.${index + 1}`);
    else if (step.kind !== "fork") add({ kind: "role", role: step.role, ...this.unitOf(step.role) });
  }

  #unanswered(id: string, at: number): readonly ShadowParty[] {
    return this.#asked(id, this.facts(at)).filter((party) => !this.answered.has(`${id}/${party.of ?? party.unit}`));
  }

  #asked(id: string, facts: Facts): readonly ShadowParty[] {
    return shadowParties(this.module, id, { facts, competentUnit: this.competentUnit, unitOfCommune: this.#unitOfCommune });
  }

  #endsAt(at: number, status: number): void {
    this.end ??= { at, status };
  }

  #add(key: string, ms: number, late: boolean): void {
    const held = this.held.get(key) ?? { tasks: 0, late: 0, minutes: 0 };
    this.held.set(key, { tasks: held.tasks + 1, late: held.late + Number(late), minutes: held.minutes + ms / 60_000 });
  }
}
