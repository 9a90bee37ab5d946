import { fileURLToPath } from "node:url";
import { generate } from "json-schema-to-typescript/dist/src/generator.js";
import { link } from "json-schema-to-typescript/dist/src/linker.js";
import { normalize } from "json-schema-to-typescript/dist/src/normalizer.js";
import { optimize } from "json-schema-to-typescript/dist/src/optimizer.js";
import { parse } from "json-schema-to-typescript/dist/src/parser.js";
import { loadCatalogue } from "@motcua/procedure/compile";
import { expect, test } from "vitest";
import { buildForm } from "../form/build-form.ts";
import { OPTIONS, printType } from "./print-type.ts";
import { type TypeSchema, typeSchema } from "./type-schema.ts";

const { procedures } = await loadCatalogue(fileURLToPath(new URL("../../../../schemas", import.meta.url)));

/** As json-schema-to-typescript does it by itself, its normaliser first. */
function printedWhole(schema: TypeSchema): string {
  return generate(optimize(parse(normalize(link(schema), new WeakMap(), "", OPTIONS), OPTIONS), OPTIONS), OPTIONS);
}

test.each(procedures.map(({ procedure }) => procedure))("the normaliser of json-schema-to-typescript has nothing to do for $code", ({ form: schema }) => {
  const form = buildForm(schema);
  const typeNames = Object.fromEntries(Object.keys(form.definitions).map((name) => [name, name]));
  for (const [title, node] of [["Form", form.root] as const, ...Object.entries(form.definitions)]) {
    const made = () => typeSchema(form, node, { title, typeNames, described: true }).schema;
    expect(printType(made())).toBe(printedWhole(made()));
  }
});

test("a schema that is not normal shows the difference", () => {
  const made = (): TypeSchema => ({ title: "A", type: "object", properties: { a: { const: "x" } } });
  expect(printType(made())).not.toBe(printedWhole(made()));
});
