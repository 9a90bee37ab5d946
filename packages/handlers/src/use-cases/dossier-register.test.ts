import { spawnSync } from "node:child_process";
import { beforeEach, describe, expect, it } from "vitest";
import { sampleCode, sampleCommit } from "../testing/sample-commit.ts";
import { SAMPLE_FORM } from "../testing/sample-procedure.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, CLERK, sampleShop, STRANGER } from "../testing/sample-shop.ts";

const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;
const OCTOBER = { unit: "H20.015", from: "2026-10-01", to: "2026-10-31" };

describe("the register of a unit", () => {
  let shop: SampleShop;

  beforeEach(async () => {
    shop = await sampleShop();
  });

  async function commit(serial: number, at: string, state: object = {}): Promise<void> {
    const made = sampleCommit({ code: sampleCode(serial), seq: 1, at });
    await shop.ports.dossiers.commit({ ...made, state: { ...made.state, ...state }, personal: { salt: "00", form: SAMPLE_FORM, records: {}, answers: {}, notes: {} } });
  }

  async function asked(of: Partial<typeof OCTOBER> = {}, caller = CLERK): Promise<string> {
    const given = await shop.handlers.dossierRegister(caller, { ...OCTOBER, ...of });
    if (!given.ok) return given.problems.map(({ code, pointer }) => `${code} ${pointer}`).join();
    return hasPoppler ? spawnSync("pdftotext", ["-layout", "-", "-"], { input: given.value, encoding: "utf8" }).stdout.normalize("NFC").replace(/\s+/gu, " ") : "";
  }

  it("lists the dossiers of the period with what became of them, and no others", async () => {
    await commit(1, "2026-09-30T23:59:59.999+07:00");
    await commit(2, "2026-10-01T00:00:00.000+07:00", { acceptedAt: "2026-10-01T08:15:00+07:00", due: "2026-10-02T17:00:00+07:00" });
    await commit(3, "2026-10-31T23:59:59.999+07:00", { phase: "returned", nationalStatus: 10, due: "2026-11-05T17:00:00+07:00", finishedAt: "2026-11-03T09:00:00+07:00", endedAt: "2026-11-03T10:30:00+07:00" });
    await commit(4, "2026-11-01T00:00:00.000+07:00");
    const text = await asked();
    if (!hasPoppler) return;
    for (const words of ["SỔ THEO DÕI HỒ SƠ", "Từ ngày 01/10/2026 đến ngày 31/10/2026", "Tổng số: 02 hồ sơ", sampleCode(2), sampleCode(3), "08:15", "10:30", "Nguyễn Văn", "0900 000"]) expect(text).toContain(words);
    expect(text.match(/quá hạn/g)).toHaveLength(1);
    for (const serial of [1, 4]) expect(text).not.toContain(sampleCode(serial));
  });

  it("refuses whoever is not of the unit, and a unit that is none", async () => {
    expect(await asked({}, CITIZEN)).toBe("not-your-unit ");
    expect(await asked({}, STRANGER)).toBe("not-your-unit ");
    expect(await asked({ unit: "H20.999" })).toBe("not-your-unit ");
  });

  it.each([["2026-10-05", "2026-10-04"], ["2026-10-01", "2026-11-01"], ["2026-02-30", "2026-03-01"], ["", ""], ["hôm nay", "2026-10-05"], ["2026-10-05T00:00", "2026-10-05"]])("refuses the period from %s to %s", async (from, to) => {
    expect(await asked({ from, to })).toBe("register-period /from");
  });

  it("refuses more dossiers than a function can answer with", async () => {
    const ports = { ...shop.ports, work: { ...shop.ports.work, ofUnit: async () => Array.from({ length: 1001 }, (_, serial) => sampleCode(serial)) } };
    const { dossierRegister } = await import("./dossier-register.ts");
    expect(await dossierRegister(ports, CLERK, OCTOBER)).toMatchObject({ ok: false, problems: [{ code: "register-too-long" }] });
  });
});
