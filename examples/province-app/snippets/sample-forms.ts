import birth from "@dongthap/procedures/1.001193";
import { validForms } from "@motcua/codegen/arbitrary";
import fc from "fast-check";

/** Twenty forms that are valid, values at their limits among them: the same every time. */
export const samples: readonly unknown[] = fc.sample(validForms(birth, { today: "2026-10-05" }), { numRuns: 20, seed: 1 });
