import { describe, expect, it } from "vitest";
import { cancellation } from "./cancellation.ts";

function cancelled(...codes: readonly string[]): Error {
  return Object.assign(new Error("cancelled"), { name: "TransactionCanceledException", CancellationReasons: codes.map((Code) => ({ Code })) });
}

describe("a cancelled transaction", () => {
  it("tells which conditions failed", () => {
    expect(cancellation(cancelled("ConditionalCheckFailed", "None", "ConditionalCheckFailed"))).toEqual([0, 2]);
  });

  it("is a lost race when another transaction held an item", () => {
    expect(cancellation(cancelled("None", "TransactionConflict"))).toEqual([]);
  });

  it("asks to be tried again when the table was throttled", () => {
    expect(() => cancellation(cancelled("None", "ThrottlingError"))).toThrow(expect.objectContaining({ name: "RetryableError" }));
  });

  it("refuses to take any other failure for a race", () => {
    expect(() => cancellation(cancelled("ValidationError"))).toThrow("cancelled");
    expect(() => cancellation(new Error("AccessDenied"))).toThrow("AccessDenied");
  });
});
