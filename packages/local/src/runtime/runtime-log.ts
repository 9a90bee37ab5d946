/** One line of what happens in the local shop. */
export interface LogLine {
  /** Local clock, ISO 8601. */
  readonly at: string;
  /** Function or part of the runtime that wrote it. */
  readonly source: string;
  readonly level: "info" | "error";
  readonly text: string;
}

/** Collects log lines of functions and runtime; the last 20,000 are kept. */
export interface RuntimeLog {
  readonly write: (source: string, text: string, level?: LogLine["level"]) => void;
  readonly lines: () => readonly LogLine[];
}

const KEPT = 20_000;

/** Creates a log on the local clock; errors of the runtime itself are also given to `onLine`. */
export function createRuntimeLog(now: () => Date, onLine?: (line: string) => void): RuntimeLog {
  let lines: LogLine[] = [];
  return {
    write: (source, text, level = "info") => {
      lines.push({ at: now().toISOString(), source, level, text });
      if (lines.length > KEPT * 1.5) lines = lines.slice(-KEPT);
      if (level === "error") onLine?.(`[${source}] ${text}`);
    },
    lines: () => lines.slice(-KEPT),
  };
}
