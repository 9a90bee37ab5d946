import { type FormSchema, type Problem, segment } from "@motcua/procedure";
import { VALUE_RULES, type ValueRule } from "./keyword-values.ts";
import { KEYWORDS, ONE_SCHEMA, ROOT_ONLY, SCHEMA_LIST, SCHEMA_MAP } from "./keywords.ts";

/** What of a form the emitters cannot honour, each with its place in the procedure. */
export function checkKeywords(form: FormSchema): readonly Problem[] {
  const checker = new KeywordChecker(form.$defs ?? {});
  checker.visit(form, "/form", "root");
  return checker.problems.length > 0 ? checker.problems : circles(form);
}

/** Where a schema stands. A definition may have rules of its own: it may be a step's record. */
type Standing = "root" | "definition" | "inside";

class KeywordChecker {
  readonly problems: Problem[] = [];
  readonly #definitions: Readonly<Record<string, FormSchema>>;

  constructor(definitions: Readonly<Record<string, FormSchema>>) {
    this.#definitions = definitions;
  }

  visit(schema: FormSchema, pointer: string, standing: Standing): void {
    if (!isSchema(schema)) {
      this.problems.push(unsupported(pointer, JSON.stringify(schema), "true and false are not offered as schemas: write { not: { required: [key] } }"));
      return;
    }
    const keywords = Object.keys(schema);
    if (!keywords.every((keyword) => this.#isHonoured(schema, keyword, standing))) this.#refuse(schema, pointer, standing);
    for (const keyword of keywords) {
      const value = schema[keyword];
      if (value === undefined) continue;
      if (ONE.has(keyword)) this.visit(value as FormSchema, `${pointer}/${keyword}`, "inside");
      else if (LIST.has(keyword)) (value as readonly FormSchema[]).forEach((child, index) => this.visit(child, `${pointer}/${keyword}/${index}`, "inside"));
      else if (MAP.has(keyword)) this.#visitNamed(value as Readonly<Record<string, FormSchema>>, `${pointer}/${keyword}`, standing === "root" && keyword === "$defs");
    }
  }

  #visitNamed(schemas: Readonly<Record<string, FormSchema>>, pointer: string, areDefinitions: boolean): void {
    for (const name of Object.keys(schemas)) {
      const schema = schemas[name] as FormSchema;
      if (areDefinitions) this.#visitDefinition(schema, pointer + segment(name));
      else this.visit(schema, pointer + segment(name), "inside");
    }
  }

  /** Compiled forms that have a definition in common have the same frozen object: one nothing is wrong with is not looked at again. */
  #visitDefinition(schema: FormSchema, pointer: string): void {
    if (sound.has(schema)) return;
    const before = this.problems.length;
    this.visit(schema, pointer, "definition");
    if (Object.isFrozen(schema) && this.problems.length === before) sound.add(schema);
  }

  /** By far the most schemas break no rule: only the rules of the keywords they have are asked. */
  #isHonoured(schema: FormSchema, keyword: string, standing: Standing): boolean {
    if (!isKnown(keyword, standing) || (keyword === "$defs" && standing !== "root")) return false;
    for (const { holds } of BY_KEYWORD.get(keyword) ?? NONE) if (!holds(schema, this.#definitions)) return false;
    return true;
  }

  #refuse(schema: FormSchema, pointer: string, standing: Standing): void {
    const refuse = (keyword: string, why: string) => this.problems.push(unsupported(`${pointer}${segment(keyword)}`, keyword, why));
    for (const keyword of Object.keys(schema)) if (!isKnown(keyword, standing)) refuse(keyword, "it is not of the form profile");
    for (const { keyword, why, holds } of VALUE_RULES) if (Object.hasOwn(schema, keyword) && !holds(schema, this.#definitions)) refuse(keyword, why);
    if (schema.$defs !== undefined && standing !== "root") refuse("$defs", "only at the root of the form");
  }
}

function isKnown(keyword: string, standing: Standing): boolean {
  return KEYWORDS.has(keyword) || (standing === "root" && ROOT_ONLY.has(keyword)) || (standing === "definition" && keyword === "x-rules");
}

const NONE: readonly ValueRule[] = [];
const BY_KEYWORD: ReadonlyMap<string, readonly ValueRule[]> = new Map(VALUE_RULES.map(({ keyword }) => [keyword, VALUE_RULES.filter((rule) => rule.keyword === keyword)]));

const sound = new WeakSet<FormSchema>();

/** Whether it is an object: JSON Schema also has `true` and `false`. */
function isSchema(value: unknown): value is FormSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ONE: ReadonlySet<string> = new Set(ONE_SCHEMA);
const LIST: ReadonlySet<string> = new Set(SCHEMA_LIST);
const MAP: ReadonlySet<string> = new Set(SCHEMA_MAP);

/** Definitions that contain themselves. */
export function circularDefinitions(form: FormSchema): readonly string[] {
  const definitions = form.$defs ?? {};
  const finished = new Set<string>();
  if (!Object.keys(definitions).some((name) => leadsRound(definitions, name, { finished, underWay: new Set() }))) return [];
  const reaches = (name: string, wanted: string, seen: Set<string>): boolean =>
    refsOf(definitions[name]).some((next) => next === wanted || (!seen.has(next) && reaches(next, wanted, seen.add(next))));
  return Object.keys(definitions).filter((name) => reaches(name, name, new Set()));
}

/** Whether a definition leads to one that contains itself. By far the most do not: each is looked at once. */
function leadsRound(definitions: Readonly<Record<string, FormSchema>>, name: string, way: { readonly finished: Set<string>; readonly underWay: Set<string> }): boolean {
  if (way.finished.has(name)) return false;
  if (way.underWay.has(name)) return true;
  way.underWay.add(name);
  const isRound = refsOf(definitions[name]).some((next) => leadsRound(definitions, next, way));
  way.underWay.delete(name);
  way.finished.add(name);
  return isRound;
}

/** A form that contains itself has no end to fill in. */
function circles(form: FormSchema): readonly Problem[] {
  return circularDefinitions(form).map((name) => unsupported(`/form/$defs${segment(name)}`, "$ref", "a definition may not contain itself"));
}

/** Names of the definitions a schema refers to, each once. */
function refsOf(schema: FormSchema | undefined): readonly string[] {
  if (!isSchema(schema)) return [];
  const known = references.get(schema);
  if (known !== undefined) return known;
  const found = new Set<string>();
  addRefs(schema, found);
  const names = [...found];
  if (Object.isFrozen(schema)) references.set(schema, names);
  return names;
}

function addRefs(schema: FormSchema | undefined, found: Set<string>): void {
  if (!isSchema(schema)) return;
  if (typeof schema.$ref === "string") found.add(schema.$ref.slice(8));
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (ONE.has(keyword)) addRefs(value as FormSchema, found);
    else if (LIST.has(keyword) || MAP.has(keyword)) for (const child of Object.values(value as object)) addRefs(child as FormSchema, found);
  }
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
