import * as z from "zod/mini";

type Check = ReturnType<typeof z.check>;

/** Runs also where other checks of the same value have failed, so that everything is found at once. */
export const ALWAYS = { when: () => true };

/** `if`, `then`, `else`: holds the value to one schema or to the other; issues keep their places. */
// @__NO_SIDE_EFFECTS__
export function applies(condition: (value: unknown) => boolean, then?: z.ZodMiniType, otherwise?: z.ZodMiniType): Check {
  return z.check((payload) => {
    const result = (condition(payload.value) ? then : otherwise)?.safeParse(payload.value);
    if (result?.success !== false) return;
    for (const issue of result.error.issues) payload.issues.push({ ...issue, input: payload.value } as (typeof payload.issues)[number]);
  }, ALWAYS);
}
