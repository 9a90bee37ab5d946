import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Province } from "@motcua/procedure";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkProject } from "../check/check-project.ts";
import { findWorkspace } from "../workspace.ts";
import { init } from "./init.ts";
import { newProcedure } from "./new.ts";

const OF = { province: "vinh-long" };

describe("motcua init", () => {
  let root: string;
  let said: string[];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "motcua-init-"));
    said = [];
    vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true, force: true });
  });

  it("begins a project in which a new procedure passes the check, and the editor knows the contract", async () => {
    const folder = join(root, "moi");
    expect(await init(OF, [folder])).toBe(0);
    const [, bin = ""] = /tạo thủ tục: node (\S+) new/.exec(said.join("\n")) ?? [];
    expect(existsSync(join(folder, bin))).toBe(true);
    const workspace = findWorkspace(folder);
    if (workspace === undefined) throw new Error("no project");
    expect(await newProcedure({ template: "inspect", level: "commune", effective: "2026-10-01", yes: true }, ["9.900077"], { workspace })).toBe(0);
    expect((await checkProject(workspace, [])).problems).toEqual([]);
    expect(readFileSync(join(folder, ".vscode/settings.json"), "utf8")).toContain("./schemas/contract/procedure.schema.json");
    const province = JSON.parse(readFileSync(join(folder, "schemas/provinces/vinh-long/province.json"), "utf8")) as Province;
    expect(province.procedures).toEqual({});
    expect(province.units.length).toBeGreaterThan(0);
  });

  it("keeps the settings and the ignored files that are there", async () => {
    mkdirSync(join(root, ".vscode"));
    writeFileSync(join(root, ".vscode/settings.json"), "{}");
    writeFileSync(join(root, ".gitignore"), "cua-toi\n");
    await init(OF, [root]);
    expect([readFileSync(join(root, ".vscode/settings.json"), "utf8"), readFileSync(join(root, ".gitignore"), "utf8")]).toEqual(["{}", "cua-toi\n"]);
    expect(existsSync(join(root, "schemas/contract"))).toBe(true);
  });

  it("refuses a folder inside a project, one that has schemas, and a province there is not", async () => {
    const inside = fileURLToPath(new URL(".", import.meta.url));
    await expect(init(OF, [inside])).rejects.toThrow("đã nằm trong dự án");
    mkdirSync(join(root, "schemas"));
    await expect(init(OF, [root])).rejects.toThrow("schemas đã có");
    for (const province of ["khong-co", "../dong-thap"]) await expect(init({ province }, [join(root, "khac")])).rejects.toThrow(`Không có tỉnh ${province}`);
    expect(existsSync(join(root, "khac"))).toBe(false);
  });
});
