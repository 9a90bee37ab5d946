import { array, assert, boolean, nat, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { TimerQueue } from "./timer-queue.ts";

describe("a timer queue", () => {
  it("gives timers by instant, then by the order in which they were set, without the cancelled", () => {
    assert(
      property(array(tuple(nat(20), boolean())), (timers) => {
        const queue = new TimerQueue();
        const set = timers.map(([at, cancelled], order) => {
          queue.add(at, () => {}).cancelled = cancelled;
          return { at, order, cancelled };
        });
        const taken: number[] = [];
        for (let due = queue.take(20); due !== undefined; due = queue.take(20)) taken.push(due.order);
        const expected = set.filter(({ cancelled }) => !cancelled).sort((a, b) => a.at - b.at || a.order - b.order);
        expect(taken).toEqual(expected.map(({ order }) => order));
      }),
    );
  });
});
