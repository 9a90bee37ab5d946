import type { Ports } from "@motcua/handlers";

/** Structured log entries: one JSON line each on standard output, which Lambda keeps. */
export function jsonLog(clock: { now(): Date }): Ports["log"] {
  return (entry) => {
    process.stdout.write(`${JSON.stringify({ at: clock.now().toISOString(), ...entry })}\n`);
  };
}
