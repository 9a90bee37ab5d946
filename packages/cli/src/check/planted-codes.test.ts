import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { MACHINE_PROBLEMS } from "../../../workflow/src/check/machine-problem.ts";
import { WORKFLOW_PROBLEMS } from "../../../workflow/src/check/workflow-problem.ts";
import { DEFINITION_PROBLEMS } from "@motcua/procedure/compile";
import { describe, expect, it } from "vitest";
import { LEGAL_TIME_PROBLEMS } from "./legal-times.ts";
import { SAMPLE_PROBLEMS } from "./sample-problem.ts";

const packages = fileURLToPath(new URL("../../../", import.meta.url));
const THIS = "planted-codes.test.ts";

/** Codes no mistake leads to while the contract is what it is, with why. */
const NEVER: Readonly<Record<string, string>> = {
  "too-many-entries": "the contract sets no upper bound on what people write yet",
  "contract-violation": "what is told of a keyword of the contract that has no words of its own: each has",
};

/** The text of every test and every planted fault. */
function testTexts(): string {
  const files = ["procedure", "workflow", "codegen", "cli"].flatMap((name) => readdirSync(join(packages, name), { recursive: true, encoding: "utf8" }).map((path) => join(packages, name, path)));
  const tests = files.filter((path) => !path.includes("node_modules") && !path.endsWith(THIS) && (path.endsWith(".test.ts") || path.includes(`${sep}faults${sep}`)));
  return tests.filter((path) => path.endsWith(".ts")).map((path) => readFileSync(path, "utf8")).join("\n");
}

const CODES = Object.keys({ ...DEFINITION_PROBLEMS, ...WORKFLOW_PROBLEMS, ...MACHINE_PROBLEMS, ...LEGAL_TIME_PROBLEMS, ...SAMPLE_PROBLEMS });

describe("every code the check can tell", () => {
  const texts = testTexts();
  const isTold = (code: string) => new RegExp(`["'\`(\\s]${code}["'\`)\\s]`).test(texts);

  it("is told of a mistake that a test makes", () => {
    expect(CODES.filter((code) => !isTold(code) && !Object.hasOwn(NEVER, code))).toEqual([]);
  });

  it("is left out with a reason, or not at all", () => {
    expect(Object.keys(NEVER).filter((code) => !CODES.includes(code) || isTold(code))).toEqual([]);
    expect(isTold("no-such-code")).toBe(false);
  });
});
