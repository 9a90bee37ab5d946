import { beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "../handlers.ts";
import { CITIZEN, CLERK, complete, LEADER, NEIGHBOUR, type SampleShop, sampleShop, submitted } from "../testing/sample-shop.ts";
import type { ErasureStep } from "./erasure.ts";

const REQUEST = { step: "request", basis: "QĐ 12/QĐ-UBND ngày 01/10/2026", law: "Luật 91/2025/QH15, Điều 14", reason: "consent-withdrawn" } as const;
const [FIRST, SECOND, DEPUTY, ELSEWHERE]: readonly Caller[] = [{ sub: "first" }, { sub: "second" }, { sub: "deputy" }, { sub: "elsewhere" }];
let shop: SampleShop;
let code: string;

beforeEach(async () => {
  shop = await sampleShop();
  const role = "bao_ve_du_lieu";
  await shop.ports.people.put({ sub: "first", name: "first", memberships: [{ unit: "H20", role }] });
  await shop.ports.people.put({ sub: "second", name: "second", memberships: [{ unit: "H20.015", role }] });
  await shop.ports.people.put({ sub: "deputy", name: "deputy", memberships: [{ unit: "H20", role, onBehalfOf: "first" }] });
  await shop.ports.people.put({ sub: "elsewhere", name: "elsewhere", memberships: [{ unit: "H20.016", role }] });
  code = await submitted(shop);
});

const withdrawn = () => shop.handlers.act(CITIZEN, code, { act: "withdraw" }, shop.key("withdraw"));
const said = async (caller: Caller | undefined, step: ErasureStep) => {
  const done = await shop.handlers.erasure(caller ?? CITIZEN, code, step);
  return done.ok ? "done" : done.problems.map((problem) => `${problem.code} ${problem.pointer}`.trim()).join(", ");
};
const events = async () => (await shop.ports.dossiers.log(code)).flatMap((body) => (JSON.parse(body) as { actor: { id: string }; events: { type: string }[] }).events.map((event) => event.type));

describe("an erasure", () => {
  it("is asked for by one and approved by another; both, the decision, the provision and the reason are in the log for ever", async () => {
    await withdrawn();
    expect(await said(FIRST, REQUEST)).toBe("done");
    expect((await shop.ports.dossiers.load(code))?.personal).toBeDefined();
    expect(await said(SECOND, { step: "approve" })).toBe("done");
    const stored = await shop.ports.dossiers.load(code);
    expect([stored?.personal, stored?.state.erasure, stored?.state.unsynced, typeof stored?.state.erasedAt]).toEqual([undefined, undefined, undefined, "string"]);
    const [asked, done] = (await shop.ports.dossiers.log(code)).slice(-2).map((body) => JSON.parse(body) as unknown);
    const { step: _, ...texts } = REQUEST;
    expect(asked).toMatchObject({ command: "request-erasure", actor: { id: "first", role: "bao_ve_du_lieu" }, events: [{ type: "erasure-requested", ...texts }] });
    expect(done).toMatchObject({ command: "erase", actor: { id: "second", unit: "H20.015" }, events: [{ type: "personal-erased", ...texts }] });
    expect(await shop.ports.sync.get(code)).toBeUndefined();
    expect(await said(SECOND, { step: "approve" })).toBe("done");
    expect((await events()).filter((type) => type === "personal-erased")).toHaveLength(1);
    expect(await said(FIRST, REQUEST)).toBe("erased-already");
  });

  it("goes back to nothing where it is rejected, and may be asked for again", async () => {
    await withdrawn();
    await said(FIRST, REQUEST);
    expect(await said(SECOND, { step: "reject" })).toBe("done");
    expect((await shop.ports.dossiers.load(code))?.personal).toBeDefined();
    expect(await said(SECOND, { step: "approve" })).toBe("erasure-not-requested");
    expect(await said(SECOND, REQUEST)).toBe("done");
    expect(await said(FIRST, { step: "approve" })).toBe("done");
  });

  it("refuses the approval of whoever asked, and of whoever acts for them", async () => {
    await withdrawn();
    await said(FIRST, REQUEST);
    expect(await said(FIRST, { step: "approve" })).toBe("erasure-four-eyes");
    expect(await said(FIRST, REQUEST)).toBe("erasure-pending");
    await said(SECOND, { step: "reject" });
    await said(DEPUTY, REQUEST);
    expect((await shop.ports.dossiers.load(code))?.personal).toBeDefined();
    expect(await said(DEPUTY, { step: "approve" })).toBe("erasure-four-eyes");
    expect(await said(FIRST, { step: "approve" })).toBe("erasure-four-eyes");
  });

  it("refuses an acting person's approval of what the one they act for has asked", async () => {
    await withdrawn();
    await said(FIRST, REQUEST);
    expect(await said(DEPUTY, { step: "approve" })).toBe("erasure-four-eyes");
  });

  it("refuses a dossier that has not ended, and everybody who does not answer for its data", async () => {
    expect(await said(FIRST, REQUEST)).toBe("not-ended-yet");
    await withdrawn();
    for (const caller of [CITIZEN, NEIGHBOUR, CLERK, LEADER, ELSEWHERE]) expect(await said(caller, REQUEST)).toBe("not-found");
    expect(await events()).not.toContain("erasure-requested");
    code = "H20.015-261005-9999";
    expect(await said(FIRST, REQUEST)).toBe("not-found");
  });

  it("refuses texts that say nothing, and texts that would keep in the log what is to be erased", async () => {
    await withdrawn();
    expect(await said(FIRST, { ...REQUEST, basis: " ", law: "" })).toBe("erasure-basis /basis, erasure-basis /law");
    expect(await said(FIRST, { ...REQUEST, basis: "Đơn của nguyen van thử ngày 01/10" })).toBe("erasure-names-somebody /basis");
    expect(await said(FIRST, { ...REQUEST, law: "theo CCCD 087200004567" })).toBe("erasure-names-somebody /law");
    expect(await events()).not.toContain("erasure-requested");
  });

  it("is not carried out where the dossier has gone on meanwhile", async () => {
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    await withdrawn();
    await said(FIRST, REQUEST);
    await shop.handlers.act(CITIZEN, code, { act: "revoke-withdrawal" }, shop.key("again"));
    expect(await said(SECOND, { step: "approve" })).toBe("not-ended-yet");
    expect((await shop.ports.dossiers.load(code))?.personal).toBeDefined();
  });
});
