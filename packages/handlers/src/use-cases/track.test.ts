import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../fingerprint.ts";
import { sampleCode, sampleCommit } from "../testing/sample-commit.ts";
import { SAMPLE_FORM } from "../testing/sample-procedure.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { sampleShop } from "../testing/sample-shop.ts";

const CODE = sampleCode(1);
const SECRET = "0123456789abcdef0123456789abcdef";

describe("tracking", () => {
  let shop: SampleShop;

  beforeEach(async () => {
    shop = await sampleShop();
    const commit = sampleCommit({ code: CODE, seq: 1, trackingHash: sha256(SECRET) });
    await shop.ports.dossiers.commit({ ...commit, personal: { salt: "00", form: SAMPLE_FORM, records: {}, answers: {}, notes: {} } });
  });

  async function refusal(by: Parameters<SampleShop["handlers"]["track"]>[0]) {
    const tracked = await shop.handlers.track(by);
    return tracked.ok ? "found" : tracked.problems.map(({ code }) => code).join();
  }

  it("gives status, dates and papers to whoever holds the secret, and nothing of the person", async () => {
    const tracked = await shop.handlers.track({ secret: SECRET });
    expect(tracked).toEqual({ ok: true, value: { code: CODE, procedure: { vi: "Xác nhận mẫu", en: "Sample confirmation" }, nationalStatus: 4, statusName: { vi: "Đang xử lý", en: "In progress" }, submittedAt: "2026-10-05T08:00:00.000+07:00", papers: [] } });
  });

  it("takes the last four digits of the owner's phone or identity number as a second factor", async () => {
    expect(await refusal({ code: ` ${CODE.toLowerCase()} `, factor: "0123" })).toBe("found");
    expect(await refusal({ code: CODE, factor: "4567" })).toBe("found");
  });

  it("refuses a wrong factor and an unknown code alike", async () => {
    expect(await refusal({ code: CODE, factor: "0000" })).toBe("not-found");
    expect(await refusal({ code: CODE, factor: "" })).toBe("not-found");
    expect(await refusal({ code: sampleCode(2), factor: "0123" })).toBe("not-found");
    expect(await refusal({ secret: "f".repeat(32) })).toBe("not-found");
  });

  it("refuses more than ten attempts at a code in a day, unknown codes included, and begins again the next", async () => {
    for (const code of [CODE, sampleCode(2)]) {
      for (let attempt = 0; attempt < 10; attempt += 1) expect(await refusal({ code, factor: "0000" })).toBe("not-found");
      expect(await refusal({ code, factor: "0123" })).toBe("too-many-attempts");
    }
    expect(await refusal({ secret: SECRET })).toBe("found");
    shop.ports.setNow("2026-10-06T00:00:01+07:00");
    expect(await refusal({ code: CODE, factor: "0123" })).toBe("found");
  });

  it("writes neither code nor factor into the attempt counter's name in clear", async () => {
    const subjects: string[] = [];
    const spied = { ...shop.ports, attempts: { add: async (subject: string) => subjects.push(subject) } };
    const { track } = await import("./track.ts");
    await track(spied, { code: CODE, factor: "0123" });
    expect(subjects.join()).not.toMatch(/0123|H20/);
  });
});
