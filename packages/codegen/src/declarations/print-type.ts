import { DEFAULT_OPTIONS } from "json-schema-to-typescript";
import { generate } from "json-schema-to-typescript/dist/src/generator.js";
import { optimize } from "json-schema-to-typescript/dist/src/optimizer.js";
import type { TypeTree } from "./type-tree.ts";

/** What json-schema-to-typescript is asked for. */
export const OPTIONS = { ...DEFAULT_OPTIONS, additionalProperties: false, bannerComment: "", format: false, ignoreMinAndMaxItems: true, unknownAny: true };

/**
 * One declaration by json-schema-to-typescript. It is given the tree it would read from a schema: a form was read already,
 * references are named here (so none can reach for the network), and what is left is synchronous and pure. A test holds the
 * tree of every form against what the library reads of it by itself.
 */
export function printType(tree: TypeTree): string {
  return generate(optimize(tree, OPTIONS), OPTIONS);
}
