import type { SyncRun } from "@motcua/handlers";
import { runningHandlers } from "./running-handlers.ts";

/** On a schedule: tells the national portal what it has not acknowledged. */
export async function handler(): Promise<SyncRun> {
  return runningHandlers(import.meta.url).handlers.sync();
}
