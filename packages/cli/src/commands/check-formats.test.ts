import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { copySchemas } from "../../test/schemas-copy.ts";
import { check } from "./check.ts";

const BIRTH = "procedures/ho-tich/1.001193-dang-ky-khai-sinh";
const { workspace, plant, restore, remove } = copySchemas();
const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
beforeEach(() => log.mockClear());
afterEach(restore);
afterAll(() => {
  log.mockRestore();
  remove();
});

const only = `${workspace.schemas}/${BIRTH}`;
const said = (): string => log.mock.calls.map(([text]) => String(text)).join("\n");

interface Row {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly pointer: string;
  readonly message: string;
  readonly hint: string;
}

describe("the formats of motcua check", () => {
  it("gives exit code 0 for what is right, in every format", async () => {
    for (const format of ["text", "json", "sarif"]) expect(await check({ lang: "vi", format }, [only])).toBe(0);
    expect(said()).toContain("1 thủ tục, 5 mẫu, 0 lỗi, 0 cảnh báo");
  });

  it("gives exit code 0 for a warning, and tells it", async () => {
    plant(`${BIRTH}/workflow.json`, ', "en": "Number and seal"', "");
    expect(await check({ lang: "en", format: "text" }, [only])).toBe(0);
    expect(said()).toContain("warning text-without-english  there is no English text");
    expect(said()).toContain("1 procedures, 5 samples, 0 errors, 1 warnings");
  });

  it("prints one object for machines: how many procedures, and every problem", async () => {
    const { line } = plant(`${BIRTH}/workflow.json`, '"role": "van_thu"', '"role": "van_tu"');
    for (const options of [{ format: "json" }, { json: true }]) {
      log.mockClear();
      expect(await check({ lang: "en", ...options }, [only])).toBe(1);
      const { procedures, problems } = JSON.parse(said()) as { readonly procedures: number; readonly problems: readonly Row[] };
      expect(procedures).toBe(1);
      const row = problems.find(({ severity }) => severity === "error");
      expect(row).toMatchObject({ code: "unknown-role", severity: "error", line, column: 15, pointer: "/steps/dong_dau/role", message: "there is no role “van_tu”", hint: "van_thu" });
      expect(row?.file.endsWith(`${BIRTH}/workflow.json`)).toBe(true);
      expect(Object.keys(row ?? {})).toEqual(["code", "severity", "file", "line", "column", "pointer", "message", "hint"]);
    }
  });

  it("prints SARIF with the same problems", async () => {
    plant(`${BIRTH}/workflow.json`, '"role": "van_thu"', '"role": "van_tu"');
    expect(await check({ lang: "vi", format: "sarif" }, [only])).toBe(1);
    const { version, runs } = JSON.parse(said()) as { readonly version: string; readonly runs: readonly [{ readonly results: readonly { readonly ruleId: string; readonly message: { readonly text: string } }[] }] };
    expect(version).toBe("2.1.0");
    expect(runs[0].results.map(({ ruleId, message }) => [ruleId, message.text])).toContainEqual(["unknown-role", "không có vai trò “van_tu” → van_thu"]);
  });

  it("shows a part of a line that is as long as its file", async () => {
    plant(`${BIRTH}/workflow.json`, '"start": "niem_yet",', `"start": "${"x".repeat(5_000)}",`);
    expect(await check({ lang: "vi" }, [only])).toBe(1);
    expect(Math.max(...said().split("\n").filter((line) => line.includes(" | ")).map(({ length }) => length))).toBeLessThan(200);
  });

  it.each([
    ["a format it does not write", { lang: "vi", format: "xml" }, [only], /--format xml: text, json, sarif/],
    ["a format that every object has", { lang: "vi", format: "constructor" }, [only], /--format constructor/],
    ["a language it does not speak", { lang: "fr" }, [only], /--lang fr/],
    ["a path that does not exist", { lang: "vi" }, [`${only}/khong-co`], /Không có đường dẫn/],
  ])("refuses %s with exit code 2", async (_, options, paths, says) => {
    await expect(check(options, paths)).rejects.toMatchObject({ name: "CommandFailure", exitCode: 2, message: expect.stringMatching(says) as string });
  });
});
