import type { Catalogue, CatalogueEntry } from "./ports/catalogue.ts";

/** The version of a procedure in force on a local ISO date: of several, the one that came into force last. */
export function inForce(catalogue: Catalogue, procedure: string, day: string): CatalogueEntry | undefined {
  return catalogue.entries
    .filter((entry) => entry.code === procedure && isInForce(entry, day))
    .reduce<CatalogueEntry | undefined>((latest, entry) => (latest === undefined || entry.from > latest.from ? entry : latest), undefined);
}

/** Whether a version is in force on a local ISO date; both ends belong to it. */
export function isInForce(entry: CatalogueEntry, day: string): boolean {
  return entry.from <= day && (entry.to === undefined || day <= entry.to);
}
