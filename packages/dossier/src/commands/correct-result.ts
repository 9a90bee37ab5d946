import { enter, madeResults, ok, refused, type Result, type Step, type Target } from "@motcua/procedure";
import type { Command } from "../command.ts";
import { cancelTasks, endGeneration } from "../end-dossier.ts";
import { moveForks } from "../move-forks.ts";
import { projectStatus } from "../national-status.ts";
import { openStep } from "../open-step.ts";
import { refusal } from "../problems.ts";
import type { Unfolding } from "../unfolding.ts";
import { taskOf } from "./task-of.ts";
import { isBlank } from "../is-blank.ts";

type Steps = Readonly<Record<string, Step>>;

/**
 * An error is found in a result before it is handed over: the dossier goes back to where it was signed, in a generation of
 * its own, and everything signed or sealed from there on has to be signed and sealed again. When it was finished first
 * stays in its history: the law's clock does not run twice.
 */
export function correctResult(story: Unfolding, command: Extract<Command, { type: "correct-result" }>): Result<Unfolding> {
  const open = taskOf(story, command.task);
  if (!open.ok) return open;
  const { steps } = story.procedure.workflow;
  if (steps[open.value.step]?.kind !== "return") return refused(refusal("correction-not-here", "/task"));
  const { finishedAt, results, generation, delivery } = story.state;
  if (delivery?.state === "posted") return refused(refusal("already-posted", "/act"));
  const step = firstSigned(steps, story.procedure.workflow.start, results);
  if (step === undefined || finishedAt === undefined) return refused(refusal("nothing-to-correct", "/act"));
  if (isBlank(command.reason)) return refused(refusal("reason-missing", "/reason"));
  const facts = story.routeFacts();
  const { position, entered, forks } = enter(story.procedure.workflow, step, facts);
  if (position === undefined) throw new RangeError(`${step} is signed and leads nowhere`);
  story.add({ type: "result-corrected", finishedAt, step, results: resultsFrom(steps, step), reasonHash: story.note(command.reason) });
  cancelTasks(story, "corrected");
  endGeneration(story, "corrected");
  story.add({ type: "generation-started", generation: generation + 1, machine: story.context.machine, facts, position });
  moveForks(story, forks);
  for (const id of entered) openStep(story, id);
  projectStatus(story);
  return ok(story);
}

/** Of the steps outside forks whose result is signed, the one that was signed first. */
function firstSigned(steps: Steps, start: string, results: Unfolding["state"]["results"]): string | undefined {
  const signed = reached(steps, start, outsideForks).flatMap((id) => {
    const step = steps[id];
    return step?.kind === "sign" ? madeResults(step).flatMap((result) => results[result]?.signedAt ?? []).map((at) => ({ id, at: Date.parse(at) })) : [];
  });
  return signed.toSorted((a, b) => a.at - b.at)[0]?.id;
}

/** Results that are signed or sealed at a step or after it. */
function resultsFrom(steps: Steps, from: string): readonly string[] {
  const made = reached(steps, from, (step) => [...outsideForks(step), ...(step.kind === "fork" ? Object.values(step.branches).map(({ start }) => start) : [])]);
  return [...new Set(made.flatMap((id) => madeResults(steps[id])))];
}

function outsideForks(step: Step): readonly Target[] {
  return [...Object.values(step.next), ...(step.skip === undefined ? [] : [step.skip])];
}

/** Steps that can be reached from one, itself included. */
function reached(steps: Steps, from: string, ways: (step: Step) => readonly Target[]): readonly string[] {
  const found = new Set([from]);
  for (const id of found) {
    const step = steps[id];
    for (const target of step === undefined ? [] : ways(step)) if (steps[target] !== undefined) found.add(target);
  }
  return [...found];
}
