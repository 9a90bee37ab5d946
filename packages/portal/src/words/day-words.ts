const ZONE = "Asia/Ho_Chi_Minh";
const DAY = new Intl.DateTimeFormat("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: ZONE });
const TIME = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: ZONE });

/** An instant as a day in Việt Nam: `07/03/2026`. */
export function dayOf(instant: string | Date): string {
  return DAY.format(new Date(instant));
}

/** An instant as time and day in Việt Nam: `17:00 ngày 07/03/2026`. */
export function timeOf(instant: string | Date): string {
  return `${TIME.format(new Date(instant))} ngày ${dayOf(instant)}`;
}

/** An ISO date, whole or in part, as people write it: `07/03/2026`, `03/2026`, `2026`; anything else as it is. */
export function isoDayWords(value: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(value) ? value.split("-").toReversed().join("/") : value;
}

/** The ISO date of an instant in Việt Nam. */
export function isoDay(instant: Date): string {
  return dayOf(instant).split("/").toReversed().join("-");
}
