import { isError, type ConsultStep, type StepKind } from "@motcua/procedure";
import type { Command } from "../../command.ts";
import { documentProblems } from "../../needs.ts";
import { onTask, refuse, timeOf, will, type Foretellers, type Foretold, type Times } from "./foretold.ts";
import { EXTENSION_FORETELLERS } from "./shadow-extension.ts";
import { REDATE_FORETELLERS } from "./shadow-redate.ts";
import { SIDE_FORETELLERS } from "./shadow-side-machines.ts";
import type { Shadow } from "./shadow.ts";
import type { ShadowTask } from "./shadow-task.ts";
import { handsOverUnsigned } from "./unsigned-result.ts";

const EXAMINES: ReadonlySet<StepKind> = new Set(["intake", "task", "inspect", "attend"]);

const DAY_MS = 86_400_000;

const FORETELLERS: Foretellers = {
  ...EXTENSION_FORETELLERS,
  ...REDATE_FORETELLERS,
  ...SIDE_FORETELLERS,
  "complete-task": (shadow, command, times) => onTask(shadow, command, (task) => completion(shadow, command, { task, times })),
  "answer-consultation": (shadow, command, times) =>
    onTask(shadow, command, (task) => (task.assignee.kind === "unit" ? will(() => part(shadow, task, { answer: command.answer, at: timeOf(command), late: isLate(times, task, command) })) : refuse("not-your-task"))),
  "request-supplement": (shadow, command) =>
    onTask(shadow, command, (task) => {
      if (!EXAMINES.has(shadow.kind(task) ?? "fork") || task.assignee.kind === "applicant") return refuse("supplement-not-here");
      const { supplementLimit: { count, hard }, responseWindow } = shadow.module.procedure.clock;
      const beyond = shadow.supplements >= count;
      const problems = [
        ...(command.defects.length === 0 ? ["defects-missing"] : []),
        ...(beyond && hard ? ["supplement-limit"] : []),
        ...(beyond && !hard && command.overLimitReason === undefined ? ["supplement-reason-missing"] : []),
      ];
      return problems.length > 0 ? refuse(...problems) : will(() => shadow.request(timeOf(command), responseWindow !== undefined));
    }),
  supplement: (shadow, command) => {
    if (shadow.phase !== "supplement") return refuse("supplement-not-requested");
    if (!shadow.isApplicant(command.actor)) return refuse("not-your-task");
    const given = [...shadow.sample.documents.filter(({ id }) => !command.documents.some((document) => document.id === id)), ...command.documents];
    const problems = documentProblems(shadow.module, shadow.facts(timeOf(command)), given).map(({ code }) => code);
    return problems.length > 0 ? refuse(...problems) : will((moved) => {
      shadow.resume(timeOf(command), moved);
      shadow.supplied(timeOf(command));
    });
  },
  withdraw: (shadow, command, times) => {
    if (!shadow.isApplicant(command.actor)) return refuse("not-your-task");
    if (shadow.isOver() || shadow.signed.size > 0) return refuse("too-late-to-withdraw");
    if (shadow.module.procedure.clock.withdrawal === "until-accepted" && shadow.acceptedAt !== undefined) return refuse("accepted-not-withdrawn");
    const awaited = [...shadow.tasks.values()].find(({ step }) => step === "@supplement");
    return will(() => shadow.endAs("withdrawn", timeOf(command), times.taskDue(awaited?.id ?? "")?.due));
  },
  "revoke-withdrawal": (shadow, command) => {
    if (!shadow.isApplicant(command.actor)) return refuse("not-your-task");
    if (shadow.withdrawn !== "after-acceptance") return refuse("not-withdrawn");
    if (shadow.confirmed) return refuse("withdrawal-confirmed");
    if (timeOf(command) > (shadow.window ?? Number.POSITIVE_INFINITY)) return refuse("supplement-window-over");
    return will(() => shadow.revive(timeOf(command)));
  },
  stop: (shadow, command) =>
    onTask(shadow, command, (task) => {
      if (task.assignee.kind !== "role") return refuse("not-your-task");
      const problems = [...(shadow.acceptedAt === undefined ? ["not-accepted"] : []), ...(command.reason.trim() === "" ? ["reason-missing"] : [])];
      return problems.length > 0 ? refuse(...problems) : will(() => shadow.endAs("stopped", timeOf(command)));
    }),
  "register-result": (shadow, command, times) =>
    onTask(shadow, command, (task) => {
      if (shadow.kind(task) !== "register") return refuse("not-your-task");
      if ((shadow.step(task.step)?.next as Readonly<Record<string, string>>)[command.outcome] === undefined) return refuse("unknown-outcome");
      return will(() => {
        shadow.close(task.id, timeOf(command), isLate(times, task, command));
        shadow.complete(task.step, command.outcome, timeOf(command));
      });
    }),
  "correct-result": (shadow, command) =>
    onTask(shadow, command, (task) => {
      if (shadow.kind(task) !== "return") return refuse("correction-not-here");
      const signed = [...shadow.signedAt.values()].filter(({ top }) => top).toSorted((a, b) => a.seq - b.seq)[0];
      if (shadow.delivery === "posted") return refuse("already-posted");
      if (signed === undefined) return refuse("nothing-to-correct");
      return command.reason.trim() === "" ? refuse("reason-missing") : will(() => shadow.correct(signed.step, resultsAfter(shadow, signed.step), timeOf(command)));
    }),
  "record-lateness": (shadow, command, times) => {
    if (command.actor.kind !== "system") return refuse("not-your-task");
    const { due } = times;
    const running = due === undefined || shadow.isOver() || shadow.pausedSince !== undefined ? undefined : due + shadow.uncounted;
    if (running === undefined || shadow.marked.late.has(running)) return refuse("not-due-yet");
    const soon = running - DAY_MS > (shadow.acceptedAt ?? Date.parse(shadow.sample.submittedAt)) && !shadow.marked.soon.has(running) ? running - DAY_MS : running;
    return timeOf(command) < soon ? refuse("not-due-yet") : will(() => undefined);
  },
  "time-out": (shadow, command, times) => {
    const task = shadow.tasks.get(command.task);
    if (task === undefined) return refuse("task-not-open");
    if (command.actor.kind !== "system") return refuse("not-your-task");
    const time = times.taskDue(task.id);
    if (time === undefined || !time.decides || time.due > timeOf(command)) return refuse("not-due-yet");
    return will((moved) => elapse(shadow, task, { at: timeOf(command), moved }));
  },
};

/** What a command must lead to, by the rules as the notes have them. */
export function foretell(shadow: Shadow, command: Command, times: Times): Foretold {
  if (command.type === "submit") return refuse("already-submitted");
  if (shadow.ended && !AFTER_END.has(command.type)) return refuse("already-ended");
  return (FORETELLERS[command.type] as (shadow: Shadow, command: Command, times: Times) => Foretold)(shadow, command, times);
}

/** What the other machines still take when the dossier has ended. */
export const AFTER_END: ReadonlySet<Command["type"]> = new Set(["record-payment", "record-refund", "waive-fee", "record-sync", "confirm-withdrawal", "revoke-withdrawal", "rate"]);

/** Results signed or sealed from a step on, wherever the way may lead. */
function resultsAfter(shadow: Shadow, from: string): readonly string[] {
  const seen = new Set<string>();
  const walk = (id: string): void => {
    const step = shadow.step(id);
    if (step === undefined || seen.has(id)) return;
    seen.add(id);
    for (const target of Object.values(step.next)) walk(target);
    if (step.skip !== undefined) walk(step.skip);
    if (step.kind === "fork") for (const { start } of Object.values(step.branches)) walk(start);
  };
  walk(from);
  return [...seen].flatMap((id) => {
    const step = shadow.step(id);
    return step !== undefined && "result" in step && step.result !== undefined ? [step.result] : [];
  });
}

function completion(shadow: Shadow, command: Extract<Command, { type: "complete-task" }>, { task, times }: { readonly task: ShadowTask; readonly times: Times }): Foretold {
  const step = shadow.step(task.step);
  if (step === undefined || task.assignee.kind === "unit" || task.assignee.kind === "system") return refuse("not-your-task");
  const { outcome } = command;
  const drawn = step.kind === "wait" && outcome === "elapsed" ? undefined : (step.next)[outcome];
  const target = drawn ?? (step.kind === "intake" && outcome === "refuse" ? "@refuse" : undefined);
  if (target === undefined) return refuse("unknown-outcome");
  const needsRecord = "record" in step && step.record !== undefined && !(step.kind === "attend" && outcome === "absent" && command.record === undefined);
  const problems = [
    ...((target === "@stop" || target === "@refuse") && command.note === undefined ? ["reason-missing"] : []),
    ...(step.kind === "return" && command.recipient === undefined ? ["recipient-missing"] : []),
    ...(needsRecord ? recordProblems(shadow, task.step, command.record) : []),
    ...(contradicts(shadow, command, task.step) ? ["outcome-against-record"] : []),
    ...papersLacking(shadow, command, { id: task.step, ends: target.startsWith("@") && target !== "@end" && target !== "@join" }),
  ];
  if (problems.length > 0) return refuse(...problems);
  const at = timeOf(command);
  if (handsOverUnsigned(shadow, command, { step: task.step, target })) return refuse("result-not-signed");
  return will((moved) => {
    shadow.close(task.id, at, isLate(times, task, command));
    if ("record" in step && step.record !== undefined && command.record !== undefined) shadow.records[task.step] = command.record;
    if (step.kind === "sign" && outcome === "signed" && step.result !== undefined) {
      shadow.signed.add(step.result);
      shadow.signedAt.set(step.result, { step: task.step, seq: shadow.seq, top: shadow.tokens.some((token) => token.step === task.step && token.path.length === 0) });
    }
    if (step.kind === "seal" && outcome === "sealed" && step.result !== undefined) shadow.sealed.add(step.result);
    for (const [id, got] of Object.entries(command.received ?? {})) if (got) shadow.received.add(id);
    if (step.kind === "pay") shadow.pay(outcome);
    if (step.kind === "return") shadow.returned(at);
    if ((step.kind === "pay" || step.offClock !== undefined) && !shadow.heldBesides(task.step)) shadow.resume(at, moved);
    shadow.complete(task.step, outcome, at);
  });
}

/** A refusal for each paper the step asks for that is neither there nor received now. */
function papersLacking(shadow: Shadow, { outcome, received = {} }: Extract<Command, { type: "complete-task" }>, { id, ends }: { readonly id: string; readonly ends: boolean }): readonly string[] {
  if (ends || (shadow.step(id)?.kind === "attend" && outcome === "absent")) return [];
  return shadow.module.procedure.documents.filter((document) => document.at === id && !shadow.received.has(document.id) && received[document.id] !== true).map(() => "document-missing");
}

/** Whether an outcome is not what the record given with it says. */
function contradicts(shadow: Shadow, { outcome, record, at }: Extract<Command, { type: "complete-task" }>, id: string): boolean {
  const step = shadow.step(id);
  if (step === undefined || !("outcomeWhen" in step) || step.outcomeWhen?.[outcome] === undefined || record === undefined) return false;
  const facts = shadow.facts(Date.parse(at));
  const said = shadow.module.expressions[`/workflow/steps/${id}/outcomeWhen/${outcome}`];
  return said?.({ ...facts, record, steps: { ...facts.steps, [id]: record } }) !== true;
}

function recordProblems(shadow: Shadow, step: string, record: unknown): readonly string[] {
  if (record === undefined) return ["record-missing"];
  const checked = shadow.module.checkRecord(step, record);
  return checked.ok ? [] : checked.problems.filter(isError).map(({ code }) => code);
}

/** One of those consulted has spoken, or kept silent. */
function part(shadow: Shadow, task: ShadowTask, said: { readonly answer: string; readonly at: number; readonly late: boolean }): void {
  const step = shadow.step(task.step) as ConsultStep;
  const { assignee } = task;
  if (assignee.kind === "unit") shadow.answered.set(`${task.step}/${assignee.of ?? assignee.unit}`, said.answer);
  shadow.close(task.id, said.at, said.late);
  const asked = [...shadow.tasks.values()].filter((other) => other.step === task.step);
  const outcome = spoken(shadow, task.step, { step, waiting: asked.length });
  if (outcome === undefined) return;
  for (const other of asked) shadow.close(other.id, said.at);
  shadow.complete(task.step, outcome, said.at);
}

/** What a consultation says, once it does. */
function spoken(shadow: Shadow, id: string, { step, waiting }: { readonly step: ConsultStep; readonly waiting: number }): string | undefined {
  const answers = [...shadow.answered].filter(([key]) => key.startsWith(`${id}/`)).map(([, answer]) => answer);
  const yes = answers.filter((answer) => answer === "agreed").length;
  const against = answers.includes("objected") ? "objected" : answers.includes("silent") && step.next["silent"] !== undefined ? "silent" : undefined;
  if (step.join === "settled") return waiting > 0 ? undefined : yes === answers.length ? "all" : yes > 0 ? "some" : "none";
  if (step.join === "any") return against ?? "answered";
  if (step.join === "all") return waiting > 0 ? undefined : (against ?? "answered");
  const wanted = Math.min(step.join.quorum, answers.length + waiting);
  if (yes >= wanted) return "answered";
  return yes + waiting < wanted ? (against ?? "objected") : undefined;
}

function elapse(shadow: Shadow, task: ShadowTask, { at, moved }: { readonly at: number; readonly moved: boolean }): void {
  if (task.step === "@supplement") return shadow.endAs(shadow.acceptedAt === undefined ? "refused" : "stopped", at);
  const step = shadow.step(task.step);
  if (step?.kind === "consult") return part(shadow, task, { answer: step.silence === "agreed" || step.silence === "objected" ? step.silence : "silent", at, late: true });
  shadow.close(task.id, at);
  if (step?.kind === "pay" && [...shadow.payments].some(([id, { state }]) => state === "due" && !shadow.atReturn(id))) return shadow.endAs(shadow.acceptedAt === undefined ? "refused" : "stopped", at);
  if ((step?.kind === "pay" || step?.offClock !== undefined) && !shadow.heldBesides(task.step)) shadow.resume(at, moved);
  shadow.complete(task.step, step !== undefined && "silence" in step && step.silence !== undefined ? step.silence : step?.kind === "wait" ? "elapsed" : step?.kind === "pay" ? "paid" : "absent", at);
}

function isLate(times: Times, { id }: ShadowTask, command: Command): boolean {
  const time = times.taskDue(id);
  return time !== undefined && timeOf(command) > time.due;
}
