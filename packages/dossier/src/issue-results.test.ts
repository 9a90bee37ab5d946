import { addDays, addMonths, localDate } from "@motcua/calendar";
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

  it("tells what is owed of it later: so long after its issue, and before its end where it has one", async () => {
    const duty = { what: { vi: "Báo cáo" }, source: "Ví dụ" };
    const duties = [{ id: "bao_cao", within: "90d", ...duty }, { id: "gia_han", before: "1mo", ...duty }];
    const life = await ended({ validity: "12mo", duties });
    const { signedAt = "", validUntil = "", duties: owed } = life.state.results["giay_phep"] ?? {};
    expect(owed).toEqual([{ duty: "bao_cao", by: addDays(localDate(signedAt), 90) }, { duty: "gia_han", by: addMonths(validUntil, -1) }]);
    const endless = await ended({ validity: [], duties });
    expect(endless.state.results["giay_phep"]?.duties).toEqual([{ duty: "bao_cao", by: expect.any(String) }]);
  });

  it("says nothing where the definition says neither", async () => {
    const life = await redrawn({}, ({ procedure }) => ({ procedure: { ...procedure, results: procedure.results.map(({ validity: _, duties: __, ...result }) => result) } }));
    must(life.submit());
    life.toTheEnd();
    expect(issued(life)).toEqual([]);
  });
});
