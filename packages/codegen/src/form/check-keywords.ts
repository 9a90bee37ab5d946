import { type FormSchema, type Problem, segment } from "@motcua/procedure";
import { VALUE_RULES, type ValueRule } from "./keyword-values.ts";
import { KEYWORDS, ONE_SCHEMA, ROOT_ONLY, SCHEMA_LIST, SCHEMA_MAP } from "./keywords.ts";

/** What of a form the emitters cannot honour, each with its place in the procedure. */
export function checkKeywords(form: FormSchema): readonly Problem[] {
  const problems: Problem[] = [];
  visit(form, "/form", { problems, definitions: form.$defs ?? {}, isRoot: true });
  return problems.length > 0 ? problems : circles(form);
}

/** Most schemas break no rule: only the rules of the keywords they have are asked. */
const BY_KEYWORD: ReadonlyMap<string, readonly ValueRule[]> = new Map(VALUE_RULES.map(({ keyword }) => [keyword, VALUE_RULES.filter((rule) => rule.keyword === keyword)]));

interface Visit {
  readonly problems: Problem[];
  readonly definitions: Readonly<Record<string, FormSchema>>;
  readonly isRoot: boolean;
  /** A definition may have rules of its own: it may be a step's record. */
  readonly isDefinition?: boolean;
}

function visit(schema: FormSchema, pointer: string, context: Visit): void {
  const fault = (keyword: string, why: string) => context.problems.push(unsupported(`${pointer}${segment(keyword)}`, keyword, why));
  if (!isSchema(schema)) {
    context.problems.push(unsupported(pointer, JSON.stringify(schema), "true and false are not offered as schemas: write { not: { required: [key] } }"));
    return;
  }
  for (const keyword of Object.keys(schema)) {
    if (!KEYWORDS.has(keyword) && !(context.isRoot && ROOT_ONLY.has(keyword)) && !(context.isDefinition === true && keyword === "x-rules")) fault(keyword, "it is not of the form profile");
  }
  if (Object.keys(schema).some((keyword) => BY_KEYWORD.get(keyword)?.some(({ holds }) => !holds(schema, context.definitions)))) {
    for (const { keyword, why, holds } of VALUE_RULES) if (Object.hasOwn(schema, keyword) && !holds(schema, context.definitions)) fault(keyword, why);
  }
  if (schema.$defs !== undefined && !context.isRoot) fault("$defs", "only at the root of the form");
  for (const [path, child] of inside(schema)) {
    if (context.isRoot && path.startsWith("/$defs/")) visitDefinition(child, pointer + path, context);
    else visit(child, pointer + path, context.isRoot || context.isDefinition === true ? { ...context, isRoot: false, isDefinition: false } : context);
  }
}

/** Compiled forms that have a definition in common have the same frozen object: one nothing is wrong with is not looked at again. */
function visitDefinition(schema: FormSchema, pointer: string, context: Visit): void {
  if (sound.has(schema)) return;
  const before = context.problems.length;
  visit(schema, pointer, { ...context, isRoot: false, isDefinition: true });
  if (Object.isFrozen(schema) && context.problems.length === before) sound.add(schema);
}

const sound = new WeakSet<FormSchema>();

/** Whether it is an object: JSON Schema also has `true` and `false`. */
function isSchema(value: unknown): value is FormSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The schemas inside a schema, by their path, in its own order. */
function inside(schema: FormSchema): readonly (readonly [string, FormSchema])[] {
  const found: (readonly [string, FormSchema])[] = [];
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (ONE.has(keyword)) found.push([`/${keyword}`, value as FormSchema]);
    else if (LIST.has(keyword)) (value as readonly FormSchema[]).forEach((child, index) => found.push([`/${keyword}/${index}`, child]));
    else if (MAP.has(keyword)) for (const name of Object.keys(value as object)) found.push([`/${keyword}${segment(name)}`, (value as Readonly<Record<string, FormSchema>>)[name] as FormSchema]);
  }
  return found;
}

const ONE: ReadonlySet<string> = new Set(ONE_SCHEMA);
const LIST: ReadonlySet<string> = new Set(SCHEMA_LIST);
const MAP: ReadonlySet<string> = new Set(SCHEMA_MAP);

/** Definitions that contain themselves. */
export function circularDefinitions(form: FormSchema): readonly string[] {
  const definitions = form.$defs ?? {};
  const reaches = (name: string, wanted: string, seen: Set<string>): boolean =>
    refsOf(definitions[name]).some((next) => next === wanted || (!seen.has(next) && reaches(next, wanted, seen.add(next))));
  return Object.keys(definitions).filter((name) => reaches(name, name, new Set()));
}

/** A form that contains itself has no end to fill in. */
function circles(form: FormSchema): readonly Problem[] {
  return circularDefinitions(form)
    .map((name) => unsupported(`/form/$defs${segment(name)}`, "$ref", "a definition may not contain itself"));
}

function refsOf(schema: FormSchema | undefined): readonly string[] {
  if (!isSchema(schema)) return [];
  const found = references.get(schema) ?? [...(typeof schema.$ref === "string" ? [schema.$ref.slice(8)] : []), ...inside(schema).flatMap(([, child]) => refsOf(child))];
  if (Object.isFrozen(schema)) references.set(schema, found);
  return found;
}

const references = new WeakMap<FormSchema, readonly string[]>();

function unsupported(pointer: string, keyword: string, why: string): Problem {
  return {
    code: "keyword-not-supported",
    pointer,
    message: { vi: `Chưa dùng được từ khóa ${keyword} như vậy trong biểu mẫu`, en: `The keyword ${keyword} cannot be used like this in a form: ${why}` },
    hint: { vi: "Xem các từ khóa được dùng trong schemas/contract/form.schema.json", en: "See schemas/contract/form.schema.json for what may be used" },
  };
}
