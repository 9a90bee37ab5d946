const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since the epoch of an ISO 8601 date-time with offset (capital T and Z); undefined for any other text. */
export function timestampOf(text: string): number | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const at = Date.parse(text.replace(/(\.\d{3})\d+/, "$1"));
  const [, year, month, day] = match.map(Number);
  const days = new Date(Date.UTC(year as number, month as number, 0)).getUTCDate();
  return Number.isNaN(at) || (day as number) > days ? undefined : at;
}
