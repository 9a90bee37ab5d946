import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRealClock } from "./real-clock.ts";

const DAY = 86_400_000;

describe("the real clock", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("calls back after ninety days, neither at once nor after 24.8", () => {
    const clock = createRealClock();
    const called = vi.fn();
    clock.schedule(Date.now() + 90 * DAY, called);
    vi.advanceTimersByTime(90 * DAY - 1);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(called).toHaveBeenCalledOnce();
  });

  it("calls back in order of time, and never what was cancelled", () => {
    const clock = createRealClock();
    const order: string[] = [];
    clock.schedule(Date.now() + 200, () => order.push("second"));
    const cancel = clock.schedule(Date.now() + 150, () => order.push("cancelled"));
    clock.schedule(Date.now() + 100, () => order.push("first"));
    cancel();
    vi.advanceTimersByTime(1_000);
    expect(order).toEqual(["first", "second"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("notices that its time has been shifted", () => {
    let offset = 0;
    const clock = createRealClock(() => Date.now() + offset);
    const called = vi.fn();
    clock.schedule(clock.now() + 30 * DAY, called);
    offset = 30 * DAY;
    clock.moved();
    vi.advanceTimersByTime(0);
    expect(called).toHaveBeenCalledOnce();
  });
});
