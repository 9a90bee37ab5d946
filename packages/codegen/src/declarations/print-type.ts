import { DEFAULT_OPTIONS } from "json-schema-to-typescript";
import { applySchemaTyping } from "json-schema-to-typescript/dist/src/applySchemaTyping.js";
import { generate } from "json-schema-to-typescript/dist/src/generator.js";
import { link } from "json-schema-to-typescript/dist/src/linker.js";
import { optimize } from "json-schema-to-typescript/dist/src/optimizer.js";
import { parse } from "json-schema-to-typescript/dist/src/parser.js";
import { traverse } from "json-schema-to-typescript/dist/src/utils.js";
import type { TypeSchema } from "./type-schema.ts";

/** What json-schema-to-typescript is asked for. */
export const OPTIONS = { ...DEFAULT_OPTIONS, additionalProperties: false, bannerComment: "", format: false, ignoreMinAndMaxItems: true, unknownAny: true };

/**
 * One declaration by json-schema-to-typescript. Its phases are called one by one, for three reasons: references are named
 * here (so none can reach for the network), what is left is synchronous and pure, and its normaliser, which goes through a
 * schema once for each of its twenty rules, has nothing to do: a type schema is normal as it is made.
 */
export function printType(schema: TypeSchema): string {
  const linked = link(schema);
  traverse(linked, applySchemaTyping);
  return generate(optimize(parse(linked, OPTIONS), OPTIONS), OPTIONS);
}
