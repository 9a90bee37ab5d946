import { readFileSync } from "node:fs";
import { dueDate } from "@motcua/calendar";
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, type ProcedureModule, type Result } from "@motcua/procedure";
import { verifyChain } from "./chain.ts";
import type { Command } from "./command.ts";
import type { EventBatch, EventBody } from "./event.ts";
import { fold } from "./evolve.ts";
import { indicators, type Indicators } from "./indicators/indicators.ts";
import { REFUSALS } from "./problems.ts";
import { CITIZEN, later, Life, SYSTEM } from "./testing/life.ts";
import { attempts, commandOf, COMMANDS, type Attempt } from "./testing/model/attempt.ts";
import { Shadow } from "./testing/model/shadow.ts";
import type { Times } from "./testing/model/foretold.ts";
import { AFTER_END, foretell } from "./testing/model/shadow-commands.ts";
import { duesForetold, duesTold } from "./testing/model/shadow-dues.ts";
import { foretellMarks } from "./testing/model/shadow-marks.ts";
import { dongThap, realProcedures } from "./testing/real-procedures.ts";

/** Sequences of commands tried. */
const RUNS = process.env["MOTCUA_SLOW"] === "1" ? 20_000 : 500;
const real = await realProcedures();
const accepted = [...real, ...real.flatMap((of) => (of.code === "1.013225" ? [{ ...of, module: bounded(of.module) }] : []))].flatMap(({ module, samples }) => samples.filter(({ expected }) => expected.outcome === "accepted").map((sample) => ({ module, sample })));

/** A procedure whose first task is the applicant's own work, and whose inspections nobody has for longer than two days. */
function bounded(module: ProcedureModule): ProcedureModule {
  const { procedure } = module;
  const first = Object.entries(procedure.workflow.steps).find(([, { kind }]) => kind === "task")?.[0];
  const steps = Object.fromEntries(Object.entries(procedure.workflow.steps).map(([id, step]) => {
    const within = { within: "2d" as const, silence: Object.keys(step.next).at(-1) ?? "" };
    if (step.kind === "inspect") return [id, { ...step, ...within }];
    if (id !== first || step.kind !== "task") return [id, step];
    const { name, next, outcomes = {} } = step;
    return [id, { kind: step.kind, by: "applicant" as const, name, next, outcomes, ...within, offClock: { why: name } }];
  }));
  return { ...module, procedure: { ...procedure, workflow: { ...procedure.workflow, steps } } };
}

/** A dossier and its model, which live through the same commands. */
interface Both {
  readonly model: Shadow;
  readonly real: Life;
}

/** What has happened in all runs: a test that only ever refuses proves nothing. */
const seen = new Map<string, number>();

/** A command and the codes it was refused with, which every run of the test has to meet; and those that take many. */
const OFTEN = [
  "complete-task ", "complete-task task-not-open", "complete-task not-your-task", "answer-consultation ", "request-supplement ", "supplement ", "withdraw ", "revoke-withdrawal ", "stop ",
  "register-result ", "time-out ", "request-extension ", "approve-extension ", "correct-result ", "recompute-due ", "record-lateness ",
  "record-payment ", "record-payment fee-settled", "record-sync ",
];
const RARELY = [
  "recompute-due redate-same", "recompute-due decision-missing", "recompute-due redate-clock-stopped", "recompute-due not-your-task", "complete-task outcome-against-record",
  "reject-extension ", "waive-fee ", "post-result ", "rate ", "confirm-withdrawal ", "revoke-withdrawal not-withdrawn", "revoke-withdrawal withdrawal-confirmed", "rate already-rated", "rate rating-scale", "record-payment payment-amount", "record-sync already-sent", "record-sync sync-reason", "correct-result already-posted", "approve-extension four-eyes", "approve-extension extension-too-late", "request-extension extension-limit", "request-extension extension-pending",
  "request-extension extension-clock-stopped", "request-supplement supplement-limit", "request-supplement supplement-reason-missing", "withdraw too-late-to-withdraw", "correct-result reason-missing",
];

/**
 * Refusals that these lives cannot meet, because the definitions there are never lead to them or the attempts give no answers
 * and records of their own; each with the test that meets it.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "unknown-question": "officer-answers.test.ts", "answer-needs-document": "officer-answers.test.ts", "result-not-signed": "commands.test.ts",
  "four-eyes-step": "commands/four-eyes.test.ts", "no-case": "commands/rare-refusals.test.ts", "document-sets": "commands/rare-refusals.test.ts",
  "extension-no-approver": "commands/rare-refusals.test.ts", "nothing-to-correct": "commands/rare-refusals.test.ts",
  "loop-bound-reached": "loop-bound.test.ts", "document-looked-up": "commands.test.ts",
  "agreed-too-early": "agree-limit.test.ts", "agreed-too-late": "agree-limit.test.ts",
  "no-result-applies": "chosen-results.test.ts", "document-date-missing": "document-age.test.ts", "document-date-ahead": "document-age.test.ts", "document-too-old": "document-age.test.ts",
  "unknown-competent-unit": "commands.test.ts", "document-missing": "commands.test.ts", "supplement-window-over": "commands/revoke-withdrawal.test.ts",
};

/** A product with a fault: what it is told differs from what was tried, now and then. */
const FAULTS: readonly (readonly [string, (life: Life) => Life])[] = [
  ["lets anybody do a task", (life) => faulty(life, (command) => (command.type === "complete-task" ? { ...command, actor: life.actorOf(life.state.tasks[command.task] ?? life.task("")) } : command))],
  ["does something else when an applicant withdraws", (life) => faulty(life, (command) => (command.type === "withdraw" ? { type: "record-lateness", actor: SYSTEM, at: command.at } : command))],
  ["lets people approve their own requests", (life) => faulty(life, (command) => (command.type === "approve-extension" ? { ...command, actor: { ...command.actor, id: "ai-do" } } : command))],
  ["forgets how late it is when the sweep comes", (life) => faulty(life, (command) => (command.type === "time-out" ? { ...command, at: life.state.submittedAt } : command))],
];

function faulty(life: Life, change: (command: Command) => Command): Life {
  const told = life.do.bind(life);
  life.do = (command) => {
    try {
      return told(change(command));
    } catch {
      return told(command);
    }
  };
  return life;
}

/** One attempt on both: the product does what the model foretold, and refuses what it foretold to be refused, by the same codes. */
class Try implements fc.Command<Shadow, Life> {
  readonly #attempt: Attempt;

  constructor(attempt: Attempt) {
    this.#attempt = attempt;
  }

  /** Of what can be tried on a dossier that has ended, a few. */
  check(model: Readonly<Shadow>): boolean {
    const { type, task } = this.#attempt;
    return !model.ended || task > 11 || (type !== "next" && AFTER_END.has(type));
  }

  run(model: Shadow, real: Life): void {
    const { wait } = this.#attempt;
    const times = timesOf(real);
    const tasks = [...model.tasks.keys()];
    const due = times.taskDue(tasks[this.#attempt.task % Math.max(1, tasks.length)] ?? "")?.due;
    const soonest = Date.parse(real.at);
    if (wait !== "due") real.at = later(real.at, wait * 60_000);
    else if (due !== undefined && due >= soonest) real.at = later(new Date(due).toISOString(), 60_000);
    const command = commandOf(real, model, this.#attempt);
    const before = real.state;
    const foretold = foretell(model, command, times);
    const marks = foretold.refused.length === 0 ? foretellMarks(model, Date.parse(real.at), times) : [];
    const result = real.do(command);
    expect(result.ok ? [] : result.problems.map(({ code }) => code).toSorted(), command.type).toEqual([...foretold.refused].toSorted());
    seen.set(`${command.type} ${foretold.refused.join(" ")}`, (seen.get(`${command.type} ${foretold.refused.join(" ")}`) ?? 0) + 1);
    if (!result.ok) {
      expect(result.problems.every(({ code, message }) => (code in REFUSALS || foretold.refused.includes(code)) && message.vi !== "")).toBe(true);
      expect(real.state).toBe(before);
      return;
    }
    model.seq += 1;
    foretold.apply(lastEvents(real).some((event) => event.type === "resumed" && event.due !== undefined));
    for (const event of lastEvents(real)) if (event.type === "accepted" || event.type === "fees-assessed") model.ask(event.fees ?? real.state.fees);
    statusesTold(model, before.nationalStatus, real);
    agree({ model, real });
    datesHold(before, real);
    datesForetold(before, real);
    expect(marksOf(real)).toEqual(marks);
    for (const { mark, held } of marks) if (mark === "late") for (const who of held) model.becameLate.push(who.slice(0, who.lastIndexOf("/")));
    if (dueOf(before) !== dueOf(real.state) || before.pausedSince !== real.state.pausedSince) model.dueSince = Date.parse(real.at);
  }

  toString(): string {
    return JSON.stringify(this.#attempt);
  }
}

it(`agrees with its model through ${RUNS} sequences of commands, whoever tries what in whatever order`, { timeout: 1_800_000 }, () => {
  fc.assert(sequences(({ module, sample }) => new Life(module, sample)), { numRuns: RUNS });
  for (const done of RUNS > 500 ? [...OFTEN, ...RARELY] : OFTEN) expect(seen.get(done) ?? 0, done).toBeGreaterThan(0);
  if (RUNS > 500) expect(neverMet()).toEqual({ commands: [], refusals: [] });
});

it("names, for each refusal it cannot meet, a test that meets it", () => {
  for (const [code, file] of Object.entries(ELSEWHERE)) {
    expect(REFUSALS).toHaveProperty(code);
    expect(readFileSync(new URL(file, import.meta.url), "utf8"), file).toMatch(new RegExp(`"${code}\\b`));
  }
});

/** Commands never carried out and refusals never met, in all runs together. */
function neverMet(): { readonly commands: readonly string[]; readonly refusals: readonly string[] } {
  const done = new Set([...seen.keys()].filter((key) => key.endsWith(" ")).map((key) => key.trim()));
  const met = new Set([...seen.keys()].flatMap((key) => key.split(" ").slice(1)));
  return {
    commands: ["submit", ...Object.keys(COMMANDS)].filter((type) => !done.has(type)),
    refusals: Object.keys(REFUSALS).filter((code) => !met.has(code) && ELSEWHERE[code] === undefined),
  };
}

it.each(FAULTS)("refuses a product that %s", (_, fault) => {
  const checked = fc.check(sequences(({ module, sample }) => fault(new Life(module, sample))), { numRuns: 2_000, endOnFailure: true });
  expect(checked.failed).toBe(true);
});

/** The same commands on the product and on the model; `start` gives the product. */
function sequences(start: (of: (typeof accepted)[number]) => Life) {
  return fc.property(fc.nat(accepted.length - 1), fc.nat(7), fc.commands([attempts.map((attempt) => new Try(attempt))], { maxCommands: 40, size: "max" }), (nth, ends, tried) => {
    const of = asDefined(accepted[nth] as (typeof accepted)[number], ends);
    const real = start(of);
    meets(real.do({ type: "withdraw", actor: CITIZEN, at: real.at }), "withdraw", "not-submitted");
    meets(real.submit(), "submit", "");
    meets(real.submit(), "submit", "already-submitted");
    datesForetold(undefined, real);
    const { account, receivingUnit, competentUnit } = real.state;
    const model = new Shadow({ ...of, account, receivingUnit, competentUnit, unitOfCommune: dongThap(of.module).unitOfCommune });
    model.ask(real.state.fees);
    statusesTold(model, 0, real);
    agree({ model, real });
    fc.modelRun(() => ({ model, real }), tried);
    const batches = real.bodies.map((body) => JSON.parse(body) as EventBatch);
    expect(canonicalJson(fold(batches))).toBe(canonicalJson(real.state));
    expect(verifyChain(real.bodies)).toEqual({ ok: true });
    indicatorsAgree({ model, real }, batches);
  });
}

/** A procedure as it is, or now and then one whose law ends withdrawal with acceptance. */
function asDefined({ module, sample }: (typeof accepted)[number], ends: number): (typeof accepted)[number] {
  const { procedure } = module;
  // Every other dossier may ask its money back.
  const fees = procedure.fees.map((fee) => ({ ...fee, refundable: ends % 2 === 0 }));
  const clock = ends > 0 ? procedure.clock : { ...procedure.clock, withdrawal: "until-accepted" as const };
  return { module: { ...module, procedure: { ...procedure, fees, clock } }, sample };
}

/** A command that is carried out, or refused by one code. */
function meets(result: Result<unknown>, type: string, code: string): void {
  expect(result.ok ? "" : result.problems.map((problem) => problem.code).join(" "), type).toBe(code);
  seen.set(`${type} ${code}`, (seen.get(`${type} ${code}`) ?? 0) + 1);
}

/** The product's times as they are before a command. */
function timesOf({ state, module }: Life): Times {
  const { tasks } = state;
  const due = dueOf(state);
  return {
    due: due === undefined ? undefined : Date.parse(due),
    endOf: (day) => Date.parse(dueDate({ start: `${day}T12:00:00+07:00`, limit: { value: 0, unit: "wd" }, calendar: dongThap(module).calendar }).due),
    taskDue: (id) => {
      const task = tasks[id];
      return task?.due === undefined ? undefined : { due: Date.parse(task.due), decides: task.onDue !== undefined };
    },
  };
}

/** Each change of status begins where the last one ended, and the last is where the dossier stands. */
function statusesTold(model: Shadow, before: number, real: Life): void {
  let status = before;
  let changes = 0;
  for (const event of lastEvents(real)) {
    if (event.type !== "status-changed") continue;
    expect(event.from).toBe(status);
    expect(event.to).not.toBe(status);
    status = event.to;
    if (event.to === 7 && model.acceptedAt === undefined) continue;
    changes += 1;
  }
  const told = lastEvents(real).some(({ type }) => ["fee-paid", "fee-waived", "fees-assessed", "extended", "limited", "redated"].includes(type));
  const silent = status === 7 && model.acceptedAt === undefined;
  for (let more = changes === 0 && told && !silent ? 1 : changes; more > 0; more -= 1) model.unsynced.push({ change: (model.changes += 1), said: "pending" });
  expect(status).toBe(real.state.nationalStatus);
}

/** Marks of lateness in the last batch, and who is said to have held the dossier. */
function marksOf(real: Life): ReturnType<typeof foretellMarks> {
  return lastEvents(real).flatMap((event) =>
    event.type === "lateness-recorded" ? [{ mark: event.mark, held: event.held.map(({ step, ...who }) => `${keyOf(who)}/${step}`).toSorted() }] : [],
  );
}

function dueOf({ acceptedAt, acceptanceDue, due }: Life["state"]): string | undefined {
  return acceptedAt === undefined ? acceptanceDue : due;
}

function lastEvents({ bodies }: Life): readonly EventBody[] {
  return (JSON.parse(bodies.at(-1) ?? "") as EventBatch).events;
}

/** No illegal state: everything the product says of the dossier is what the model says of it. */
function agree({ model, real: { state } }: Both): void {
  const said = (time: string | undefined) => (time === undefined ? undefined : Date.parse(time));
  expect({
    phase: state.phase, status: state.nationalStatus, seq: state.seq, generation: state.generation, ended: state.endedAt !== undefined, running: state.running,
    accepted: said(state.acceptedAt), finished: said(state.finishedAt), paused: said(state.pausedSince), supplements: state.supplements.length,
    tasks: Object.values(state.tasks).map(({ id, step, assignee }) => `${id} ${step} ${canonicalJson(assignee)}`).toSorted(),
    signed: resultsWith(state, "signedAt"), sealed: resultsWith(state, "number"), hasDue: state.due !== undefined,
    extension: state.extension?.task, extensions: state.extensions ?? 0, corrections: state.corrections?.length ?? 0,
    payments: Object.entries(state.payments ?? {}).map(([id, payment]) => `${id} ${payment.state} ${payment.vnd}`).toSorted(), delivery: state.delivery?.state ?? "none",
    unsynced: (state.unsynced ?? []).map((each) => `${each.change} ${each.state}${each.reason === undefined ? "" : ` ${each.reason}`}`), rating: state.rating,
  }).toEqual({
    phase: model.phase, status: model.nationalStatus(), seq: model.seq, generation: model.generation, ended: model.ended, running: !model.ended && model.phase !== "supplement",
    accepted: model.acceptedAt, finished: model.finishedAt, paused: model.pausedSince, supplements: model.supplements,
    tasks: [...model.tasks.values()].map(({ id, step, assignee }) => `${id} ${step} ${canonicalJson(assignee)}`).toSorted(),
    signed: [...model.signed].toSorted(), sealed: [...model.sealed].toSorted(), hasDue: model.acceptedAt !== undefined,
    extension: model.extension?.task, extensions: model.extensions, corrections: model.corrections,
    payments: [...model.payments].map(([id, payment]) => `${id} ${payment.state} ${payment.vnd}`).toSorted(), delivery: model.delivery,
    unsynced: model.unsynced.map(({ change, said }) => `${change} ${said}`), rating: model.rating,
  });
}

function resultsWith({ results }: Life["state"], evidence: "signedAt" | "number"): readonly string[] {
  return Object.entries(results).filter(([, result]) => result[evidence] !== undefined).map(([id]) => id).toSorted();
}

/** Every date the product gives is the one that the clock's oracle works out from the definition. */
function datesForetold(before: Life["state"] | undefined, real: Life): void {
  const { calendar, localLimits = {} } = dongThap(real.module);
  expect(duesTold(lastEvents(real))).toEqual(duesForetold({ before, procedure: real.module.procedure, calendar, localLimits, at: real.at }, lastEvents(real)));
}

/** No date is ever rewritten: the first stays, and the valid one moves only by an event that says from where to where. */
function datesHold(before: Life["state"], real: Life): void {
  const { state } = real;
  if (before.firstDue !== undefined) expect(state.firstDue).toBe(before.firstDue);
  if (before.finishedAt !== undefined) expect([state.finishedAt, ...(state.corrections ?? []).map(({ finishedAt }) => finishedAt)]).toContain(before.finishedAt);
  let due = before.acceptedAt === undefined ? before.acceptanceDue : before.due;
  for (const event of lastEvents(real)) {
    const change = "due" in event && typeof event.due === "object" ? event.due : undefined;
    if (change === undefined) continue;
    if (event.type !== "accepted") expect(change.before).toBe(due);
    due = change.after;
  }
  expect(state.acceptedAt === undefined ? state.acceptanceDue : state.due).toBe(due);
}

/** Who held something, as the model calls them. */
function keyOf({ who, unit = "", role = "", of }: Pick<Indicators["held"][number], "who" | "unit" | "role" | "of">): string {
  return `${who}/${unit}/${role}${of === undefined || who !== "role" ? "" : `|${of}`}`;
}

const elapsed = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 60_000;

/** Indicators derived from the log are those the model has counted as it went. */
function indicatorsAgree({ model, real }: Both, batches: readonly EventBatch[]): void {
  const until = later(real.at, 600_000);
  for (const id of model.tasks.keys()) model.close(id, Date.parse(until));
  model.answerRequest(Date.parse(until));
  const { code } = real.state;
  const counted = indicators(batches, { until, minutes: elapsed });
  const verdict = verdictOf({ model, real }, Date.parse(until));
  const one = (holds: boolean) => (holds ? [code] : []);
  const expected: Omit<Indicators, "onTimeRatio" | "averageMinutes" | "held" | "parts"> = {
    dossiers: [code],
    verdicts: { early: one(verdict === "early"), "on-time": one(verdict === "on-time"), late: one(verdict === "late"), running: one(verdict === "running"), "not-judged": one(verdict === "not-judged") },
    supplements: model.supplements,
    supplementedMoreThanOnce: one(model.supplements > 1),
    withdrawnBeforeAcceptance: one(model.withdrawn === "before-acceptance"),
    withdrawnAfterAcceptance: one(model.withdrawn === "after-acceptance"),
    ends: model.end === undefined ? {} : { [model.end.status]: [code] },
    ratings: model.rating === undefined ? {} : { [model.rating]: [code] },
  };
  const { onTimeRatio, averageMinutes, held, parts: _, ...lists } = counted;
  expect(lists).toEqual(expected);
  expect(onTimeRatio).toBe({ early: 1, "on-time": 1, late: 0, running: undefined, "not-judged": undefined }[verdict]);
  const finished = model.acceptedAt !== undefined && model.end !== undefined && model.end.status >= 9;
  expect(averageMinutes).toEqual(finished ? ((model.end?.at ?? 0) - (model.acceptedAt ?? 0)) / 60_000 : undefined);
  expect(held.map(({ tasks, late, minutes, ...who }) => [keyOf(who), tasks, late, Math.round(minutes * 60)])).toEqual(
    [...model.held].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, { tasks, late, minutes }]) => [key, tasks, late, Math.round(minutes * 60)]),
  );
  expect(held.flatMap(({ becameLate, ...who }) => becameLate.map(() => keyOf(who))).toSorted()).toEqual(model.becameLate.toSorted());
}

/** Decision 766 in a few lines, from the model's facts and the valid due date. */
function verdictOf({ model, real }: Both, until: number): keyof Indicators["verdicts"] {
  const { due = real.state.acceptanceDue } = real.state;
  if (model.withdrawn === "before-acceptance") return "not-judged";
  if (due === undefined) return model.end === undefined ? "running" : "not-judged";
  const counted = (model.end?.at ?? model.pausedSince ?? until) - model.uncounted;
  if (model.supplements > 1 || counted > Date.parse(due)) return "late";
  if (model.end === undefined) return "running";
  const day = (time: number) => new Date(time + 7 * 3_600_000).toISOString().slice(0, 10);
  return day(counted) === day(Date.parse(due)) ? "on-time" : "early";
}
