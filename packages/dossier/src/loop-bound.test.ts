import { describe, expect, it } from "vitest";
import { type Life, must } from "./testing/life.ts";
import { redrawn } from "./testing/redrawn.ts";

const codesOf = (result: ReturnType<Life["complete"]>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));

/** A building permit whose leader may send the draft back so many times. */
async function atSignature(atMost: Readonly<Record<string, number>> = {}): Promise<Life> {
  const life = await redrawn({ ky: { atMost } });
  must(life.submit());
  life.toTheEnd("ky");
  return life;
}

function sendBack(life: Life): ReturnType<Life["complete"]> {
  const sent = life.complete("ky", "returned");
  if (sent.ok) life.toTheEnd("ky");
  return sent;
}

describe("a bound on a loop", () => {
  it("lets the outcome be chosen so many times, then refuses it, and the dossier goes on by another", async () => {
    const life = await atSignature({ returned: 2 });
    must(sendBack(life));
    must(sendBack(life));
    expect(life.state.loops).toEqual({ "ky/returned": 2 });
    const before = life.state;
    expect(codesOf(sendBack(life))).toEqual(["loop-bound-reached /outcome"]);
    expect(life.state).toBe(before);
    life.toTheEnd();
    expect(life.state.phase).toBe("returned");
    expect(life.events.flatMap((event) => (event.type === "step-done" && event.step === "ky" ? [event.nth] : []))).toEqual([1, 2, undefined]);
  });

  it("counts nothing where there is none", async () => {
    const life = await atSignature();
    for (let nth = 0; nth < 4; nth += 1) must(sendBack(life));
    expect(life.state.loops).toBeUndefined();
  });
});
