import { describe, expect, test } from "vitest";
import { procedureWith } from "../test/procedure-with.ts";
import { generateCatalogue } from "./generate-catalogue.ts";

const procedure = (code: string, from: string, version = from.replaceAll("-", "").padEnd(16, "0")) => ({ ...procedureWith({ type: "object" }), code, version, effective: { from } });
const paths = (procedures: readonly ReturnType<typeof procedure>[]) => generateCatalogue(procedures, { name: "@tinh/thu-tuc" }).files.map(({ path }) => path);

describe("a catalogue", () => {
  const versions = [procedure("1.000002", "2025-01-01"), procedure("1.000001", "2026-01-01"), procedure("1.000002", "2026-07-01")];

  test("has one module a version behind a sub-path of its own: the latest under the plain code", () => {
    expect(paths(versions).filter((path) => /^[^/]+\.js$/.test(path))).toEqual(["1.000001.js", "1.000002.js", "1.000002@2025-01-01.js"]);
  });

  test("has the same files whatever the order of the procedures", () => {
    expect(paths(versions.toReversed())).toEqual(paths(versions));
  });

  test("has no barrel, and marks nothing as having side effects", () => {
    const [manifest] = generateCatalogue(versions, { name: "@tinh/thu-tuc", version: "1.2.3" }).files;
    expect(JSON.parse(manifest?.text ?? "")).toMatchObject({ name: "@tinh/thu-tuc", version: "1.2.3", type: "module", sideEffects: false, exports: { "./*": { types: "./*.d.ts", default: "./*.js" } } });
    expect(paths(versions).some((path) => path.startsWith("index."))).toBe(false);
  });

  test("refuses to write half: one procedure that cannot be honoured leaves its problems, and no files of it", () => {
    const broken = { ...procedureWith({ type: "object", minProperties: 1 }), code: "1.000009" };
    const sdk = generateCatalogue([...versions, broken], { name: "@tinh/thu-tuc" });
    expect(sdk.problems).toMatchObject([{ code: "keyword-not-supported", pointer: "/form/minProperties" }]);
    expect(sdk.files.some(({ path }) => path.startsWith("1.000009"))).toBe(false);
  });
});
