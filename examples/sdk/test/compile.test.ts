import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileConsumer } from "./compile-consumer.ts";
import { SDKS } from "./samples.ts";

const CODES = SDKS.map(({ code }) => code);

const GOOD = `
import * as khaiSinh from "@dongthap/procedures/1.001193";
import { en, fields, vi } from "@dongthap/procedures/1.001193/fields";
import { Form as KhaiSinh } from "@dongthap/procedures/1.001193/zod";
import { complete, createClient, type SubmissionOf } from "@motcua/client";

export const client = createClient({ baseUrl: "https://example.test" });
export const step: khaiSinh.Step = "tham_tra";
export const outcome: khaiSinh.Outcome<"tham_tra"> = "du_dieu_kien";
export const role: khaiSinh.Role = "lanh_dao_ubnd";
export const document: khaiSinh.DocumentId = "giay_chung_sinh";
export const procedureCase: khaiSinh.Case = "qua_han";
export const fee: khaiSinh.Fee = "ban_sao";
export const label: string | undefined = vi.fields["/tre/ho_ten"].label;
export const words: readonly (string | undefined)[] = [vi.fields["/tre/ho_ten"].label, en.fields["/tre/ho_ten"].hint, vi.sections[0]?.title, vi.fields["/tre/gioi_tinh"].options?.[0]?.label];
export const length: number | undefined = fields["/tre/ho_ten"].maxLength;
export const act = complete(khaiSinh, { step: "tham_tra", task: "t", outcome: "can_xac_minh", record: { xa_can_xac_minh: ["29905"] } });
export async function submit(input: unknown): Promise<string> {
  const checked = khaiSinh.check(input, { today: "2026-10-05" });
  if (!checked.ok) return checked.problems.map(({ message }) => message.vi).join();
  const born: string = checked.value.tre.ngay_sinh;
  const parsed: khaiSinh.Form = KhaiSinh.parse(input);
  const submission: SubmissionOf<typeof khaiSinh> = { form: parsed, channel: "online", receivingUnit: "H20.061", documents: [{ id: "to_khai", electronic: true }], resultBy: "online" };
  const receipt = await client.submit(khaiSinh, submission);
  for await (const event of client.follow("x", { of: khaiSinh })) if (event.step === "niem_yet") return born;
  return receipt.ok ? receipt.value.code : "";
}
`;

/** What a change of the definition leaves stale in a consumer: each must fail where it stands. */
const STALE: readonly (readonly [what: string, line: string, error: RegExp])[] = [
  ["field", "checked.value.tre.ngay_xinh", /TS2551.*'ngay_xinh'.*Did you mean 'ngay_sinh'/],
  ["field inside a shared definition", "checked.value.me?.noi_cu_tru.xom", /TS2339.*'xom'/],
  ["choice of a field", 'checked.value.loai_dang_ky === "muon"', /TS2367/],
  ["step", '((s: khaiSinh.Step) => s)("tham_dinh")', /TS2345.*"tham_dinh"/],
  ["outcome", '((o: khaiSinh.Outcome<"ky">) => o)("du_dieu_kien")', /TS2345.*"du_dieu_kien"/],
  ["role", '((r: khaiSinh.Role) => r)("chu_tich")', /TS2345.*"chu_tich"/],
  ["document", '((d: khaiSinh.DocumentId) => d)("giay_chung_xinh")', /TS2345.*"giay_chung_xinh"/],
  ["document in a submission", 'client.submit(khaiSinh, { form: checked.value, channel: "online", receivingUnit: "u", resultBy: "online", documents: [{ id: "so_ho_khau" }] })', /TS(2820|2322).*"so_ho_khau"/],
  ["step of an event", '((e: { step?: khaiSinh.Step }) => e.step === "cho_ky")({})', /TS2367/],
  ["outcome of a completed task", 'complete(khaiSinh, { step: "ky", task: "t", outcome: "sealed" })', /TS2322.*"sealed"/],
  ["record field of a completed task", 'complete(khaiSinh, { step: "tham_tra", task: "t", outcome: "du_dieu_kien", record: { ghi_chep: "" } })', /TS(2353|2561).*'ghi_chep'/],
  ["question", 'client.quote(khaiSinh, { channel: "online", form: {}, answers: { mang_thai: true } })', /TS(2353|2561).*'mang_thai'/],
  ["field of the metadata", 'pages.fields["/tre/ten"]', /TS7053.*"\/tre\/ten"/],
  ["field in Vietnamese", 'pages.vi.fields["/tre/ten"]', /TS7053.*"\/tre\/ten"/],
  ["words where there are none", 'pages.fields["/tre/ho_ten"].label', /TS2339.*'label'/],
  ["case", '((c: khaiSinh.Case) => c)("som")', /TS2345.*"som"/],
  ["fee", '((f: khaiSinh.Fee) => f)("le_phi")', /TS2345.*"le_phi"/],
  ["zod definition", "zod.ChaMeNuoi", /TS(2339|2551).*'ChaMeNuoi'/],
];

describe("under the strictest settings", () => {
  test("the SDK compiles, its declarations included, and so does a consumer of it", async () => {
    const all = CODES.map((code, index) => `export * as p${index} from "@dongthap/procedures/${code}"; export * as z${index} from "@dongthap/procedures/${code}/zod";`).join("\n");
    expect(await compileConsumer({ "all.ts": all, "good.ts": GOOD })).toEqual([]);
  });

  test("every accepted sample is of its form's type", async () => {
    const lines = SDKS.flatMap(({ code, samples }) =>
      samples.filter(({ expected }) => expected.outcome === "accepted").map(({ id, form }) => `export const s${id.replaceAll(/\W/g, "_")}: import("@dongthap/procedures/${code}").Form = ${JSON.stringify(form)};`),
    );
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(await compileConsumer({ "samples.ts": lines.join("\n") })).toEqual([]);
  });

  test("refuses every stale name, each in its own line", async () => {
    const before = [
      'import * as khaiSinh from "@dongthap/procedures/1.001193";',
      'import * as zod from "@dongthap/procedures/1.001193/zod";',
      'import * as pages from "@dongthap/procedures/1.001193/fields";',
      'import { complete, createClient } from "@motcua/client";',
      'const client = createClient({ baseUrl: "" });',
      'const checked = khaiSinh.check({}, { today: "" });',
      'if (!checked.ok) throw new Error("");',
    ];
    const lines = STALE.map(([, line]) => `void (${line});`);
    const errors = await compileConsumer({ "stale.ts": [...before, ...lines].join("\n") });
    for (const [index, [what, , expected]] of STALE.entries()) {
      const here = errors.filter((error) => error.startsWith(`stale.ts(${before.length + index + 1},`));
      expect(here.join("\n"), what).toMatch(expected);
    }
    expect(errors).toHaveLength(STALE.length);
  });
});

describe("the province's application", () => {
  const folder = new URL("../../province-app/src/", import.meta.url);
  const app = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));

  test("compiles under the same settings", async () => {
    expect(await compileConsumer(app)).toEqual([]);
  });

  test.each([
    ["field", "birth-submission.ts", "nguoi_yeu_cau.quan_he ", "nguoi_yeu_cau.quan_he_voi_tre ", /'quan_he_voi_tre'/],
    ["choice of a field", "birth-submission.ts", '"truc_tuyen"', '"qua_mang"', /"qua_mang"/],
    ["document", "birth-submission.ts", '"giay_chung_sinh"', '"giay_chung_sinh_cu"', /"giay_chung_sinh_cu"/],
    ["question", "birth-submission.ts", "mang_thai_ho:", "sinh_ho:", /'sinh_ho'/],
    ["step", "file-birth.ts", "tham_tra:", "tham_dinh:", /'tham_dinh'/],
    ["step it has no words for", "file-birth.ts", '  dong_dau: "Đang đóng dấu",\n', "", /'dong_dau' is missing/],
  ])("refuses a stale %s", async (_, file, now, stale, error) => {
    expect(app[file]).toContain(now);
    const errors = await compileConsumer({ ...app, [file]: app[file]?.replace(now, stale) ?? "" });
    expect(errors.join("\n")).toMatch(error);
    expect(errors.every((line) => line.startsWith(`${file}(`))).toBe(true);
  });
});

test("declarations infer nothing: zod schemas are declared by their types", () => {
  for (const code of CODES) expect(readFileSync(new URL(`../${code}/zod.d.ts`, import.meta.url), "utf8")).not.toMatch(/infer|typeof|ZodMiniObject/);
});
