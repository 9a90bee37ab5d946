import { runningHandlers } from "./running-handlers.ts";

/** On a schedule: what got stuck between a commit and its execution. */
export async function handler(): Promise<{ readonly repeated: number }> {
  return { repeated: await runningHandlers(import.meta.url).handlers.reconcile() };
}
