import type { DossierState, EventBatch } from "@motcua/client";
import { legalLimit } from "@motcua/dossier";
import type { DurationText, Procedure } from "@motcua/procedure";

/** A dossier as the list of open dossiers holds it, one JSON line each. */
export interface ExportedDossier {
  readonly code: string;
  readonly start: string;
  readonly limit: string;
  readonly unit: string;
  readonly due: string;
  readonly cutOff?: string;
  readonly pauses?: readonly { readonly from: string; readonly to: string; readonly policy: string }[];
  readonly extensions?: readonly { readonly at: string; readonly by: DurationText }[];
}

/** What a line is made of. */
export interface ExportSource {
  readonly state: DossierState;
  readonly log: readonly EventBatch[];
  /** Definition of the version the dossier was filed under. */
  readonly procedure: Procedure;
  readonly localLimits?: Readonly<Record<string, DurationText>>;
}

/**
 * The line of a dossier whose main clock runs; `undefined` for any other: before acceptance no date is printed, a pause
 * counts on the new calendar when it ends. An extension with an apology is to a day, not by a time: it is not listed, and
 * impact tells such a dossier as one to be looked at by hand.
 */
export function exportedLine({ state, log, procedure, localLimits = {} }: ExportSource): ExportedDossier | undefined {
  const { code, acceptedAt, due, finding } = state;
  const over = state.finishedAt !== undefined || state.corrections !== undefined || state.endedAt !== undefined;
  if (acceptedAt === undefined || due === undefined || state.pausedSince !== undefined || over) return undefined;
  const { limit, cutOff } = legalLimit(procedure, { case: state.case, channel: state.channel, ...(finding === undefined ? {} : { finding }) }, localLimits);
  const pauses = pausesOf(log, acceptedAt, procedure);
  const extensions = extensionsOf(log, procedure);
  return {
    code, start: acceptedAt, limit: limit.unit === "same-day" ? "same-day" : `${limit.value}${limit.unit}`, unit: state.competentUnit, due,
    ...(cutOff === undefined ? {} : { cutOff }), ...(pauses.length === 0 ? {} : { pauses }), ...(extensions.length === 0 ? {} : { extensions }),
  };
}

function pausesOf(log: readonly EventBatch[], acceptedAt: string, { clock }: Procedure): NonNullable<ExportedDossier["pauses"]> {
  let since: string | undefined;
  return log.flatMap(({ at, events }) => events.flatMap((event) => {
    if (event.type === "paused" || (event.type === "withdrawn" && since === undefined)) since = at;
    if (event.type !== "resumed" || since === undefined || Date.parse(since) < Date.parse(acceptedAt)) return [];
    return [{ from: since, to: at, policy: event.why === "waiting" || event.why === "withdrawn" ? "EXTEND" : (clock[event.why] ?? "NONE") }];
  }));
}

/** More time a verification brings with it, as its step says. */
function extensionsOf(log: readonly EventBatch[], { workflow }: Procedure): NonNullable<ExportedDossier["extensions"]> {
  return log.flatMap(({ at, events }) => events.flatMap((event) => {
    const step = event.type === "extended" && event.why === "verification" ? workflow.steps[event.step] : undefined;
    return step?.kind === "consult" ? [{ at, by: step.within }] : [];
  }));
}
