import * as birth from "@dongthap/procedures/1.001193";

/** What a page shows at its fields, or the form, typed. There is no clock in the rules: today is given. */
export function checkBirth(input: unknown, today: string): birth.Form | readonly string[] {
  const checked = birth.check(input, { today, channel: "online" });
  if (!checked.ok) return checked.problems.map(({ pointer, message }) => `${pointer}: ${message.vi}`);
  return checked.value;
}
