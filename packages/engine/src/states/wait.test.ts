import { describe, expect, it } from "vitest";
import { DAY, openTestEngine, SECOND, START } from "../testing/test-engine.ts";

describe("a Wait", () => {
  it("of ninety days ends after ninety days of virtual time", async () => {
    const { start, clock, result, output } = openTestEngine({ StartAt: "Post", States: { Post: { Type: "Wait", Seconds: "{% $states.input.days * 86400 %}", Output: "{% $states.context.State.EnteredTime %}", End: true } } });
    await start({ days: 90 });
    await clock.advance(START + 90 * DAY - 1);
    expect(result().status).toBe("RUNNING");
    await clock.advance(START + 90 * DAY);
    expect(result()).toMatchObject({ status: "SUCCEEDED", stopDate: "2026-05-31T01:00:00.000Z" });
    expect(output()).toBe("2026-03-02T01:00:00.000Z");
  });

  it("until an instant in another zone ends then, and one in the past at once", async () => {
    const { start, clock, result } = openTestEngine({
      StartAt: "Past",
      States: { Past: { Type: "Wait", Timestamp: "2020-01-01T00:00:00Z", Next: "Until" }, Until: { Type: "Wait", Timestamp: "{% $states.input.at %}", End: true } },
    });
    await start({ at: "2026-03-02T08:00:30.500+07:00" });
    await clock.advance(START + 30 * SECOND);
    expect(result().status).toBe("RUNNING");
    await clock.advance(START + 30.5 * SECOND);
    expect(result().status).toBe("SUCCEEDED");
  });

  it("refuses a day that no month has", async () => {
    const { start, result } = openTestEngine({ StartAt: "Until", States: { Until: { Type: "Wait", Timestamp: "2026-02-30T00:00:00Z", End: true } } });
    await start();
    expect(result()).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
  });

  it("never outlives the execution: after its own timeout, or after a year", async () => {
    const wait = { StartAt: "Long", States: { Long: { Type: "Wait" as const, Seconds: 2_000_000_000, End: true } } };
    const year = openTestEngine(wait);
    await year.start();
    await year.clock.advance(START + 365 * DAY - 1);
    expect(year.result().status).toBe("RUNNING");
    await year.clock.advance(START + 365 * DAY);
    expect(year.result()).toMatchObject({ status: "TIMED_OUT", error: "States.Timeout" });
    const limited = openTestEngine({ ...wait, TimeoutSeconds: 60 });
    await limited.start();
    await limited.clock.advance(START + 61 * SECOND);
    expect(limited.result()).toMatchObject({ status: "TIMED_OUT", stopDate: "2026-03-02T01:01:00.000Z" });
  });
});
