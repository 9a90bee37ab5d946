import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { problemsPage, writtenPage } from "../scripts/problems-page.ts";

const packages = fileURLToPath(new URL("../packages", import.meta.url));

/** Source files of the packages, tests left out. */
function sources(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (entry === "node_modules" || entry === "testing" || entry === "test") return [];
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry) && !/\.test\.tsx?$/.test(entry) ? [path] : [];
  });
}

/** Codes of problems made in a source text. */
function codesMade(text: string): readonly string[] {
  return [...text.matchAll(/(?:\b(?:problem|refusal)\(|\bcode: )"([a-z]+(?:-[a-z]+)+)"/g)].map((match) => match[1] ?? "");
}

describe("docs/problems.md", () => {
  it("says what the code says: run `node --import tsx scripts/problems-page.ts` after a change", () => {
    expect(writtenPage()).toBe(problemsPage());
  });

  it("has an entry for every code that is made anywhere", () => {
    const page = problemsPage();
    const missing = sources(packages)
      .flatMap((file) => codesMade(readFileSync(file, "utf8")).map((code) => ({ code, file: file.slice(packages.length + 1) })))
      .filter(({ code }) => !page.includes(`**\`${code}\`**`));
    expect(missing).toEqual([]);
  });

  it("refuses a planted code without an entry", () => {
    expect(codesMade('refused(problem("no-such-code", "/x"))')).toEqual(["no-such-code"]);
    expect(problemsPage()).not.toContain("no-such-code");
  });

  it("gives every code both languages, and no text that is a stub", () => {
    for (const line of problemsPage().split("\n").filter((each) => each.startsWith("- **`"))) {
      const [vi = "", en = ""] = line.replace(/^- \*\*`[^`]+`\*\*(?: \([^)]+\))?: /, "").split(" · ");
      expect(vi.length, line).toBeGreaterThan(8);
      expect(en.length, line).toBeGreaterThan(8);
    }
  });
});
