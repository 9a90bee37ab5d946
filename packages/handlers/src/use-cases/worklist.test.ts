import { describe, expect, it } from "vitest";
import { CLERK, EXPERT, sampleShop, submitted } from "../testing/sample-shop.ts";
import { WORKLIST_LINES } from "./worklist.ts";

describe("a worklist", () => {
  it("goes on page by page until everything that is open was told, each once, in order of due time over all duties", { timeout: 60_000 }, async () => {
    const shop = await sampleShop();
    const dossiers = WORKLIST_LINES + 130;
    const codes = [];
    for (let nth = 0; nth < dossiers; nth += 1) codes.push(await submitted(shop));
    // Somebody who also consults: another list, read side by side.
    await shop.ports.people.put({ sub: CLERK.sub, name: "clerk", memberships: [{ unit: "H20.015", role: "can_bo_tiep_nhan" }, { unit: "H20.015", role: "cong_chuc_thu_ly" }, { unit: "H20.016", role: "can_bo_tiep_nhan" }] });
    for (const code of codes.slice(0, 20)) {
      const task = Object.keys((await shop.ports.dossiers.load(code))?.state.tasks ?? {})[0] ?? "";
      expect((await shop.handlers.act(CLERK, code, { act: "complete", task, outcome: "accept" }, shop.key("accept"))).ok).toBe(true);
      const wait = Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {})[0]?.wait ?? "";
      await shop.handlers.connect({ code, generation: 1, wait, step: "tra_cuu", lastAttempt: false });
    }
    const lines = [];
    const sizes = [];
    let cursor: string | undefined;
    do {
      const page = await shop.handlers.worklist(CLERK, cursor === undefined ? {} : { cursor });
      if (!page.ok) return expect.fail("refused");
      lines.push(...page.value.items);
      sizes.push(page.value.items.length);
      cursor = page.value.cursor;
    } while (cursor !== undefined);
    expect(sizes.length).toBeGreaterThan(1);
    expect(lines.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
    const dues = lines.map(({ due }) => Date.parse(due ?? "9999-12-31"));
    expect(dues).toEqual(dues.toSorted((a, b) => a - b));
  });

  it("ends where nothing more is open, and begins at the beginning for a cursor that is none", async () => {
    const shop = await sampleShop();
    const code = await submitted(shop);
    const first = await shop.handlers.worklist(CLERK);
    expect(first).toMatchObject({ ok: true, value: { items: [{ code }] } });
    expect(first.ok && first.value.cursor).toBeUndefined();
    expect(await shop.handlers.worklist(CLERK, { cursor: "" })).toEqual(first);
    expect(await shop.handlers.worklist(EXPERT)).toMatchObject({ ok: true, value: { items: [] } });
  });
});
