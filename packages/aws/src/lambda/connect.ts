import { registrationOf } from "../waiting-state.ts";
import type { ConnectingState } from "../waiting-state.ts";
import { isLastAttempt } from "../waiting-state.ts";
import { runningHandlers } from "./running-handlers.ts";

/** A register step: the token first, so that the outcome can be answered; then the call. */
export async function handler(event: ConnectingState): Promise<void> {
  const { handlers } = runningHandlers(import.meta.url);
  const registration = registrationOf(event);
  await handlers.register(registration);
  const { code, generation, wait } = registration;
  await handlers.connect({ code, generation, wait, step: event.step, lastAttempt: isLastAttempt(event) });
}
