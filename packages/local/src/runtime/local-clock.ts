import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** The clock of the local shop: real time, shifted. Functions, executions and schedules read it; log-ins do not. */
export interface LocalClock {
  readonly now: () => Date;
  /** Moves the clock to an instant, ISO 8601. */
  readonly set: (iso: string) => Promise<void>;
  /** Moves the clock by milliseconds, or to an instant. */
  readonly advance: (by: number | string) => Promise<void>;
  /** Back to real time. */
  readonly reset: () => Promise<void>;
}

/** A clock and what the parts of the runtime need of it. */
export interface ShiftingClock extends LocalClock {
  /** Milliseconds between real and local time. */
  readonly offset: () => number;
  /** Called after each move. */
  readonly onMove: (listener: () => void) => void;
}

/** Creates the clock; its shift is kept in `file`. @throws RangeError on what is no instant */
export function createLocalClock(file: string, startAt?: string): ShiftingClock {
  let offset = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const listeners: (() => void)[] = [];
  const shift = async (to: number): Promise<void> => {
    if (!Number.isFinite(to)) throw new RangeError("not an instant in ISO 8601");
    offset = to;
    writeFileSync(file, String(offset));
    for (const listener of listeners) listener();
  };
  if (startAt !== undefined) void shift(Date.parse(startAt) - Date.now());
  return {
    now: () => new Date(Date.now() + offset),
    set: (iso) => shift(Date.parse(iso) - Date.now()),
    advance: (by) => shift(typeof by === "number" ? offset + by : Date.parse(by) - Date.now()),
    reset: () => shift(0),
    offset: () => offset,
    onMove: (listener) => void listeners.push(listener),
  };
}
