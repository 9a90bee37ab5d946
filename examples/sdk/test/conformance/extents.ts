import type { Extent } from "./conformance.ts";

/** What every run judges, and what is written down in `expected.json`. */
export const QUICK: Extent = { forms: 200, facts: 200 };

/** What engines are compared on where MOTCUA_SLOW is set: ten thousand forms a rule. */
export const FULL: Extent = { forms: 1_000, facts: 10_000 };
