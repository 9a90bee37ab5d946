import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GENERATED } from "@motcua/codegen";
import { goldenFiles, SDK, UPDATE } from "./golden.ts";

const files = await goldenFiles();

describe("the committed SDK", () => {
  test.each(files.map(({ path, text }) => ({ path, text })))("$path is what the generator writes, byte for byte", ({ path, text }) => {
    expect(readFileSync(new URL(path, SDK), "utf8"), `read the difference, then: ${UPDATE}`).toBe(text);
  });

  test("holds nothing that is no longer generated", () => {
    const written = readdirSync(SDK, { recursive: true, encoding: "utf8" }).filter((path) => /\.(js|d\.ts)$/.test(path) && !/^(node_modules|test)\//.test(path));
    expect(written.toSorted()).toEqual(files.map(({ path }) => path).filter((path) => path !== "package.json").toSorted());
  });

  test("is the same whatever the order of the procedures, and generated anew", async () => {
    expect(await goldenFiles((procedures) => procedures.toReversed())).toEqual(files);
  });

  test.each(files.filter(({ path }) => path.startsWith("shared/")))("$path says whose it is, that it is generated, and is named by what it holds", ({ path, text }) => {
    expect(text.split("\n")[0]).toMatch(/^\/\/ [A-Z]\w*: (?:its fields|values and what people see of them|whether a value is one|what is wrong with a value that should be one|as forms define it|as a schema of zod)\.$/);
    expect(text.split("\n")[1]).toContain(GENERATED);
    expect(path).toContain(createHash("sha256").update(text).digest("hex").slice(0, 8));
  });

  test.each(files.filter(({ path }) => path !== "package.json" && !path.startsWith("shared/")))("$path says where it comes from and that it is generated", ({ text }) => {
    expect(text.split("\n")[1]).toMatch(/^\/\/ \d\.\d{6}, version [0-9a-f]{16}, in force from \d{4}-\d{2}-\d{2}/);
    expect(text.split("\n")[2]).toContain(GENERATED);
  });

  test.each(files)("$path is formatted: no tabs, no spaces at line ends, one line end at the end", ({ text }) => {
    expect(text).not.toMatch(/\t|[ \r]\n|\n\n\n|\n\n$/);
    expect(text.endsWith("\n")).toBe(true);
  });
});
