import { dueAt, localDate } from "@motcua/calendar";
import { type DurationText, evaluate, madeResults } from "@motcua/procedure";
import { civilDay, durationOf } from "./deadlines.ts";
import { issuedResult } from "./issued-results.ts";
import type { Unfolding } from "./unfolding.ts";
import type { UnitHolder } from "./unit-holder.ts";

/** Who is to be told of a result: one of the parties, or the unit behind one of the procedure's `units`. Names no person. */
export type Notified = { readonly party: string } | (UnitHolder & { readonly named: string });

/** What whoever was given a result has to do, and its last day, ISO date. */
export interface OwedDuty {
  readonly duty: string;
  readonly by: string;
}

/**
 * A result was signed or sealed: with the last of the two that its workflow does, it is issued. Until when it is valid and
 * who is to be told is recorded then, where the definition says either.
 */
export function issueResult(story: Unfolding, id: string, by: "sign" | "seal"): void {
  const steps = Object.values(story.procedure.workflow.steps);
  if (by === "sign" && steps.some((step) => step.kind === "seal" && madeResults(step).includes(id))) return;
  record(story, id);
}

/** The dossier has its result: what no step signs or seals is issued by that. */
export function issueUnsigned(story: Unfolding): void {
  const made = new Set(Object.values(story.procedure.workflow.steps).flatMap(madeResults));
  for (const { id } of story.procedure.results) {
    if (!made.has(id) && issuedResult(story.context.module, id, story.facts()).issued) record(story, id);
  }
}

function record(story: Unfolding, id: string): void {
  const index = story.procedure.results.findIndex((each) => each.id === id);
  const { notify = [] } = story.procedure.results[index] ?? {};
  const validUntil = lastDay(story, index);
  const duties = dutiesOf(story, index, validUntil);
  if (validUntil === undefined && notify.length + duties.length === 0) return;
  const told = notify.map((name): Notified => (story.procedure.units?.[name] === undefined ? { party: name } : { named: name, ...story.reach().unitNamed(name) }));
  story.add({
    type: "result-issued", result: id,
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(duties.length === 0 ? {} : { duties }),
    ...(told.length === 0 ? {} : { notify: told }),
  });
}

/** What is owed of a result, each with its last day; what counts back from an end that does not come is not. */
function dutiesOf(story: Unfolding, index: number, validUntil: string | undefined): readonly OwedDuty[] {
  const [facts, today] = [story.facts(), localDate(story.at)];
  return (story.procedure.results[index]?.duties ?? []).flatMap(({ id, when, within, before }, nth): readonly OwedDuty[] => {
    if (!evaluate(story.context.module, `/procedure/results/${index}/duties/${nth}/when`, facts, when === undefined)) return [];
    if (within !== undefined) return [{ duty: id, by: civilDay(today, within) }];
    return before === undefined || validUntil === undefined ? [] : [{ duty: id, by: civilDay(validUntil, before, -1) }];
  });
}

/** The last day a result is valid: a time from now, a day that is said, or the earlier of the two; none where no way applies. */
function lastDay(story: Unfolding, index: number): string | undefined {
  const validity = story.procedure.results[index]?.validity;
  if (validity === undefined) return undefined;
  if (typeof validity === "string") return after(story, validity);
  const { module } = story.context;
  const [facts, at] = [story.facts(), `/procedure/results/${index}/validity`];
  const nth = validity.findIndex(({ when }, way) => evaluate(module, `${at}/${way}/when`, facts, when === undefined));
  const time = validity[nth]?.time;
  const until = evaluate<unknown>(module, `${at}/${nth}/until`, facts, undefined);
  return [...(time === undefined ? [] : [after(story, time)]), ...(typeof until === "string" ? [until] : [])].toSorted()[0];
}

/** Civil months and days, or working time by the calendar. */
function after({ at, context: { calendar } }: Unfolding, time: DurationText): string {
  const limit = durationOf(time);
  const isCivil = limit.unit === "mo" || limit.unit === "d";
  return isCivil ? civilDay(localDate(at), time) : localDate(dueAt({ start: at, limit, calendar }));
}
