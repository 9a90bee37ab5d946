import { runningHandlers } from "./running-handlers.ts";

/** On a schedule: commands whose legal time has come. */
export async function handler(): Promise<{ readonly issued: number }> {
  return { issued: await runningHandlers(import.meta.url).handlers.sweep() };
}
