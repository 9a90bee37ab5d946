import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import birthSample from "../../../schemas/procedures/ho-tich/1.001193-dang-ky-khai-sinh/samples/01-a-dung-han-du-cha-me.json" with { type: "json" };
import { checkBirth } from "../snippets/check-a-form.ts";
import { Envelope } from "../snippets/compose-zod.ts";
import { childOf } from "../snippets/judge-quickly.ts";
import { samples } from "../snippets/sample-forms.ts";
import { outline } from "../snippets/show-fields.ts";
import { is } from "@dongthap/procedures/1.001193/is";

const SNIPPETS = new URL("../snippets/", import.meta.url);
const GUIDES = ["use-the-sdk.md", "use-the-sdk.vi.md"].map((name) => ({ name, text: readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8") }));

/** Code of a guide by the file its fence names. */
function blocksOf(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^```ts (\S+)\n([\s\S]*?)^```$/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

describe.each(GUIDES)("docs/$name", ({ text }) => {
  it("shows every snippet as it is compiled here, and no other TypeScript", () => {
    const files = Object.fromEntries(readdirSync(SNIPPETS).map((name) => [name, readFileSync(new URL(name, SNIPPETS), "utf8")]));
    expect(Object.fromEntries(blocksOf(text))).toEqual(files);
    expect(text.match(/^```ts$/gm)).toBeNull();
  });
});

describe("what the guide shows", () => {
  const { form } = birthSample as { readonly form: { readonly tre: { readonly ho_ten: string } } };

  it("runs", () => {
    expect(checkBirth(form, "2026-10-05")).toBe(form);
    expect((checkBirth({}, "2026-10-05") as readonly string[]).filter((line) => /^\/tre: \S/.test(line))).toHaveLength(1);
    expect([childOf(form), childOf({ tre: form.tre })]).toEqual([form.tre.ho_ten, undefined]);
    expect([outline("vi").slice(0, 2), outline("en").slice(0, 2)]).toEqual([["Họ, chữ đệm, tên của trẻ (100)", "Người yêu cầu"], ["Child's full name (100)", "Applicant"]]);
    expect([Envelope.safeParse({ sender: "a", form }).success, Envelope.safeParse({ sender: "a", form: {} }).success]).toEqual([true, false]);
    expect(samples.length).toBe(20);
    expect(samples.every(is)).toBe(true);
  });
});
