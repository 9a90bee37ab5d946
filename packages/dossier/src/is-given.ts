import type { GivenDocument } from "./command.ts";

/** Whether a document was given at all: on paper, shown, as a file or as data. */
export function isGiven(given: GivenDocument): boolean {
  const counted = (given.original ?? 0) + (given.copy ?? 0) + (given.sets ?? 0);
  return counted > 0 || given.presented === true || given.electronic === true || given.retrieved === true;
}
