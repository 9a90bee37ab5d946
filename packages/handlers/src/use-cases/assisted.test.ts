import { expect, it } from "vitest";
import type { EventBatch } from "@motcua/dossier";
import { CITIZEN, CLERK, EXPERT, sampleShop, STRANGER, SUBMISSION } from "../testing/sample-shop.ts";

it("lets an intake officer of any unit fill a dossier in for an applicant, without becoming its owner", async () => {
  const { handlers, ports, key } = await sampleShop();
  const receipt = await handlers.submit(STRANGER, { ...SUBMISSION, assisted: true }, key("submit"));
  if (!receipt.ok) throw new Error(receipt.problems.map(({ code }) => code).join());
  const { code } = receipt.value;
  expect((await ports.dossiers.load(code))?.state).toMatchObject({ channel: "online", receivingUnit: "H20.015" });
  expect((await ports.dossiers.load(code))?.state.account).toBeUndefined();
  const first = JSON.parse((await ports.dossiers.log(code))[0] ?? "") as EventBatch;
  expect(first.actor).toEqual({ kind: "officer", id: "stranger", unit: "H20.016", role: "can_bo_tiep_nhan" });
  expect(await handlers.mine(STRANGER)).toEqual([]);
  expect((await handlers.act(CLERK, code, { act: "withdraw" }, key("withdraw"))).ok).toBe(true);
});

it("refuses help by whoever takes no dossiers in", async () => {
  const { handlers, key } = await sampleShop();
  for (const caller of [CITIZEN, EXPERT, undefined]) {
    expect(await handlers.submit(caller, { ...SUBMISSION, assisted: true }, key("submit"))).toMatchObject({ ok: false, problems: [{ code: "channel-needs-officer" }] });
  }
});
