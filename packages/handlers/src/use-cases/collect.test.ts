import type { Result } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import type { Act, Caller } from "../handlers.ts";
import { CITIZEN, CLERK, EXPERT, sampleShop, submitted, type SampleShop } from "../testing/sample-shop.ts";

describe("collecting a fee", () => {
  let shop: SampleShop;
  let code: string;
  beforeEach(async () => {
    shop = await sampleShop();
    code = await submitted(shop);
  });
  const act = (caller: Caller, what: Act) => shop.handlers.act(caller, code, what, shop.key("act"));
  const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code: each, pointer }) => `${each} ${pointer}`));
  const PAID: Act = { act: "record-payment", fee: "le_phi", vnd: 5000, receipt: "BL-000123" };

  it("is the intake officer's, of a citizen's own dossier too, and is told to both", async () => {
    expect((await act(CLERK, PAID)).ok).toBe(true);
    const seen = await shop.handlers.dossier(CITIZEN, code);
    expect(seen.ok && seen.value.state.payments).toMatchObject({ le_phi: { state: "paid", vnd: 5000, receipt: "BL-000123" } });
    expect(seen.ok && seen.value.history.at(-1)?.text.vi).toBe("Đã nộp: Lệ phí");
  });

  it("refuses the applicant, whoever does not take dossiers in, and a second payment", async () => {
    for (const caller of [CITIZEN, EXPERT]) expect(codes(await act(caller, PAID))).toEqual(["not-your-task /act"]);
    await act(CLERK, PAID);
    expect(codes(await act(CLERK, { act: "waive-fee", fee: "le_phi", reason: "Hộ nghèo" }))).toEqual(["fee-settled /fee"]);
  });
});
