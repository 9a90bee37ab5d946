/** Whether a text is a day of the calendar, `YYYY-MM-DD`: 30 February is not. */
export function isIsoDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
