import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { copySchemas } from "../../test/schemas-copy.ts";
import { checkProject } from "../check/check-project.ts";
import { newProcedure } from "../commands/new.ts";
import { CommandFailure } from "../exit.ts";
import { RECORD } from "../../test/catalogue-record.ts";
import { TEMPLATES } from "./templates.ts";
import { writeFileSync } from "node:fs";

const copy = copySchemas();
const { workspace } = copy;
afterAll(copy.remove);
afterEach(() => vi.restoreAllMocks());

const quietly = () => vi.spyOn(console, "log").mockImplementation(() => {});
const folderOf = (code: string) => join(workspace.schemas, "procedures", (readdirSync(join(workspace.schemas, "procedures"), { recursive: true }) as string[]).find((path) => path.includes(code) && path.endsWith("procedure.json"))?.replace(/procedure\.json$/, "") ?? "");
const json = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

describe("motcua new", () => {
  it.each(TEMPLATES.map(({ id }, index) => [id, `9.99990${index}`] as const))("writes a procedure from the template %s in which check finds nothing", async (template, code) => {
    quietly();
    expect(await newProcedure({ template, yes: true, effective: "2026-10-01" }, [code], { workspace })).toBe(0);
    const found = await checkProject(workspace, [folderOf(code)]);
    expect(found).toMatchObject({ procedures: 1, samples: 1, problems: [] });
    const sample = json(join(folderOf(code), "samples", "01-hop-le.json")) as { expected: { due: string }; receivingUnit: string };
    expect(sample.receivingUnit).toMatch(/^H20\./);
    expect(JSON.stringify(sample)).toContain('"noi_cu_tru":{"tinh":"82","xa":"28249"}');
    expect(sample.expected.due > "2026-10-01").toBe(true);
  });

  it("leaves what is to be decided in a checklist, not in the JSON", async () => {
    quietly();
    await newProcedure({ template: "inspect", yes: true, name: "Cấp phép thử nghiệm", field: "Xây dựng" }, ["9.999910"], { workspace });
    const folder = folderOf("9.999910");
    expect(folder).toContain("xay-dung/9.999910-cap-phep-thu-nghiem");
    expect(readFileSync(join(folder, "CHECKLIST.md"), "utf8")).toMatch(/- \[ \] .*`silence: agreed`/);
    const texts = ["procedure.json", "form.schema.json", "workflow.json"].map((name) => readFileSync(join(folder, name), "utf8")).join("");
    expect(texts).not.toMatch(/TODO|FIXME|\/\/ /);
  });

  it("takes identity, cases, papers, times, fees, results and legal basis from a national record", async () => {
    quietly();
    const file = join(workspace.root, "record.json");
    writeFileSync(file, JSON.stringify(RECORD));
    expect(await newProcedure({ from: file, template: "simple", yes: true, effective: "2026-10-01" }, [], { workspace })).toBe(0);
    const procedure = json(join(folderOf("9.999920"), "procedure.json")) as Record<string, never>;
    expect(procedure).toMatchObject({
      name: { vi: "Cấp giấy phép thử nghiệm" },
      field: { id: "hoat_dong_thu_nghiem" },
      levels: ["commune"],
      channels: ["counter", "online"],
      cases: {
        cap_moi: { when: "form.truong_hop == 'cap_moi'", limit: { time: "5wd", byChannel: { counter: "5wd", online: "3wd" } } },
        cap_lai: { limit: { time: "5wd" } },
      },
      fees: [
        { name: { vi: "Lệ phí cấp phép" }, kind: "charge", amount: { state: "amount", vnd: 50000 } },
        { name: { vi: "Phí thẩm định" }, kind: "fee", amount: { state: "set-locally" } },
      ],
      results: [{ nationalCode: "KQ.T01.000001", name: { vi: "Giấy phép" } }, { name: { vi: "Bản sao giấy phép" } }],
    });
    const { problems } = await checkProject(workspace, [folderOf("9.999920")]);
    expect(problems.filter(({ severity }) => severity !== "warning")).toEqual([]);
    expect(readFileSync(join(folderOf("9.999920"), "CHECKLIST.md"), "utf8")).toMatch(/Mã kết quả “X-9”[^]*Người nộp phải từ đủ 18 tuổi/);
  });

  it("asks at a terminal for what was not said, again where an answer will not do", async () => {
    quietly();
    const terminal = { input: new PassThrough(), output: new PassThrough() };
    terminal.input.end(["99", "9.999930", "Xác nhận thử", "Hộ tịch", "", "consult", ""].join("\n"));
    expect(await newProcedure({}, [], { workspace, terminal })).toBe(0);
    expect(String(terminal.output.read())).toContain("Mã thủ tục “99” phải có dạng");
    expect(json(join(folderOf("9.999930"), "procedure.json"))).toMatchObject({ name: { vi: "Xác nhận thử" }, field: { id: "ho_tich" }, levels: ["commune"] });
  });

  const refusals: readonly (readonly [string, () => Promise<number>, RegExp])[] = [
    ["a code that is none", () => newProcedure({ yes: true }, ["9.99"], { workspace }), /phải có dạng/],
    ["a template nobody made", () => newProcedure({ yes: true, template: "fancy" }, ["9.999940"], { workspace }), /--template fancy/],
    ["a tier that is abolished", () => newProcedure({ yes: true, level: "district" }, ["9.999940"], { workspace }), /--level district/],
    ["a day that does not exist", () => newProcedure({ yes: true, effective: "2027-02-30" }, ["9.999940"], { workspace }), /--effective/],
    ["a code that is there already", () => newProcedure({ yes: true }, ["1.001193"], { workspace }), /Đã có thủ tục 1\.001193/],
    ["a record that is none", () => newProcedure({ yes: true, from: join(workspace.schemas, "calendars", "2026.json") }, ["9.999940"], { workspace }), /không phải là bản ghi/],
    ["to take defaults nobody allowed", () => newProcedure({}, ["9.999940"], { workspace }), /Thiếu --name/],
  ];
  it.each(refusals)("refuses %s, and writes nothing", async (_, run, says) => {
    quietly();
    const before = readdirSync(join(workspace.schemas, "procedures"), { recursive: true }).length;
    const failure = await run().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect((failure as CommandFailure).message).toMatch(says);
    expect((failure as CommandFailure).exitCode).toBe(2);
    expect(readdirSync(join(workspace.schemas, "procedures"), { recursive: true })).toHaveLength(before);
  });
});
