import { describe, expect, it } from "vitest";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, NEIGHBOUR, sampleShop, STRANGER, submitted, type SampleShop } from "../testing/sample-shop.ts";

async function codesOf({ handlers }: SampleShop, sub: string, unit = "H20.015"): Promise<readonly string[]> {
  const codes: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await handlers.openDossiers({ sub }, { unit, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) return page.problems.map(({ code }) => code);
    codes.push(...page.value.items.map(({ code }) => code));
    cursor = page.value.cursor;
  } while (cursor !== undefined);
  return codes;
}

describe("the open dossiers of a unit", () => {
  it("are all that have not ended, whoever they wait for, with the clock of those whose clock runs", async () => {
    const shop = await sampleShop();
    const [waits, asked, system, ended] = [await submitted(shop), await submitted(shop), await submitted(shop), await submitted(shop)];
    for (const code of [asked, system, ended]) await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    const step = async (code: string) => Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {})[0];
    for (const code of [asked, ended]) await shop.handlers.connect({ code, generation: 1, wait: (await step(code))?.wait ?? "", step: "tra_cuu", lastAttempt: false });
    expect((await shop.handlers.act(EXPERT, asked, { act: "request-supplement", task: (await step(asked))?.id ?? "", defects: [{ text: "Thiếu giấy tờ" }] }, shop.key("ask"))).ok).toBe(true);
    await complete(shop, EXPERT, { code: ended, step: "tham_tra", outcome: "du_dieu_kien" });
    await complete(shop, LEADER, { code: ended, step: "ky", outcome: "signed" });
    await complete(shop, CLERK, { code: ended, step: "tra", outcome: "returned" });
    const found = await shop.handlers.openDossiers(CLERK, { unit: "H20.015" });
    if (!found.ok) return expect.fail("refused");
    expect(found.value.items.map(({ code, phase, clock }) => [code, phase, clock?.due])).toEqual([
      [waits, "submitted", undefined], [asked, "supplement", undefined], [system, "processing", "2026-10-08T17:00:00+07:00"],
    ]);
    expect(found.value.items[2]?.clock).toEqual({ start: "2026-10-05T08:00:00.000+07:00", limit: "3wd", due: "2026-10-08T17:00:00+07:00" });
    expect(JSON.stringify(found)).not.toContain("Nguyễn");
  });

  it("hold one again whose withdrawal was taken back", async () => {
    const shop = await sampleShop();
    const code = await submitted(shop);
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    await shop.handlers.act(CITIZEN, code, { act: "withdraw" }, shop.key("back"));
    expect(await codesOf(shop, CLERK.sub)).toEqual([]);
    expect((await shop.handlers.act(CITIZEN, code, { act: "revoke-withdrawal" }, shop.key("again"))).ok).toBe(true);
    expect(await codesOf(shop, CLERK.sub)).toEqual([code]);
  });

  it("are shown page by page to officers of the unit and the province's administrator, and to nobody else", async () => {
    const shop = await sampleShop();
    const codes: string[] = [];
    for (let nth = 0; nth < 70; nth += 1) codes.push(await submitted(shop));
    await shop.ports.people.put({ sub: "admin", name: "admin", memberships: [{ unit: "H20", role: "quan_tri" }] });
    await shop.ports.people.put({ sub: "other", name: "other", memberships: [{ unit: "H20.016", role: "quan_tri" }] });
    for (const sub of [CLERK.sub, EXPERT.sub, "admin"]) expect(await codesOf(shop, sub)).toEqual(codes);
    for (const sub of [STRANGER.sub, NEIGHBOUR.sub, CITIZEN.sub, "other"]) expect(await codesOf(shop, sub)).toEqual(["not-your-unit"]);
    expect(await codesOf(shop, "admin", "H20.016")).toEqual([]);
  });
});
