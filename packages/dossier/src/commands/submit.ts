import { enter, ok, type Problem, type Result } from "@motcua/procedure";
import type { Command } from "../command.ts";
import type { DecideContext } from "../decide.ts";
import { dueAfter } from "../deadlines.ts";
import { factsAt } from "../dossier-facts.ts";
import { projectStatus } from "../national-status.ts";
import { moveForks } from "../move-forks.ts";
import { valueAt } from "../form-value.ts";
import { applicableCase, documentProblems, gateProblem } from "../needs.ts";
import { openStep } from "../open-step.ts";
import type { PersonalRecord } from "../personal.ts";
import { refusal } from "../problems.ts";
import { settledFees } from "../settled-fees.ts";
import { Unfolding } from "../unfolding.ts";
import { unitHolder } from "../unit-holder.ts";

type Submit = Extract<Command, { type: "submit" }>;

/** Takes a dossier in. A gate answers alone: what it stops needs no papers. */
export function submit(command: Submit, context: DecideContext): Result<Unfolding> {
  const { form, channel, answers, at, documents } = command;
  const facts = factsAt(context.module, { form, channel, submittedAt: at, answers, records: {} }, at);
  const gate = gateProblem(context.module, facts);
  if (gate !== undefined) return { ok: false, problems: [gate] };
  const applicable = applicableCase(context.module, facts);
  const competentUnit = competentUnitOf(command, context);
  const problems: Problem[] = [
    ...(applicable === undefined ? [refusal("no-case", "/form")] : []),
    ...(competentUnit === undefined ? [refusal("unknown-competent-unit", `/form${communePointer(context) ?? ""}`)] : []),
    ...documentProblems(context.module, facts, documents),
  ];
  if (problems.length > 0 || applicable === undefined || competentUnit === undefined) return { ok: false, problems };
  const personal: PersonalRecord = { salt: command.salt, form, records: {}, answers, notes: {} };
  const story = new Unfolding({ code: command.code, command, state: undefined, personal, context });
  const fees = settledFees(context, facts, { case: applicable });
  story.add({ ...submission(command, context), case: applicable, competentUnit, fees, personalHash: story.personalHash() });
  story.add({ type: "status-changed", from: 0, to: 1 });
  begin(story);
  return ok(story);
}

function submission(command: Submit, { module, calendar }: DecideContext) {
  const { channel, receivingUnit, documents, resultBy, account, at } = command;
  const acceptanceDue = dueAfter(at, module.procedure.clock.acceptance, calendar);
  const { code: procedure, version } = module.procedure;
  return {
    type: "submitted", procedure, version, channel, receivingUnit, documents, resultBy,
    ...(account === undefined ? {} : { account }),
    ...(acceptanceDue === undefined ? {} : { acceptanceDue }),
  } as const;
}

function communePointer({ module }: DecideContext): string | undefined {
  const { competentUnit } = module.procedure;
  return competentUnit !== undefined && "at" in competentUnit ? competentUnit.at : undefined;
}

/** The unit that settles the dossier: the receiving one, unless the form names another commune, or it is the province's own or an agency's. */
function competentUnitOf({ form, receivingUnit }: Submit, context: DecideContext): string | undefined {
  const { procedure } = context.module;
  const { competentUnit } = procedure;
  if (competentUnit === undefined) return receivingUnit;
  if ("level" in competentUnit) return context.provinceUnit;
  if ("at" in competentUnit) {
    const commune = valueAt(form, competentUnit.at);
    return typeof commune === "string" ? context.unitOfCommune(commune) : undefined;
  }
  const { unit, of } = unitHolder({ procedure, receivingUnit, competentUnit: receivingUnit, form, context }, competentUnit.unit);
  return of === undefined ? unit : undefined;
}

function begin(story: Unfolding): void {
  const facts = story.routeFacts();
  const { workflow } = story.procedure;
  const arrival = enter(workflow, workflow.start, facts);
  if (arrival.position === undefined) throw new RangeError("a workflow ends before it begins");
  story.add({ type: "generation-started", generation: 1, machine: story.context.machine, facts, position: arrival.position });
  moveForks(story, arrival.forks);
  for (const id of arrival.entered) openStep(story, id);
  projectStatus(story);
}
