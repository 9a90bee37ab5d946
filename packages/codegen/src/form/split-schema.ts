import type { FormSchema } from "@motcua/procedure";
import { circularDefinitions } from "./check-keywords.ts";
import { VALUE_RULES } from "./keyword-values.ts";
import { KEYWORDS, ROOT_ONLY } from "./keywords.ts";

/** What of a schema has checks of its own, and whether that is all it says. */
export interface SplitSchema {
  readonly checked: FormSchema;
  /** Nothing is left that only the predicate of the whole schema can tell. */
  readonly isAll: boolean;
}

/**
 * Divides schemas of the whole standard into what the emitters of messages and of zod know one by one, and the rest, which
 * they ask the predicate for. What is known alone never refuses a value that the schema as a whole takes.
 */
export class SchemaSplitter {
  readonly #definitions: Readonly<Record<string, FormSchema>>;
  readonly #circular: ReadonlySet<string>;

  constructor(form: FormSchema) {
    this.#definitions = form.$defs ?? {};
    this.#circular = new Set(circularDefinitions(form).map((name) => `#/$defs/${name}`));
  }

  split(schema: FormSchema | boolean, isRoot: boolean): SplitSchema {
    if (typeof schema === "boolean") return { checked: {}, isAll: schema };
    // Inside a resource of its own references mean something else.
    if (schema.$id !== undefined && !isRoot) return { checked: {}, isAll: false };
    const dropped = new Set(Object.keys(schema).filter((keyword) => !this.#isKnown(schema, keyword)));
    const isAll = [...dropped].every((keyword) => keyword === "format");
    if (dropped.has("properties") || schema["patternProperties"] !== undefined) dropped.add("additionalProperties");
    if (schema["prefixItems"] !== undefined) dropped.add("items");
    if (dropped.has("if")) for (const keyword of ["then", "else"]) dropped.add(keyword);
    return { checked: Object.fromEntries(Object.entries(schema).filter(([keyword]) => !dropped.has(keyword))), isAll };
  }

  #isKnown(schema: FormSchema, keyword: string): boolean {
    if (keyword === "format" || !(KEYWORDS.has(keyword) || ROOT_ONLY.has(keyword))) return false;
    if (keyword === "$ref" && this.#circular.has(schema.$ref ?? "")) return false;
    return VALUE_RULES.every((rule) => rule.keyword !== keyword || rule.holds(schema, this.#definitions));
  }
}
