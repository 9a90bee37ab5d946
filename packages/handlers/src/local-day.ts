const OFFSET_MS = 7 * 3_600_000;

/** The ISO date of an instant in Asia/Ho_Chi_Minh, which has no summer time. */
export function localDay(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The date part of a dossier code, `yymmdd`, in Asia/Ho_Chi_Minh. */
export function codeDay(instant: Date): string {
  return localDay(instant).slice(2).replaceAll("-", "");
}

/** An instant as ISO 8601 with Vietnam's offset, to the millisecond: `2026-10-05T09:10:00.000+07:00`. */
export function localInstant(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().replace("Z", "+07:00");
}
