import type { Draft } from "../draft/draft.ts";
import type { Portal } from "../portal.ts";
import { PROVINCE } from "../testing/real-shop.ts";
import { describe, expect, it } from "vitest";
import { receivingUnits } from "./receiving-units.ts";

const draft = { channel: "online" } as Draft;
const version = { code: "1.004873", effective: { from: "2026-06-10" } };
const portalOf = (receivedAt?: readonly string[]) => ({ province: { ...PROVINCE, procedures: receivedAt === undefined ? {} : { "1.004873": { receivedAt } } } }) as unknown as Portal;

describe("receivingUnits", () => {
  it("offers every unit, the provincial centre first, where the province does not say which take the procedure", () => {
    const units = receivingUnits(portalOf(), draft, version);
    expect(units).toHaveLength(PROVINCE.units.length);
    expect(units[0]?.level).toBe("province");
  });

  it("offers only the units that take the procedure, and leaves others alone", () => {
    expect(receivingUnits(portalOf(["H20.002", "H20.000"]), draft, version).map(({ code }) => code)).toEqual(["H20.000", "H20.002"]);
    expect(receivingUnits(portalOf(["H20.002"]), draft, { ...version, code: "1.001193" })).toHaveLength(PROVINCE.units.length);
  });
});
