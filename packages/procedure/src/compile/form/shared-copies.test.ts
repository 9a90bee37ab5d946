import { expect, test } from "vitest";
import { parseJson } from "../source/parse-json.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import { bundleRefs } from "./bundle-refs.ts";

function parsed(path: string, value: unknown): ParsedFile {
  const { file } = parseJson({ path, text: JSON.stringify(value) });
  if (file === undefined) throw new Error(`${path} does not parse`);
  return file;
}

const person = parsed("/s/shared/person.schema.json", { $defs: { Name: { type: "string" }, Person: { type: "object", properties: { name: { $ref: "#/$defs/Name" }, at: { $ref: "address.schema.json#/$defs/Place" } } }, Old: { type: "integer" } } });
const address = parsed("/s/shared/address.schema.json", { $defs: { Place: { type: "string", maxLength: 9 } } });
const filesOf = (...files: readonly ParsedFile[]) => new Map(files.map((file) => [file.path, file]));
const shared = filesOf(person, address);

function form(path: string, defs: Readonly<Record<string, unknown>> = {}): ParsedFile {
  return parsed(path, { type: "object", properties: { a: { $ref: "../../shared/person.schema.json#/$defs/Person" } }, $defs: defs });
}

const definitions = (file: ParsedFile, files = shared) => bundleRefs(file, files).form.$defs ?? {};

test("a shared definition is one object in every form", () => {
  const [one, other] = [definitions(form("/s/procedures/a/form.schema.json")), definitions(form("/s/procedures/b/form.schema.json", { Own: { type: "string" } }))];
  expect(Object.keys(one)).toEqual(["Name", "Person", "Place"]);
  for (const name of ["Name", "Person", "Place"]) expect(one[name]).toBe(other[name]);
});

test("refuses to share what means something else: a form has the name itself, or a file it leads to has changed", () => {
  const one = definitions(form("/s/procedures/a/form.schema.json"));
  const named = definitions(form("/s/procedures/b/form.schema.json", { Place: { type: "boolean" } }));
  expect(named["Person"]).not.toBe(one["Person"]);
  expect(named["Person"]).toMatchObject({ properties: { at: { $ref: "#/$defs/AddressPlace" } } });
  expect(named["Name"]).toBe(one["Name"]);
  const changed = definitions(form("/s/procedures/c/form.schema.json"), filesOf(person, parsed(address.path, { $defs: { Place: { type: "string", maxLength: 8 } } })));
  expect(changed["Person"]).not.toBe(one["Person"]);
  expect(changed["Name"]).toBe(one["Name"]);
});

test("refuses to share what leads back to itself", () => {
  const circle = parsed("/s/shared/person.schema.json", { $defs: { Person: { properties: { inside: { $ref: "#/$defs/Person" } } } } });
  const bundle = () => bundleRefs(form("/s/procedures/a/form.schema.json"), filesOf(circle));
  expect(bundle().problems.map(({ code }) => code)).toEqual(["ref-circle"]);
  expect(bundle().form.$defs?.["Person"]).not.toBe(bundle().form.$defs?.["Person"]);
});
