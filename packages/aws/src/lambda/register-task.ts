import type { WaitingState } from "../waiting-state.ts";
import { registrationOf } from "../waiting-state.ts";
import { runningHandlers } from "./running-handlers.ts";

/** A waiting state of an execution hands over its token. Its answer comes later, by `SendTaskSuccess`. */
export async function handler(event: WaitingState): Promise<void> {
  await runningHandlers(import.meta.url).handlers.register(registrationOf(event));
}
