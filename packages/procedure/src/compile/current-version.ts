/** What selecting a version by day needs to know of a procedure. */
export interface DatedVersion {
  readonly code: string;
  readonly effective: { readonly from: string; readonly to?: string };
}

/**
 * The version of a procedure under which dossiers are received on a day (ISO date, both ends of a period included).
 * Of several that are in force, the one that came last.
 */
export function currentVersion<T extends DatedVersion>(procedures: readonly T[], code: string, day: string): T | undefined {
  return procedures
    .filter((procedure) => procedure.code === code && procedure.effective.from <= day && (procedure.effective.to === undefined || day <= procedure.effective.to))
    .toSorted((a, b) => (a.effective.from < b.effective.from ? 1 : -1))[0];
}
