import { readFileSync } from "node:fs";
import { createClient } from "@motcua/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { birthProgress, fileBirth } from "../src/file-birth.ts";
import { OFFERED } from "../src/offered.ts";
import { priceList } from "../src/price-list.ts";
import { type FakeProvince, fakeProvince } from "./fake-province.ts";

const sample = (name: string) => JSON.parse(readFileSync(new URL(`../../../schemas/procedures/ho-tich/1.001193-dang-ky-khai-sinh/samples/${name}.json`, import.meta.url), "utf8")) as { readonly form: { readonly tre: object } };

let province: FakeProvince;
beforeAll(async () => (province = await fakeProvince()));
afterAll(() => province.close());

const client = (token = "citizen") => createClient({ baseUrl: province.baseUrl, token, sleep: async () => undefined });
const desk = (key: string, over: { readonly receivingUnit?: string; readonly token?: string } = {}) => ({ client: client(over.token), today: "2026-10-05", receivingUnit: over.receivingUnit ?? "H20.061", idempotencyKey: key });

describe("filing a birth registration", () => {
  const { form } = sample("01-b-khong-cha-truc-tuyen");

  test("sends a checked form with the documents that go with it, and gives the dossier's code and what to look at again", async () => {
    expect(await fileBirth(form, desk("draft-1"))).toEqual({ code: "H20.061-261005-0001", warnings: [{ field: "/me", text: "Nên kiểm tra", isWarning: true }] });
    expect(province.submissions.get("draft-1")).toMatchObject({ procedure: "1.001193", version: OFFERED["khai-sinh"].procedure.version, form, channel: "online", documents: [{ id: "to_khai", electronic: true }, { id: "giay_cam_doan_viec_sinh", electronic: true }] });
    const notified = { ...form, tre: { ...form.tre, so_giay_chung_sinh: "GCS-1" } };
    await fileBirth(notified, desk("draft-1b"));
    expect(province.submissions.get("draft-1b")).toMatchObject({ documents: [{ id: "to_khai" }, { id: "giay_chung_sinh", retrieved: true }] });
  });

  test("files one dossier however often the network fails", async () => {
    province.failNext(3);
    expect(await fileBirth(form, desk("draft-2"))).toMatchObject({ code: "H20.061-261005-0001" });
    expect([...province.submissions.keys()].filter((key) => key === "draft-2")).toHaveLength(1);
  });

  test("refuses a form that is not right before anything is sent, with every message at its field", async () => {
    const filed = await fileBirth(sample("01-c-khong-hop-le").form, desk("draft-3"));
    if (!("messages" in filed)) throw new Error("it was filed");
    expect(filed.messages.map(({ field }) => field)).toEqual(expect.arrayContaining(["/cha", "/ket_hon", "/ban_sao/so_luong", "/cam_doan"]));
    expect(filed.messages.every(({ text }) => text.length > 0)).toBe(true);
    expect(province.submissions.has("draft-3")).toBe(false);
  });

  test("shows what the service refuses at the same fields", async () => {
    expect(await fileBirth(form, desk("draft-4", { receivingUnit: "H20.999" }))).toEqual({ messages: [{ field: "/receivingUnit", text: "Không có đơn vị này", isWarning: false }, { field: "/tre/ho_ten", text: "Kiểm tra lại", isWarning: false }] });
  });

  test("asks to sign in when the token has run out", async () => {
    expect(await fileBirth(form, desk("draft-5", { token: "expired" }))).toEqual({ messages: [{ field: "", text: "Cần đăng nhập", isWarning: false }] });
  });
});

test("tells a citizen each step once, and goes on after the last one shown", async () => {
  const lines: string[] = [];
  let last: Parameters<typeof birthProgress>[2];
  for await (const { text, seen } of birthProgress(client(), "H20.061-261005-0001")) {
    lines.push(text);
    last = seen;
    if (lines.length === 2) break;
  }
  for await (const { text } of birthProgress(client(), "H20.061-261005-0001", last)) lines.push(text);
  expect(lines).toEqual(["Đang chờ tiếp nhận", "Đang thẩm tra", "Mời bạn nhận kết quả", "Đã trả kết quả"]);
});

test.each(Object.entries(OFFERED))("says what %s takes, costs and when it is ready", async (_, module) => {
  expect(await priceList(client(), module, { form: {}, channel: "counter" })).toEqual({ documents: ["Tờ khai"], total: 24_000, due: "06/10/2026" });
});

test.each(Object.entries(OFFERED))("checks %s in the page: an empty form gives a message at each field that is needed", (_, module) => {
  const checked = module.check({}, { today: "2026-10-05" });
  expect(checked.ok).toBe(false);
  const required = (module.procedure.form.required ?? []).map((key) => `/${key}`);
  expect(required.length).toBeGreaterThan(3);
  expect(checked.ok ? [] : checked.problems.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(required));
});
