import { readFileSync } from "node:fs";
import { fields } from "@dongthap/procedures/1.001193/fields";
import { createClient } from "@motcua/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { readForm } from "../src/read-form.ts";
import { type FakeProvince, fakeProvince } from "./fake-province.ts";

const sampleForm = (name: string) => (JSON.parse(readFileSync(new URL(`../../../schemas/procedures/ho-tich/1.001193-dang-ky-khai-sinh/samples/${name}.json`, import.meta.url), "utf8")) as { readonly form: object }).form;

let province: FakeProvince;
let app: (request: Request) => Promise<Response>;
beforeAll(async () => {
  province = await fakeProvince();
  app = createApp({ clientOf: () => createClient({ baseUrl: province.baseUrl, token: "citizen", sleep: async () => undefined }), receivingUnit: "H20.061", today: () => "2026-10-05" });
});
afterAll(() => province.close());

const get = async (path: string) => (await app(new Request(`http://x${path}`))).text();

/** Sends what a browser would: every input by its name. */
async function post(inputs: Iterable<readonly [string, string]>): Promise<{ readonly status: number; readonly html: string }> {
  const answer = await app(new Request("http://x/khai-sinh", { method: "POST", body: new URLSearchParams([...inputs].map(([name, value]): [string, string] => [name, value])) }));
  return { status: answer.status, html: await answer.text() };
}

/** Leaves of a form by their pointers, as they are typed into a page. */
function typed(value: unknown, pointer = ""): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [[pointer, String(value)]];
  return Object.entries(value).flatMap(([key, inside]) => typed(inside, `${pointer}/${key}`));
}

const names = (html: string) => new Set([...html.matchAll(/ name="(\/[^"]*)"/g)].map((match) => match[1] ?? ""));

test("shows what is offered, with what to bring and what it costs", async () => {
  const html = await get("/");
  expect([...html.matchAll(/<a href="([^"]*)">/g)].map((match) => match[1])).toEqual(["/khai-sinh"]);
  expect(html.match(/<li>/g)).toHaveLength(3);
  expect(html).toContain("24.000 đồng");
});

describe("registering a birth on the page", () => {
  test.each(["01-a-dung-han-du-cha-me", "01-b-khong-cha-truc-tuyen"])("files %s exactly as it was filled in, page by page", async (name) => {
    const form = sampleForm(name);
    const inputs = typed(form);
    const first = names(await get("/khai-sinh"));
    expect([...first].every((pointer) => Object.hasOwn(fields, pointer))).toBe(true);
    expect(first.has("/me/ho_ten")).toBe(false);
    // What the first page asks makes the other pages appear.
    const next = await post(inputs.filter(([pointer]) => first.has(pointer)));
    expect(next.status).toBe(422);
    expect(inputs.filter(([pointer]) => !names(next.html).has(pointer))).toEqual([]);
    const sent = await post([["key", name], ...inputs]);
    expect(sent).toMatchObject({ status: 201, html: expect.stringContaining("H20.061-261005-0001") as string });
    expect(province.submissions.get(name)).toMatchObject({ procedure: "1.001193", form });
  });

  test("says at each field what to put right, keeps what was typed, and sends nothing", async () => {
    const { status, html } = await post([["key", "draft-9"], ["/tre/ho_ten", 'nguyễn <b> "an"'], ["/tre/ngay_sinh", "2026-09-31"], ["/ban_sao/so_luong", "hai"]]);
    expect(status).toBe(422);
    expect(html).toContain('value="nguyễn &lt;b> &quot;an&quot;"');
    expect(html).toMatch(/name="key" value="draft-9"/);
    expect(html.match(/class="message"/g)?.length).toBeGreaterThan(10);
    expect(province.submissions.has("draft-9")).toBe(false);
  });

  test("does not send what a page no longer shows: a mother filled in before the choice was changed", async () => {
    const form = sampleForm("01-b-khong-cha-truc-tuyen");
    await post([["key", "draft-10"], ...typed(form), ["/cha/ho_ten", "NGUYỄN VĂN AN"]]);
    expect(province.submissions.get("draft-10")).toMatchObject({ form });
    expect(JSON.stringify(province.submissions.get("draft-10"))).not.toContain('"cha":{');
  });
});

test("reads no input that is no field, whatever its name", () => {
  expect(readForm(fields, [["/__proto__/x", "1"], ["/constructor", "1"], ["key", "1"], ["/tre/ten", "1"], ["/tre/ho_ten", "  "], ["/ban_sao/so_luong", "2"], ["/ban_sao/yeu_cau", "true"]])).toEqual({ ban_sao: { so_luong: 2, yeu_cau: true } });
});

test("has no other page", async () => expect((await app(new Request("http://x/gi-do"))).status).toBe(404));
