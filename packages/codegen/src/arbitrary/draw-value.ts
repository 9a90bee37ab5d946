import type { FormSchema } from "@motcua/procedure";
import fc from "fast-check";
import type { Dice } from "./dice.ts";
import { FORMAT_VALUES } from "./format-values.ts";

/** What values are drawn from. */
export interface Drawing {
  readonly definitions: Readonly<Record<string, FormSchema>>;
  readonly dice: Dice;
}

/** A value a schema's own type, limits and choices allow, its conditions left aside: plausible, or at a limit. */
export function drawValue(given: FormSchema, drawing: Drawing): unknown {
  const schema = resolved(given, drawing.definitions);
  const { dice } = drawing;
  if (Object.hasOwn(schema, "const")) return structuredClone(schema.const);
  if (schema.enum !== undefined) return structuredClone(schema.enum[dice.throw(schema.enum.length)]);
  const type = [schema.type ?? (schema.properties === undefined ? "string" : "object")].flat().at(0) ?? "string";
  return (DRAW[type] ?? drawText)(schema, drawing);
}

/** A schema with what it refers to. */
export function resolved(schema: FormSchema, definitions: Drawing["definitions"]): FormSchema {
  const target = schema.$ref === undefined ? undefined : definitions[schema.$ref.slice("#/$defs/".length)];
  return target === undefined ? schema : { ...resolved(target, definitions), ...schema };
}

const DRAW: Readonly<Record<string, (schema: FormSchema, drawing: Drawing) => unknown>> = {
  string: drawText,
  boolean: (_, { dice }) => dice.throw(2) === 0,
  null: () => null,
  integer: drawNumber,
  number: drawNumber,
  array: drawList,
  object: drawObject,
};

function drawObject(schema: FormSchema, drawing: Drawing): unknown {
  const required = new Set(schema.required ?? []);
  const alternative = schema.oneOf?.[drawing.dice.throw(schema.oneOf.length)];
  const chosen = alternative === undefined ? {} : (resolved(alternative, drawing.definitions).properties ?? {});
  const entries = Object.entries({ ...schema.properties, ...chosen }).filter(([key]) => required.has(key) || Object.hasOwn(chosen, key) || drawing.dice.throw(2) === 0);
  return Object.fromEntries(entries.map(([key, inside]) => [key, drawValue(inside, drawing)]));
}

function drawList({ items = {}, minItems = 0, maxItems = minItems + 3 }: FormSchema, drawing: Drawing): unknown {
  const length = drawing.dice.pick([minItems, maxItems, Math.min(maxItems, minItems + 1)]);
  return Array.from({ length: Math.min(length, 60) }, () => drawValue(items, drawing));
}

function drawNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf = 1 }: FormSchema, { dice }: Drawing): unknown {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + multipleOf);
  const most = maximum ?? (exclusiveMaximum === undefined ? least + 1_000 * multipleOf : exclusiveMaximum - multipleOf);
  const number = dice.pick([least, most, least + (most - least) / 2]);
  return Math.min(most, Math.ceil(number / multipleOf) * multipleOf);
}

/** Lengths in code points: some texts are astral, so that who counts UTF-16 units is found out. */
const LETTERS: readonly [string, ...string[]] = ["a", "Ễ", "đ", "𝒜", " x", "7"];

function drawText({ pattern, format, minLength = 0, maxLength = minLength + 40 }: FormSchema, { dice }: Drawing): string {
  const values = format === undefined ? undefined : FORMAT_VALUES[format];
  if (values !== undefined) return dice.pick(values);
  if (pattern !== undefined) return matching(pattern, dice);
  const length = dice.pick([minLength, maxLength, Math.min(maxLength, minLength + 1), Math.min(maxLength, minLength + 12)]);
  return [...dice.pick(LETTERS).repeat(length)].slice(0, length).join("").replace(/^\s|\s$/g, "x");
}

/** A text that a pattern takes. */
export function matching(pattern: string, dice: Dice): string {
  return fc.sample(fc.stringMatching(new RegExp(pattern, "u"), { maxLength: 40 }), { seed: dice.throw(2 ** 31), numRuns: 1 })[0] ?? "";
}
