import { isIsoDay } from "@motcua/calendar";
import type { DurationText, Facts, Problem } from "@motcua/procedure";
import type { GivenDocument } from "./command.ts";
import { civilDay } from "./deadlines.ts";
import { type AskedDocument, numberedName } from "./document-entries.ts";
import { isGiven } from "./is-given.ts";
import { refusal, type RefusalCode } from "./problems.ts";

/** The days an age is judged by: the day the dossier was handed in, and this day. */
type Days = Pick<Facts, "submittedOn" | "today">;

/**
 * What is wrong with the date a paper bears: it is not known, is no day there has been, or is too long ago. A period that
 * begins with a date ends on the day of the same number, or on the last of a month that has none.
 * @see Bộ luật Dân sự 2015, Điều 148
 */
export function ageFault(notOlderThan: DurationText, issuedOn: string | undefined, { submittedOn, today }: Days): Extract<RefusalCode, `document-${string}`> | undefined {
  if (issuedOn === undefined || !isIsoDay(issuedOn)) return "document-date-missing";
  if (issuedOn > today) return "document-date-ahead";
  return civilDay(issuedOn, notOlderThan) < submittedOn ? "document-too-old" : undefined;
}

/** Papers handed in with the dossier that are older than they may be, or do not say how old they are. What the agency retrieves bears no date. */
export function agedDocuments(applicable: readonly AskedDocument[], given: ReadonlyMap<string, GivenDocument>, days: Days): readonly Problem[] {
  return applicable.flatMap(({ definition: { id, name, notOlderThan, at }, entry }) => {
    const document = given.get(id);
    if (notOlderThan === undefined || at !== undefined || document === undefined || !isGiven(document) || document.retrieved === true) return [];
    const fault = ageFault(notOlderThan, document.issuedOn, days);
    return fault === undefined ? [] : [refusal(fault, `/documents/${id}`, numberedName(name, entry))];
  });
}
