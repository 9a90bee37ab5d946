import type { Actor, Command } from "@motcua/dossier";
import { documentProblems, factsAt, gateProblem } from "@motcua/dossier";
import type { Problem, ProcedureModule, Result } from "@motcua/procedure";
import { isError, localSettings, ok } from "@motcua/procedure";
import { dutiesOf } from "./duties.ts";
import { checkFiles } from "./check-files.ts";
import type { Caller, Submission } from "./handlers.ts";
import { inForce } from "./in-force.ts";
import { localDay, localInstant } from "./local-day.ts";
import { pinnedModule } from "./pinned-module.ts";
import type { Membership } from "./ports/people.ts";
import type { Ports } from "./ports/index.ts";
import { problem } from "./problem-table.ts";
import { intakeRole } from "./rights.ts";

/** A submission that may be decided: everything but its code. */
export interface PreparedSubmission {
  readonly module: ProcedureModule;
  readonly command: Omit<Extract<Command, { type: "submit" }>, "code">;
  readonly warnings: readonly Problem[];
}

/** Checks a normalised submission against the catalogue, the province, the form and the caller's files; all problems at once. */
export async function prepareSubmission(ports: Ports, caller: Caller | undefined, submission: Submission): Promise<Result<PreparedSubmission>> {
  const now = ports.clock.now();
  const today = localDay(now);
  const entry = inForce(ports.catalogue, submission.procedure, today);
  if (entry === undefined) return { ok: false, problems: [problem("unknown-procedure", "/procedure")] };
  if (submission.version !== undefined && submission.version !== entry.version) return { ok: false, problems: [problem("stale-version", "/version")] };
  const module = await pinnedModule(ports, { procedure: entry.code, version: entry.version });
  const memberships = caller === undefined ? [] : await dutiesOf(ports, caller.sub);
  const found = module.problems(submission.form, { today, channel: submission.channel, submittedOn: today }).map(inForm);
  const problems = [
    ...placeProblems(ports, module, submission),
    ...found.filter(isError),
    ...documentsMissing(module, submission, { at: localInstant(now), formHolds: !found.some(isError) }),
    ...(await checkFiles(ports.files, submission.documents, { caller, draft: submission.draft })),
  ];
  const actor = submissionActor({ caller, memberships, module, submission });
  if (actor === undefined) problems.push(problem("channel-needs-officer", "/channel"));
  if (problems.length > 0 || actor === undefined) return { ok: false, problems };
  const command = {
    type: "submit", actor, at: localInstant(now), channel: submission.channel, receivingUnit: submission.receivingUnit, form: submission.form,
    answers: submission.answers ?? {}, documents: submission.documents, resultBy: submission.resultBy, salt: ports.random(16),
    ...(submission.channel === "online" && submission.assisted !== true && caller !== undefined ? { account: caller.sub } : {}),
  } as const;
  return ok({ module, command, warnings: found.filter((entry) => !isError(entry)) });
}

/** What the papers lack, beside what the form lacks: everything at once. What a gate stops needs none. */
function documentsMissing(module: ProcedureModule, submission: Submission, { at, formHolds }: { readonly at: string; readonly formHolds: boolean }): readonly Problem[] {
  const { form, channel, answers = {}, documents } = submission;
  const facts = factsAt(module, { form, channel, submittedAt: at, answers, records: {} }, at);
  return formHolds && gateProblem(module, facts) !== undefined ? [] : documentProblems(module, facts, documents);
}

function placeProblems(ports: Ports, module: ProcedureModule, submission: Submission): Problem[] {
  const problems: Problem[] = [];
  if (!module.procedure.channels.includes(submission.channel)) problems.push(problem("channel-not-offered", "/channel"));
  const desks = localSettings(ports.province, module.procedure)?.receivedAt ?? ports.province.units.map(({ code }) => code);
  if (!desks.includes(submission.receivingUnit)) problems.push(problem("unknown-unit", "/receivingUnit"));
  return problems;
}

/**
 * Online the applicant acts; at the counter and by post an officer of the receiving unit enters the dossier. Whoever helps
 * online may be an intake officer of any unit: where people are helped need not be where their dossier is received. None of
 * them ever becomes its owner.
 */
function submissionActor(of: {
  readonly caller: Caller | undefined;
  readonly memberships: readonly Membership[];
  readonly module: ProcedureModule;
  readonly submission: Submission;
}): Actor | undefined {
  const { caller, memberships, module, submission } = of;
  const assisted = submission.channel === "online" && submission.assisted === true;
  if (submission.channel === "online" && !assisted) return { kind: "applicant", id: caller?.sub ?? "anonymous" };
  const role = intakeRole(module);
  const membership = memberships.find((held) => (assisted || held.unit === submission.receivingUnit) && held.role === role);
  if (caller === undefined || membership === undefined) return undefined;
  return { kind: "officer", id: caller.sub, unit: membership.unit, role: membership.role };
}

function inForm(found: Problem): Problem {
  return { ...found, pointer: `/form${found.pointer}` };
}
