import { beforeEach, describe, expect, it } from "vitest";
import { deskShop, sampleOf, type DeskShop } from "../testing/desk-shop.ts";
import { pageVisitor, type PageVisitor, type SeenPage } from "../testing/page-visitor.ts";

const UNIT = "H20.058";
let shop: DeskShop;
let code: string;

beforeEach(async () => {
  shop = deskShop();
  const { sample, module } = sampleOf("07-a");
  const { channel, form, answers = {}, documents } = sample;
  const receipt = await shop.handlers.submit({ sub: "cong-dan" }, { procedure: module.procedure.code, channel, receivingUnit: UNIT, form, answers, documents, resultBy: "counter" }, "submit-0123456789abcdef");
  if (!receipt.ok) throw new Error(receipt.problems.map((problem) => problem.code).join());
  code = receipt.value.code;
});

/** What an input of a page is filled in with. */
function valueOf({ html }: SeenPage, name: string): string | undefined {
  const tag = [...html.matchAll(/<input\b[^>]*>/g)].map(([found]) => found).find((found) => found.includes(`name="${name}"`));
  return /value="([^"]*)"/.exec(tag ?? "")?.[1];
}

async function officer(unit = UNIT): Promise<PageVisitor> {
  const { sessions, clock } = shop.ports;
  return pageVisitor(shop.app, { sessions, clock, sub: await shop.officer(unit, "can_bo_tiep_nhan") });
}

async function citizen(sub = "cong-dan"): Promise<PageVisitor> {
  const { sessions, clock } = shop.ports;
  return pageVisitor(shop.app, { sessions, clock, sub });
}

async function clerkActs(act: { readonly act: "request-supplement"; readonly defects: readonly { readonly text: string }[] } | { readonly act: "complete"; readonly outcome: string }): Promise<void> {
  const task = Object.keys((await shop.ports.dossiers.load(code))?.state.tasks ?? {})[0] ?? "";
  const done = await shop.handlers.act({ sub: await shop.officer(UNIT, "can_bo_tiep_nhan") }, code, { ...act, task }, shop.ports.random(16));
  if (!done.ok) throw new Error(done.problems.map((problem) => `${problem.code} ${problem.pointer}`).join());
}

describe("the papers of a dossier on its pages", () => {
  it("offers a supplement request to its applicant and to officers, and gives it as PDF", async () => {
    await clerkActs({ act: "request-supplement", defects: [{ text: "Thiếu chữ ký" }] });
    for (const [visitor, page] of [[await citizen(), `/ho-so/${code}`], [await officer(), `/can-bo/ho-so/${code}`]] as const) {
      const seen = await visitor.get(page);
      expect(seen.html).toContain(`href="${page}/giay-to/02-1.pdf"`);
      expect(seen.text).toContain("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (PDF)");
      const paper = await visitor.get(`${page}/giay-to/02-1.pdf`);
      expect([paper.status, paper.html.slice(0, 5)]).toEqual([200, "%PDF-"]);
      expect((await visitor.get(`${page}/giay-to/03.pdf`)).status).toBe(404);
    }
  });

  it("keeps the control sheet to officers, and every paper from strangers", async () => {
    await clerkActs({ act: "complete", outcome: "accept" });
    const own = await (await citizen()).get(`/ho-so/${code}`);
    expect(own.html).not.toContain("giay-to/06.pdf");
    expect((await (await citizen()).get(`/ho-so/${code}/giay-to/06.pdf`)).status).toBe(404);
    expect((await (await officer()).get(`/can-bo/ho-so/${code}`)).html).toContain(`/can-bo/ho-so/${code}/giay-to/06.pdf`);
    expect((await (await officer()).get(`/can-bo/ho-so/${code}/giay-to/06.pdf`)).status).toBe(200);
    expect((await (await citizen("hang-xom")).get(`/ho-so/${code}/giay-to/01.pdf`)).status).toBe(404);
    expect((await (await officer("H20.002")).get(`/can-bo/ho-so/${code}/giay-to/06.pdf`)).status).toBe(404);
  });
});

describe("the register page", () => {
  it("asks for today and gives the register of the officer's unit", async () => {
    const clerk = await officer();
    expect((await clerk.get("/can-bo")).html).toContain('href="/can-bo/so-theo-doi"');
    const page = await clerk.get("/can-bo/so-theo-doi");
    expect(["don_vi", "tu", "den"].map((name) => valueOf(page, name))).toEqual([UNIT, "05/10/2026", "05/10/2026"]);
    const action = /action="([^"]*so-theo-doi\.pdf)"/.exec(page.html)?.[1] ?? "";
    const made = await clerk.get(`${action}?don_vi=${UNIT}&tu=1/10/2026&den=05/10/2026`);
    expect([made.status, made.html.slice(0, 5)]).toEqual([200, "%PDF-"]);
  });

  it("opens filled in where the QR code of a printed one leads", async () => {
    const page = await (await officer()).get(`/can-bo/so-theo-doi?don_vi=${UNIT}&tu=2026-10-01&den=2026-10-05`);
    expect(["tu", "den"].map((name) => valueOf(page, name))).toEqual(["01/10/2026", "05/10/2026"]);
  });

  it("refuses a period that is none, another unit and a citizen, and keeps what was typed", async () => {
    const clerk = await officer();
    const wrong = await clerk.get(`/can-bo/so-theo-doi/so-theo-doi.pdf?don_vi=${UNIT}&tu=31/02/2026&den=05/10/2026`);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Khoảng thời gian của sổ không hợp lệ");
    expect(wrong.html).toContain('href="#tu"');
    expect(valueOf(wrong, "tu")).toBe("31/02/2026");
    expect((await clerk.get("/can-bo/so-theo-doi/so-theo-doi.pdf?don_vi=H20.002&tu=05/10/2026&den=05/10/2026")).text).toContain("không được giao nhiệm vụ tại đơn vị này");
    expect((await (await citizen()).get("/can-bo/so-theo-doi")).status).toBe(403);
  });
});
