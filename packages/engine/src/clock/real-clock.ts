import type { Clock } from "./clock.ts";
import { TimerQueue } from "./timer-queue.ts";

/** The longest that is slept at once: `setTimeout` counts milliseconds in 31 bits (24.8 days) and fires at once beyond. */
const LONGEST = 86_400_000;

/** A clock that goes by itself. */
export interface RealClock extends Clock {
  /** To be called when `now` has jumped: what has become due is called back at once. */
  readonly moved: () => void;
}

/** Real time, or a shifted one: `now` gives milliseconds since the epoch and may jump if {@link RealClock.moved} is told. */
export function createRealClock(now: () => number = Date.now): RealClock {
  const timers = new TimerQueue();
  let sleeping: NodeJS.Timeout | undefined;
  const fire = (): void => {
    for (let due = timers.take(now()); due !== undefined; due = timers.take(now())) due.callback();
    sleep();
  };
  const sleep = (): void => {
    clearTimeout(sleeping);
    const next = timers.peek();
    sleeping = next === undefined ? undefined : setTimeout(fire, Math.min(Math.max(next.at - now(), 0), LONGEST));
  };
  return {
    now,
    schedule: (at, callback) => {
      const timer = timers.add(at, callback);
      if (timers.peek() === timer) sleep();
      return () => {
        timer.cancelled = true;
        // So that a process with nothing left to wait for can end.
        if (timers.peek() === undefined) sleep();
      };
    },
    moved: sleep,
  };
}
