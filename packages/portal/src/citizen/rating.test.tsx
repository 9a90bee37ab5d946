import { expect, it } from "vitest";
import { realShop, SAMPLES, type CodedSample, type RealShop } from "../testing/real-shop.ts";
import { testBrowser, type TestBrowser } from "../testing/test-browser.ts";
import { submitSample } from "../testing/test-dossier.ts";
import { testOffice } from "../testing/test-office.ts";

const CITIZEN = { sub: "citizen" };
const CLERK = { sub: "clerk" };

/** A birth registration whose certificate waits to be handed over. */
async function finished(): Promise<{ readonly shop: RealShop; readonly browser: TestBrowser; readonly code: string }> {
  const of = SAMPLES.find(({ id }) => id === "01-b-khong-cha-truc-tuyen") as CodedSample;
  const shop = realShop(of.sample.submittedAt);
  const browser = testBrowser(shop);
  await browser.signIn(CITIZEN.sub);
  const { code } = await submitSample(shop, CITIZEN, of);
  const office = testOffice(shop, code);
  await office.work(({ tasks }) => Object.values(tasks).some(({ assignee }) => assignee.kind === "applicant"));
  await browser.send((await browser.get(`/ho-so/${code}`)).form(/xac-nhan$/), { tra_loi: "confirmed" });
  await shop.settle();
  await office.work(({ finishedAt }) => finishedAt !== undefined);
  return { shop, browser, code };
}

it("asks the applicant once, after the result was handed over, how it was", async () => {
  const { shop, browser, code } = await finished();
  expect((await browser.get(`/ho-so/${code}`)).html).not.toContain("Đánh giá việc giải quyết hồ sơ");
  const { state } = (await shop.ports.dossiers.load(code)) ?? {};
  const [task] = Object.values(state?.tasks ?? {});
  await shop.ports.people.put({ sub: CLERK.sub, name: "Cán bộ", memberships: [{ unit: state?.receivingUnit ?? "", role: "can_bo_tiep_nhan" }] });
  const handed = await shop.handlers.act(CLERK, code, { act: "complete", task: task?.id ?? "", outcome: "returned", recipient: { name: "Người Nhận", by: "counter" } }, `return-${shop.ports.random(16)}`);
  expect(handed.ok).toBe(true);
  const page = await browser.get(`/ho-so/${code}`);
  const unchosen = await browser.send(page.form(/danh-gia$/));
  expect(unchosen.status).toBe(422);
  expect(unchosen.html).toContain("Điểm đánh giá từ 1 đến 5");
  const rated = await browser.send(page.form(/danh-gia$/), { diem: "4", gop_y: "Nhanh, lịch sự" });
  expect(rated.html).toContain("Cảm ơn ông/bà đã đánh giá.");
  expect(rated.html).toContain("Ông/bà đã đánh giá: Hài lòng.");
  expect((await shop.ports.dossiers.load(code))?.state.rating).toBe(4);
  expect((await shop.ports.dossiers.log(code)).join("")).not.toContain("lịch sự");
  expect((await browser.send(page.form(/danh-gia$/), { diem: "1" })).status).toBe(422);
});
