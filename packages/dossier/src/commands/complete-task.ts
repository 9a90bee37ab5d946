import { evaluate, isError, madeResults, ok, refused, type Facts, type Problem, type Result, type Step } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { chosenResults } from "../chosen-results.ts";
import { completeStep, REFUSE } from "../complete-step.ts";
import type { OpenedTask } from "../event.ts";
import { issueResult } from "../issue-results.ts";
import { issuedResult } from "../issued-results.ts";
import { isLoopBoundReached } from "../loop-bound.ts";
import { feesToPay } from "../payments.ts";
import { answerProblems, papersAsked } from "../officer-answers.ts";
import { refusal } from "../problems.ts";
import { receiptProblems, receivedAt } from "../step-documents.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";
import { isBlank } from "../is-blank.ts";

type CompleteTask = Extract<Command, { type: "complete-task" }>;

/** Work of one person is done: an officer's step, the applicant's confirmation, an objection to a posting. */
export function completeTask(story: Unfolding, command: CompleteTask): Result<Unfolding> {
  const open = taskOf(story, command.task);
  if (!open.ok) return open;
  const task = open.value;
  const step = story.procedure.workflow.steps[task.step];
  if (step === undefined || task.assignee.kind === "unit" || task.assignee.kind === "system") return refused(refusal("not-your-task", "/task"));
  const problems = problemsOf(story, command, step);
  if (problems.length > 0) return { ok: false, problems };
  const record = "record" in step && step.record !== undefined ? command.record : undefined;
  if (record !== undefined) story.remember({ records: { ...story.personal.records, [task.step]: record } });
  const { answers = {} } = command;
  if (Object.keys(answers).length > 0) story.remember({ answers: { ...story.personal.answers, ...answers } });
  addDone(story, task, { ...command, record });
  addEvidence(story, command, step);
  const done = completeStep(story, { step: task.step, wait: task.wait, outcome: command.outcome, reason: command.note });
  return done.ok ? ok(story) : done;
}

function problemsOf(story: Unfolding, command: CompleteTask, step: Step): readonly Problem[] {
  if (isSameAs(story, step)) return [refusal("four-eyes-step", "/task")];
  const target = targetOf(step, command.outcome);
  if (target === undefined) return [refusal("unknown-outcome", "/outcome")];
  const ends = target === "@stop" || target === "@refuse";
  const id = story.state.tasks[command.task]?.step ?? "";
  if (isLoopBoundReached(step, story.state, { step: id, outcome: command.outcome })) return [refusal("loop-bound-reached", "/outcome")];
  const recorded = recordProblems(story, command, step);
  return [
    ...(ends && isBlank(command.note) ? [refusal("reason-missing", "/note")] : []),
    ...(step.kind === "return" && isBlank(command.recipient?.name) ? [refusal("recipient-missing", "/recipient/name")] : []),
    ...(step.kind === "attend" && command.outcome === "absent" && command.record === undefined ? [] : recorded),
    ...(recorded.length > 0 ? [] : outcomeProblems(story, command, step)),
    ...resultProblems(story, command, step),
    ...paperProblems(story, command, { step, ends: ends || target === "@fail" }),
    ...questionProblems(story, command, { step, ends }),
  ];
}

/** Four eyes: whoever did a step, or for whom it was done, does not do the one that has to be another's. */
function isSameAs({ state: { doneBy = {} }, actor: { id, onBehalfOf } }: Unfolding, step: Step): boolean {
  const before = "notSameAs" in step && step.notSameAs !== undefined ? (doneBy[step.notSameAs] ?? []) : [];
  return before.includes(id) || (onBehalfOf !== undefined && before.includes(onBehalfOf));
}

/** Time alone makes a posting elapse. */
function targetOf(step: Step, outcome: string): string | undefined {
  if (step.kind === "wait" && outcome === "elapsed") return undefined;
  const drawn = Object.hasOwn(step.next, outcome) ? step.next[outcome] : undefined;
  return drawn ?? (step.kind === "intake" && outcome === REFUSE ? "@refuse" : undefined);
}

function recordProblems(story: Unfolding, { record, task }: CompleteTask, step: Step): readonly Problem[] {
  if (!("record" in step) || step.record === undefined) return [];
  if (record === undefined || record === null) return [refusal("record-missing", "/record")];
  const checked = story.context.module.checkRecord(story.state.tasks[task]?.step ?? "", record, story.facts());
  return checked.ok ? [] : checked.problems.filter(isError).map((problem) => ({ ...problem, pointer: `/record${problem.pointer}` }));
}

/** What the step asks for has to be there before it goes on; nobody who does not come brings anything. */
function paperProblems(story: Unfolding, { task, outcome, received = {} }: CompleteTask, { step, ends }: { readonly step: Step; readonly ends: boolean }): readonly Problem[] {
  const id = story.state.tasks[task]?.step ?? "";
  return receiptProblems(story.context.module, story.facts(), { step: id, given: story.state.documents, received, ends: ends || (step.kind === "attend" && outcome === "absent") });
}

/** What is concluded must not contradict what is recorded: a result would be due that no way leads to. */
function outcomeProblems(story: Unfolding, command: CompleteTask, step: Step): readonly Problem[] {
  const { task, outcome } = command;
  if (!("outcomeWhen" in step) || step.outcomeWhen?.[outcome] === undefined) return [];
  const id = story.state.tasks[task]?.step ?? "";
  const holds = evaluate(story.context.module, `/workflow/steps/${id}/outcomeWhen/${outcome}`, factsWith(story, command, step), false);
  return holds ? [] : [refusal("outcome-against-record", "/outcome")];
}

/** What is known with what is about to be recorded. */
function factsWith(story: Unfolding, { task, record }: CompleteTask, step: Step): Facts {
  const facts = story.facts();
  return record === undefined || !("record" in step) || step.record === undefined ? facts : { ...facts, record, steps: { ...facts.steps, [story.state.tasks[task]?.step ?? ""]: record } };
}

/** Of several results one at least is signed, and sealed: a dossier without any has nothing to hand over. */
function resultProblems(story: Unfolding, command: CompleteTask, step: Step): readonly Problem[] {
  const makes = (step.kind === "sign" && command.outcome === "signed") || (step.kind === "seal" && command.outcome === "sealed");
  if (!makes || madeResults(step).length < 2) return [];
  const chosen = chosenResults({ module: story.context.module, state: story.state, facts: factsWith(story, command, step) }, step);
  return chosen.length > 0 ? [] : [refusal("no-result-applies", "/outcome")];
}

/** What ends here needs no more papers. */
function questionProblems(story: Unfolding, { answers }: CompleteTask, { step, ends }: { readonly step: Step; readonly ends: boolean }): readonly Problem[] {
  if (answers === undefined) return [];
  const unknown = answerProblems(story.context.module, step, answers);
  return unknown.length > 0 || ends ? unknown : papersAsked(story, answers);
}

function addDone(story: Unfolding, task: OpenedTask, { outcome, note, record, answers = {}, received = {} }: CompleteTask): void {
  const late = story.lateness(task);
  const documents = receivedAt(story.context.module, story.facts(), { step: task.step, received });
  story.add({
    type: "task-done", task: task.id, step: task.step, outcome, ...late,
    ...(record === undefined ? {} : { recordHash: story.hash(record) }),
    ...(Object.keys(answers).length === 0 ? {} : { answersHash: story.hash(answers) }),
    ...(isBlank(note) ? {} : { noteHash: story.note(note) }),
    ...(documents.length === 0 ? {} : { documents }),
  });
}

const madeNow = (story: Unfolding, step: Step): readonly string[] => chosenResults({ module: story.context.module, state: story.state, facts: story.facts() }, step);

/** What signing, sealing and handing over leave behind. */
function addEvidence(story: Unfolding, { outcome, recipient, receipt }: CompleteTask, step: Step): void {
  if (step.kind === "sign" && outcome === "signed") {
    for (const result of madeNow(story, step)) {
      story.add({ type: "result-signed", result, by: story.actor });
      issueResult(story, result, "sign");
    }
  }
  if (step.kind === "seal" && outcome === "sealed") {
    for (const result of madeNow(story, step)) {
      for (const number of registerNumbers(story, result)) story.add({ type: "result-sealed", result, number });
      issueResult(story, result, "seal");
    }
  }
  if (step.kind === "pay") addPayments(story, outcome, receipt);
  if (step.kind === "return" && recipient !== undefined) {
    story.add({ type: "returned", by: recipient.by, recipientHash: story.note(JSON.stringify(recipient)) });
  }
}

/** A pay step settles what is due before the result: all of it at once. An amount nobody has set stays due. */
function addPayments(story: Unfolding, outcome: string, receipt: string | undefined): void {
  const atReturn = new Set(story.procedure.fees.filter(({ collect }) => collect === "return").map(({ id }) => id));
  for (const [fee, { vnd }] of feesToPay(story.state.payments)) {
    if (vnd === null || atReturn.has(fee)) continue;
    story.add(outcome === "waived" ? { type: "fee-waived", fee } : { type: "fee-paid", fee, vnd, ...(isBlank(receipt) ? {} : { receipt }) });
  }
}

/** The register of results is kept by dossier code: one entry a dossier and result, one for each entry of its list. */
function registerNumbers(story: Unfolding, result: string): readonly string[] {
  const { code } = story.state;
  const { entries } = issuedResult(story.context.module, result, story.facts());
  return entries === undefined ? [code] : entries.map((nth) => `${code}/${nth}`);
}
