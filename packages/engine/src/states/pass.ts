import type { StateKind } from "./state-kind.ts";

/** Pass: gives its literal `Result`, or what it was given. */
export const pass: StateKind = async (visit, language) => {
  const payload = await language.payload(visit);
  return { do: "finish", result: visit.state.Result ?? payload };
};
