import { isError, ok, openSteps, refused, type Problem, type Result } from "@motcua/procedure";
import { localDate } from "@motcua/calendar";
import type { Command, GivenDocument } from "../command.ts";
import { resume } from "../hold-clock.ts";
import { mayActAsApplicant } from "../may-act.ts";
import { projectStatus } from "../national-status.ts";
import { documentProblems } from "../needs.ts";
import { reopenStep } from "../open-step.ts";
import { refusal } from "../problems.ts";
import { SUPPLEMENT_STEP } from "../supplement-task.ts";
import type { Unfolding } from "../unfolding.ts";

type Supplement = Extract<Command, { type: "supplement" }>;

/** What was missing has come: the next generation starts where the last one left, with the answers already given. */
export function supplement(story: Unfolding, command: Supplement): Result<Unfolding> {
  const { phase, position, supplements, suspended = [], generation } = story.state;
  const request = supplements.at(-1);
  if (phase !== "supplement" || request === undefined || position === undefined) return refused(refusal("supplement-not-requested", "/act"));
  if (!mayActAsApplicant(story)) return refused(refusal("not-your-task", "/act"));
  if (command.form !== undefined) story.remember({ form: command.form });
  const documents = merged(story.state.documents, command.documents);
  const problems = [...formProblems(story, command), ...documentProblems(story.context.module, story.facts(), documents)];
  if (problems.length > 0) return { ok: false, problems };
  const awaited = Object.values(story.state.tasks).find(({ step }) => step === SUPPLEMENT_STEP);
  if (awaited !== undefined) story.add({ type: "task-done", task: awaited.id, step: awaited.step, outcome: "supplemented", late: false });
  story.add({ type: "supplemented", number: request.number, documents, personalHash: story.personalHash() });
  resume(story, "supplement");
  story.add({ type: "generation-started", generation: generation + 1, machine: story.context.machine, facts: story.routeFacts(), position });
  // Its time starts again: it is received again, and then goes on where it stood, with the work already done.
  if (story.state.acceptedAt !== undefined && story.procedure.clock.supplement === "RESTART") projectStatus(story, 2);
  for (const id of openSteps(position)) reopenStep(story, id, suspended);
  projectStatus(story);
  return ok(story);
}

function formProblems(story: Unfolding, { form }: Supplement): readonly Problem[] {
  if (form === undefined) return [];
  const { channel, submittedAt } = story.state;
  const found = story.context.module.problems(form, { channel, today: localDate(story.at), submittedOn: localDate(submittedAt) });
  return found.filter(isError).map((problem) => ({ ...problem, pointer: `/form${problem.pointer}` }));
}

/** Documents by id, later ones in the place of earlier ones: nothing that was given is lost. */
function merged(before: readonly GivenDocument[], more: readonly GivenDocument[]): readonly GivenDocument[] {
  const byId = new Map(before.map((document) => [document.id, document]));
  for (const document of more) byId.set(document.id, document);
  return [...byId.values()];
}
