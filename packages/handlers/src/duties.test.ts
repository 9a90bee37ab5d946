import type { EventBatch } from "@motcua/dossier";
import { expect, it } from "vitest";
import type { Caller } from "./handlers.ts";
import { CLERK, complete, EXPERT, sampleShop, submitted } from "./testing/sample-shop.ts";

const DEPUTY: Caller = { sub: "deputy" };
const ACTING = { unit: "H20.015", role: "lanh_dao_ubnd", validFrom: "2026-10-05", validTo: "2026-10-06", onBehalfOf: "leader" };

async function atSigning() {
  const shop = await sampleShop(async () => ({ outcome: "done", reference: "R-1" }));
  await shop.ports.people.put({ sub: DEPUTY.sub, name: "deputy", memberships: [ACTING] });
  const code = await submitted(shop);
  await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
  const state = (await shop.ports.dossiers.load(code))?.state;
  await shop.handlers.connect({ code, generation: 1, wait: Object.values(state?.tasks ?? {})[0]?.wait ?? "", step: "tra_cuu", lastAttempt: true });
  await complete(shop, EXPERT, { code, step: "tham_tra", outcome: "du_dieu_kien" });
  return { shop, code };
}

it("lets an acting head sign between two days, and the log says for whom", async () => {
  const { shop, code } = await atSigning();
  shop.ports.setNow("2026-10-06T16:00:00+07:00");
  expect(await shop.handlers.memberships(DEPUTY)).toEqual([ACTING]);
  await complete(shop, DEPUTY, { code, step: "ky", outcome: "signed" });
  const batch = JSON.parse((await shop.ports.dossiers.log(code)).at(-1) ?? "") as EventBatch;
  expect(batch.actor).toEqual({ kind: "officer", id: "deputy", unit: "H20.015", role: "lanh_dao_ubnd", onBehalfOf: "leader" });
  const seen = await shop.handlers.dossier(CLERK, code);
  expect(seen.ok && seen.value.history.at(-1)?.actor).toBe("Lãnh đạo UBND, làm thay người vắng mặt (H20.015)");
});

it("refuses an acting head before the first day and after the last, in the worklist too", async () => {
  const { shop, code } = await atSigning();
  for (const day of ["2026-10-04T23:59:59+07:00", "2026-10-07T00:00:00+07:00"]) {
    shop.ports.setNow(day);
    await expect(complete(shop, DEPUTY, { code, step: "ky", outcome: "signed" })).rejects.toThrow("not-found");
    expect(await shop.handlers.worklist(DEPUTY)).toMatchObject({ ok: false, problems: [{ code: "not-an-officer" }] });
    expect(await shop.handlers.memberships(DEPUTY)).toEqual([]);
  }
});

it("takes whoever holds a role themselves for nobody else", async () => {
  const { shop, code } = await atSigning();
  await shop.ports.people.put({ sub: DEPUTY.sub, name: "deputy", memberships: [ACTING, { unit: "H20.015", role: "lanh_dao_ubnd" }] });
  await complete(shop, DEPUTY, { code, step: "ky", outcome: "signed" });
  const batch = JSON.parse((await shop.ports.dossiers.log(code)).at(-1) ?? "") as EventBatch;
  expect(batch.actor).not.toHaveProperty("onBehalfOf");
});
