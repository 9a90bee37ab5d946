import type { Clock } from "./clock.ts";
import { TimerQueue } from "./timer-queue.ts";

/** A clock that stands still until it is told to move. */
export interface VirtualClock extends Clock {
  /** Moves to an instant, calling back on the way in order of time, each at its own instant. The clock never goes back. */
  readonly advance: (to: number) => Promise<void>;
  /** Instant of the next callback. */
  readonly next: () => number | undefined;
  /** Waits until what is under way has come to rest, without moving. */
  readonly settle: () => Promise<void>;
}

/** A virtual clock that begins at an instant, in milliseconds since the epoch. */
export function createVirtualClock(start: number): VirtualClock {
  const timers = new TimerQueue();
  const users: (() => Promise<void>)[] = [];
  let instant = start;
  const settle = async (): Promise<void> => {
    for (const settled of users) await settled();
  };
  return {
    now: () => instant,
    next: () => timers.peek()?.at,
    settle,
    onSettle: (settled) => void users.push(settled),
    schedule: (at, callback) => {
      const timer = timers.add(at, callback);
      return () => void (timer.cancelled = true);
    },
    advance: async (to) => {
      await settle();
      for (let due = timers.take(to); due !== undefined; due = timers.take(to)) {
        instant = Math.max(instant, due.at);
        due.callback();
        await settle();
      }
      instant = Math.max(instant, to);
    },
  };
}
