import { fileURLToPath } from "node:url";
import { generate } from "json-schema-to-typescript/dist/src/generator.js";
import { link } from "json-schema-to-typescript/dist/src/linker.js";
import { normalize } from "json-schema-to-typescript/dist/src/normalizer.js";
import { optimize } from "json-schema-to-typescript/dist/src/optimizer.js";
import { parse } from "json-schema-to-typescript/dist/src/parser.js";
import type { FormSchema } from "@motcua/procedure";
import { loadCatalogue } from "@motcua/procedure/compile";
import { expect, test } from "vitest";
import { typeSchema } from "../../test/type-schema.ts";
import { buildForm } from "../form/build-form.ts";
import type { FormIr, NodeIr } from "../form/form-ir.ts";
import { OPTIONS, printType } from "./print-type.ts";
import { typeTree } from "./type-tree.ts";

const { procedures } = await loadCatalogue(fileURLToPath(new URL("../../../../schemas", import.meta.url)));

/** As json-schema-to-typescript does it by itself from a schema, its normaliser first. */
function printedWhole(form: FormIr, node: NodeIr, title: string): string {
  const { schema } = typeSchema(form, node, { title, typeNames: namesOf(form), described: true });
  return generate(optimize(parse(normalize(link(schema), new WeakMap(), "", OPTIONS), OPTIONS), OPTIONS), OPTIONS);
}

function printed(form: FormIr, node: NodeIr, title: string): string {
  return printType(typeTree(form, node, { title, typeNames: namesOf(form), described: true }).tree);
}

function namesOf({ definitions }: FormIr): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(definitions).map((name) => [name, name]));
}

test.each(procedures.map(({ procedure }) => procedure))("json-schema-to-typescript reads the form of $code as it is read here", ({ form: schema }) => {
  const form = buildForm(schema);
  const nodes = [["Form", form.root] as const, ...Object.entries(form.definitions)];
  expect(nodes.length).toBeGreaterThan(3);
  for (const [title, node] of nodes) expect(printed(form, node, title)).toBe(printedWhole(form, node, title));
});

const text = { type: "string", "x-label": { vi: "Chữ", en: "Text" } } as const;
const $defs = { Ten: { type: "string", minLength: 1 }, Loai: { enum: ["a", "b"] }, DiaChi: { type: "object", properties: { xa: text }, required: ["xa"], "x-label": { vi: "Địa chỉ" } } } as const;

test.each<readonly [string, FormSchema]>([
  ["an object that may be null", { type: ["object", "null"], properties: { a: text }, additionalProperties: false }],
  ["an open object", { type: "object", properties: { "a-b": text, c: { type: ["integer", "null"] } }, required: ["c"] }],
  ["an object without fields", { type: "object" }],
  ["a list that may be null", { type: "object", properties: { a: { type: ["array", "null"], items: { $ref: "#/$defs/DiaChi" } } } }],
  ["lists of anything, of lists, of choices", { type: "object", properties: { a: { type: "array" }, b: { type: "array", items: { type: "array", items: text } }, c: { type: "array", items: { enum: ["x", "y"] } } } }],
  ["references, joined and alone", { type: "object", properties: { a: { $ref: "#/$defs/Ten" }, b: { $ref: "#/$defs/Loai" }, c: { allOf: [{ $ref: "#/$defs/DiaChi" }, { type: "object", properties: { d: text } }] } } }],
  ["constants of every kind", { type: "object", properties: { a: { const: 1 }, b: { const: null }, c: { const: { x: [1] } }, d: { enum: [1, "a", null, [2]] } } }],
  ["alternatives", { type: "object", properties: { k: { enum: ["a", "b"] } }, required: ["k"], oneOf: [{ properties: { k: { const: "a" }, m: text } }, { properties: { k: { const: "b" } } }] }],
  ["an object that does not say it is one", { properties: { a: text, b: { minLength: 1 } }, required: ["a"] }],
])("and so it reads %s", (_, schema) => {
  const form = buildForm({ ...schema, $defs });
  expect(printed(form, form.root, "Form")).toBe(printedWhole(form, form.root, "Form"));
});

test("a field that is needed and read as one that is not shows the difference", () => {
  const [needed, not] = [buildForm({ type: "object", properties: { a: text }, required: ["a"] }), buildForm({ type: "object", properties: { a: text } })];
  expect(printed(needed, needed.root, "A")).not.toBe(printedWhole(not, not.root, "A"));
});
