import type { StateKind } from "./state-kind.ts";

/** Succeed: ends its thread with what it was given. */
export const succeed: StateKind = async (visit, language) => ({ do: "finish", result: await language.payload(visit) });
