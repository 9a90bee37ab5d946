import { addMonths, localDate } from "@motcua/calendar";
import type { ResultDefinition } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { type Life, must } from "./testing/life.ts";
import { redrawn } from "./testing/redrawn.ts";

const units = { cong_an: { name: { vi: "Công an tỉnh" }, agency: "police", level: "province" as const, mode: "external" as const } };

/** A building permit whose result says this beside what it is. */
async function ended(said: Partial<ResultDefinition>): Promise<Life> {
  const life = await redrawn({}, ({ procedure }) => ({ procedure: { ...procedure, units: { ...procedure.units, ...units }, results: procedure.results.map((result) => (result.id === "giay_phep" ? { ...result, ...said } : result)) } }));
  must(life.submit());
  life.toTheEnd();
  return life;
}

const issued = (life: Life) => life.events.filter((event) => event.type === "result-issued");

describe("a result that is issued", () => {
  it("tells until when it is valid and who is to be told, once it is sealed", async () => {
    const life = await ended({ validity: "12mo", notify: ["owner", "cong_an"] });
    const { signedAt = "" } = life.state.results["giay_phep"] ?? {};
    const notify = [{ party: "owner" }, { named: "cong_an", unit: life.state.competentUnit, of: "cong_an", name: "Công an tỉnh" }];
    expect(issued(life)).toEqual([{ type: "result-issued", result: "giay_phep", validUntil: addMonths(localDate(signedAt), 12), notify }]);
    expect(life.state.results["giay_phep"]).toMatchObject({ number: life.state.code, notify });
    const order = life.events.map(({ type }) => type);
    expect(order.indexOf("result-issued")).toBeGreaterThan(order.indexOf("result-sealed"));
  });

  it("says nothing where the definition says neither", async () => {
    const life = await redrawn({}, ({ procedure }) => ({ procedure: { ...procedure, results: procedure.results.map(({ validity: _, ...result }) => result) } }));
    must(life.submit());
    life.toTheEnd();
    expect(issued(life)).toEqual([]);
  });
});
