/**
 * Units of a legal duration: minutes and working hours count inside sessions, `h` is elapsed time,
 * `wd` working days, `d` calendar days, `mo` months, `same-day` the end of the day of receipt.
 */
export type DurationUnit = "min" | "wh" | "h" | "wd" | "d" | "mo" | "same-day";

/** A duration in the one grammar used everywhere. `same-day` has value 0. */
export interface Duration {
  readonly value: number;
  readonly unit: DurationUnit;
}

const GRAMMAR = /^(\d+(?:\.\d+)?)(min|wh|h|wd|d|mo)$/;

/**
 * Parses `30min`, `2wh`, `24h`, `0.5wd`, `3wd`, `10d`, `2mo`, `same-day`; `undefined` when it is none of these. Months
 * take halves only: half a month is 15 days, no other part of a month has a length (Civil Code 2015, Article 146).
 */
export function parseDuration(text: string): Duration | undefined {
  if (text === "same-day") return { value: 0, unit: "same-day" };
  const match = GRAMMAR.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]);
  const unit = match[2] as DurationUnit;
  return unit === "mo" && !Number.isInteger(value * 2) ? undefined : { value, unit };
}

/** A duration as {@link parseDuration} reads it. */
export function durationText({ value, unit }: Duration): string {
  return unit === "same-day" ? unit : `${value}${unit}`;
}
