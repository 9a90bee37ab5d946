import type { FormSchema, Problem } from "@motcua/procedure";
import { FORMATS } from "../runtime-names.ts";
import { segment } from "../print/json-pointer.ts";
import { KEYWORDS, ONE_SCHEMA, ROOT_ONLY, SCHEMA_LIST, SCHEMA_MAP } from "./keywords.ts";

type Fault = (keyword: string, why: string) => void;

const TYPES = new Set(["string", "integer", "number", "boolean", "object", "array"]);
const REF = /^#\/\$defs\/[A-Za-z][A-Za-z0-9]*$/;

/** What of a form the emitters cannot honour, each with its place in the procedure. */
export function checkKeywords(form: FormSchema): readonly Problem[] {
  const problems: Problem[] = [];
  visit(form, "/form", { problems, definitions: form.$defs ?? {}, isRoot: true });
  problems.push(...circles(form));
  return problems;
}

interface Visit {
  readonly problems: Problem[];
  readonly definitions: Readonly<Record<string, FormSchema>>;
  readonly isRoot: boolean;
}

function visit(schema: FormSchema, pointer: string, context: Visit): void {
  const fault: Fault = (keyword, why) => context.problems.push(unsupported(`${pointer}${segment(keyword)}`, keyword, why));
  for (const keyword of Object.keys(schema)) {
    if (!KEYWORDS.has(keyword) && !(context.isRoot && ROOT_ONLY.has(keyword))) fault(keyword, "it is not of the form profile");
  }
  checkValues(schema, context, fault);
  const inside = { ...context, isRoot: false };
  for (const keyword of ONE_SCHEMA) {
    const child = schema[keyword];
    if (child !== undefined) visit(child, `${pointer}/${keyword}`, inside);
  }
  for (const keyword of SCHEMA_LIST) schema[keyword]?.forEach((child, index) => visit(child, `${pointer}/${keyword}/${index}`, inside));
  for (const keyword of SCHEMA_MAP) {
    for (const [name, child] of Object.entries(schema[keyword] ?? {})) visit(child, `${pointer}/${keyword}${segment(name)}`, inside);
  }
}

function checkValues(schema: FormSchema, { definitions }: Visit, fault: Fault): void {
  const types = [schema.type ?? []].flat();
  if (types.filter((type) => type !== "null").length > 1 || types.some((type) => type !== "null" && !TYPES.has(type)) || (types.length === 1 && types[0] === "null")) {
    fault("type", "one type, or one type and null");
  }
  if (schema.$ref !== undefined && !(REF.test(schema.$ref) && Object.hasOwn(definitions, schema.$ref.slice(8)))) fault("$ref", "only a definition in $defs");
  if (schema.additionalProperties !== undefined && typeof schema.additionalProperties !== "boolean") fault("additionalProperties", "only true or false");
  if (schema.format !== undefined && !Object.hasOwn(FORMATS, schema.format)) fault("format", "no such format");
  if (schema.multipleOf !== undefined && !(Number.isInteger(schema.multipleOf) && schema.multipleOf > 0)) fault("multipleOf", "only a whole number");
  if (schema.pattern !== undefined && !isPattern(schema.pattern)) fault("pattern", "not a regular expression");
  if ((schema.then !== undefined || schema.else !== undefined) && schema.if === undefined) fault(schema.then === undefined ? "else" : "then", "it needs if");
  if (schema.oneOf !== undefined && tagOf(schema, definitions) === undefined) fault("oneOf", "the alternatives need a required key with a constant of its own in each");
}

/** The required key whose constant tells the alternatives of `oneOf` apart. */
export function tagOf(schema: FormSchema, definitions: Readonly<Record<string, FormSchema>>): string | undefined {
  const branches = (schema.oneOf ?? []).map((branch) => resolved(branch, definitions));
  const keys = Object.keys(branches[0]?.properties ?? {});
  return keys.find((key) => {
    const tags = branches.map((branch) => branch.properties?.[key]?.const);
    const isRequired = schema.required?.includes(key) === true || branches.every((branch) => branch.required?.includes(key) === true);
    return isRequired && tags.every((tag) => typeof tag === "string" || typeof tag === "number" || typeof tag === "boolean") && new Set(tags).size === tags.length;
  });
}

function resolved(schema: FormSchema, definitions: Readonly<Record<string, FormSchema>>): FormSchema {
  return schema.$ref === undefined ? schema : { ...definitions[schema.$ref.slice(8)], ...schema };
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

/** A form that contains itself has no end to fill in. */
function circles(form: FormSchema): readonly Problem[] {
  const definitions = form.$defs ?? {};
  const reaches = (name: string, wanted: string, seen: Set<string>): boolean =>
    refsOf(definitions[name]).some((next) => next === wanted || (!seen.has(next) && reaches(next, wanted, seen.add(next))));
  return Object.keys(definitions)
    .filter((name) => reaches(name, name, new Set()))
    .map((name) => unsupported(`/form/$defs${segment(name)}`, "$ref", "a definition may not contain itself"));
}

function refsOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, child]) => (key === "$defs" ? [] : refsOf(child)));
  const ref = (value as FormSchema).$ref;
  return typeof ref === "string" ? [...inside, ref.slice(8)] : inside;
}

function unsupported(pointer: string, keyword: string, why: string): Problem {
  return {
    code: "keyword-not-supported",
    pointer,
    message: { vi: `Chưa dùng được từ khóa ${keyword} như vậy trong biểu mẫu`, en: `The keyword ${keyword} cannot be used like this in a form: ${why}` },
    hint: { vi: "Xem các từ khóa được dùng trong schemas/contract/form.schema.json", en: "See schemas/contract/form.schema.json for what may be used" },
  };
}
