import { type Problem, segment } from "@motcua/procedure";
import { problem } from "../problem-table.ts";
import type { JsonSchema } from "./json-schema.ts";

type Check = (schema: JsonSchema, value: unknown, pointer: string) => readonly string[];

const CHECKS: readonly Check[] = [checkType, checkValue, checkText, checkNumber, checkObject, checkArray, checkAlternatives];

/** All places at which a body does not match its description, as `invalid-request` problems. Nothing is evaluated. */
export function validateBody(schema: JsonSchema, body: unknown): readonly Problem[] {
  return places(schema, body, "").map((pointer) => problem("invalid-request", pointer));
}

function places(schema: JsonSchema, value: unknown, pointer: string): readonly string[] {
  return [...new Set(CHECKS.flatMap((check) => check(schema, value, pointer)))];
}

function checkType({ type }: JsonSchema, value: unknown, pointer: string): readonly string[] {
  return type === undefined || isType(type, value) ? [] : [pointer];
}

function isType(type: NonNullable<JsonSchema["type"]>, value: unknown): boolean {
  switch (type) {
    case "object":
      return isRecord(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isSafeInteger(value);
    case "null":
      return value === null;
    default:
      return typeof value === type;
  }
}

function checkValue(schema: JsonSchema, value: unknown, pointer: string): readonly string[] {
  if (schema.const !== undefined && value !== schema.const) return [pointer];
  return schema.enum === undefined || schema.enum.includes(value as string | number) ? [] : [pointer];
}

function checkText({ minLength = 0, maxLength, pattern }: JsonSchema, value: unknown, pointer: string): readonly string[] {
  if (typeof value !== "string") return [];
  const tooLong = maxLength !== undefined && value.length > maxLength;
  const unlike = !tooLong && pattern !== undefined && !new RegExp(pattern, "u").test(value);
  return value.length < minLength || tooLong || unlike ? [pointer] : [];
}

function checkNumber({ minimum = -Infinity, maximum = Infinity }: JsonSchema, value: unknown, pointer: string): readonly string[] {
  return typeof value === "number" && (value < minimum || value > maximum) ? [pointer] : [];
}

function checkObject({ properties = {}, required = [], additionalProperties }: JsonSchema, value: unknown, pointer: string): readonly string[] {
  if (!isRecord(value)) return [];
  const missing = required.filter((key) => !Object.hasOwn(value, key)).map((key) => at(pointer, key));
  const wrong = Object.entries(value).flatMap(([key, entry]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (known === false) return [at(pointer, key)];
    return typeof known === "object" ? places(known, entry, at(pointer, key)) : [];
  });
  return [...missing, ...wrong];
}

function checkArray({ items, maxItems }: JsonSchema, value: unknown, pointer: string): readonly string[] {
  if (!Array.isArray(value)) return [];
  if (maxItems !== undefined && value.length > maxItems) return [pointer];
  return items === undefined ? [] : value.flatMap((entry, index) => places(items, entry, at(pointer, String(index))));
}

function checkAlternatives({ oneOf }: JsonSchema, value: unknown, pointer: string): readonly string[] {
  if (oneOf === undefined) return [];
  const meant = oneOf.filter((alternative) => isMeant(alternative, value));
  if (meant.length === 0) return [tagOf(oneOf, value, pointer)];
  const answers = meant.map((alternative) => places(alternative, value, pointer));
  return answers.find((wrong) => wrong.length === 0) ?? answers[0] ?? [pointer];
}

/** Where a value fails to say which alternative it is: the member all of them tell themselves apart by, else the value itself. */
function tagOf(alternatives: readonly JsonSchema[], value: unknown, pointer: string): string {
  const tags = alternatives.map(({ properties = {} }) => Object.keys(properties).find((key) => properties[key]?.const !== undefined));
  const [tag] = tags;
  return isRecord(value) && tag !== undefined && tags.every((each) => each === tag) ? at(pointer, tag) : pointer;
}

/** Whether a value claims to be this alternative: by its `const` properties, or, without any, by being an object. */
function isMeant({ properties = {} }: JsonSchema, value: unknown): boolean {
  const tags = Object.entries(properties).filter(([, schema]) => schema.const !== undefined);
  return isRecord(value) && tags.every(([key, schema]) => value[key] === schema.const);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function at(pointer: string, key: string): string {
  return pointer + segment(key);
}
