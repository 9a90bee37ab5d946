import type { StateKind } from "./state-kind.ts";

/** Fail: ends its thread with an error; both its name and its cause may be left out. */
export const fail: StateKind = async (visit, language) => {
  const error = await language.field(visit, "Error");
  const cause = await language.field(visit, "Cause");
  return { do: "fail", failure: { ...(error === undefined ? {} : { error: String(error.value) }), ...(cause === undefined ? {} : { cause: String(cause.value) }) } };
};
