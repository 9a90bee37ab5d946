import type { WindowLeg, WindowRequest } from "../run-window.ts";
import { oracleClock } from "./oracle-clock.ts";
import { instantAt, tickOf } from "./worked-time.ts";

/** What the oracle says of a window: the promise, and of each leg its own due date and whether its holder was late. */
export interface OracleWindow {
  readonly due: string;
  readonly provisional: boolean;
  readonly legs: readonly {
    readonly due: string;
    readonly promised: string;
    readonly late?: boolean;
  }[];
}

/**
 * A legal window over several holders once more: one pass for what the applicant was promised, one for what each holder
 * really had. Limits add up; the day on which one promise ends is not counted by the next; a step that does not count moves
 * the promise to where it really ended, never back.
 */
export function oracleWindow({ start, legs }: WindowRequest): OracleWindow {
  const promises = promisesOf(start, legs);
  return {
    due: promises.at(-1)?.passedOn ?? start,
    provisional: promises.some(({ provisional }) => provisional),
    legs: legs.map((leg, index) => {
      const own = ownDue(start, legs.slice(0, index + 1));
      const late = leg.finishedAt === undefined || leg.counts === false ? {} : { late: tickOf(leg.finishedAt) > tickOf(own) };
      return { due: own, promised: promises[index]?.due ?? start, ...late };
    }),
  };
}

function promisesOf(start: string, legs: readonly WindowLeg[]): readonly { readonly due: string; readonly passedOn: string; readonly provisional: boolean }[] {
  const promises: ReturnType<typeof promisesOf>[number][] = [];
  for (const leg of legs) {
    const before = promises.at(-1)?.passedOn;
    const { due, provisional } = clockOf(leg, before === undefined ? { received: start } : { follows: before });
    const moved = leg.counts === false && leg.finishedAt !== undefined ? instantAt(Math.max(tickOf(before ?? start), tickOf(leg.finishedAt))) : due;
    promises.push({ due, passedOn: moved, provisional });
  }
  return promises;
}

/** What the last of these holders had: from the real hand-over, or from where the holder before should have come to. */
function ownDue(start: string, legs: readonly WindowLeg[]): string {
  const leg = legs.at(-1);
  const before = legs.at(-2);
  if (leg === undefined) return start;
  if (before === undefined) return clockOf(leg, { received: start }).due;
  return clockOf(leg, before.finishedAt === undefined ? { follows: ownDue(start, legs.slice(0, -1)) } : { received: before.finishedAt }).due;
}

function clockOf({ limit, calendar, mode, cutOff, pauses = [] }: WindowLeg, from: { readonly received: string } | { readonly follows: string }) {
  const own = { limit, calendar, pauses, ...(mode === undefined ? {} : { mode }) };
  // A cut-off is about what comes in over the counter.
  return "follows" in from ? oracleClock({ ...own, start: from.follows, follows: true }) : oracleClock({ ...own, start: from.received, ...(cutOff === undefined ? {} : { cutOff }) });
}
