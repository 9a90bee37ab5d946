import { TerminalError } from "@motcua/handlers";
import { runningHandlers } from "./running-handlers.ts";

/**
 * Every night: signs what happened on the days before.
 * @throws TerminalError when a log does not hold; what does hold has been sealed
 */
export async function handler(): Promise<{ readonly sealed: number }> {
  const { sealed, broken } = await runningHandlers(import.meta.url).handlers.sealDays();
  if (broken.length > 0) throw new TerminalError(`logs that do not hold: ${broken.join(", ")}`);
  return { sealed };
}
