/** An instant as the national payloads write it: `yyyyMMddHHmmss`, Asia/Ho_Chi_Minh. */
export function nationalTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return local.slice(0, 19).replace(/\D/g, "");
}

/** The instant a national time stands for, ISO 8601 with `+07:00`; `undefined` for anything else. */
export function instantOf(time: unknown): string | undefined {
  const parts = typeof time === "string" ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(time) : null;
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`;
  return Number.isNaN(Date.parse(instant)) ? undefined : instant;
}
