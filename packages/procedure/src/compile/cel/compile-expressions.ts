import type { Problem } from "../../problem.ts";
import type { CompiledExpression } from "../../procedure.ts";
import { definitionProblem } from "../problems/definition-problem.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import { type CelType, sameType, STRING, typeName } from "./cel-type.ts";
import { checkExpression } from "./check-expression.ts";
import type { ExpressionFault } from "./expression-fault.ts";
import type { DefinitionPart, ExpressionPlace, ExpressionResult } from "./expression-places.ts";
import { parseExpression } from "./parse-expression.ts";
import { presenceOf, union } from "./presence.ts";
import type { VariableName } from "./cel-environment.ts";
import type { OwnTypes } from "./definition-variables.ts";

/** A definition's expressions, by `/<part><pointer>`, and what is wrong with them. */
export interface CompiledExpressions {
  readonly expressions: Readonly<Record<string, CompiledExpression>>;
  readonly problems: readonly Problem[];
  /** Questions some expression asks about. */
  readonly asked: ReadonlySet<string>;
}

/** What expressions are compiled against. */
export interface ExpressionContext extends OwnTypes {
  readonly files: Readonly<Record<DefinitionPart, ParsedFile>>;
  readonly variables: Readonly<Record<VariableName, CelType>>;
}

/** The types of all variables as a place knows them: its entry, its record. */
export function variablesAt({ each, record }: ExpressionPlace, { variables, entryOf, recordOf }: Pick<ExpressionContext, "variables" | "entryOf" | "recordOf">): Readonly<Record<VariableName, CelType>> {
  return {
    ...variables,
    ...(each === undefined ? {} : { item: entryOf(each, record) }),
    ...(record === undefined ? {} : { record: recordOf(record) }),
  };
}

/** Parses and types every expression of a definition. */
export function compileExpressions(places: readonly ExpressionPlace[], context: ExpressionContext): CompiledExpressions {
  const expressions: Record<string, CompiledExpression> = {};
  const problems: Problem[] = [];
  const scopes = new Map<string, Scope>();
  for (const place of places) {
    const key = `${place.part} ${place.each ?? ""} ${place.record ?? ""} ${place.variables.join(" ")}`;
    const scope = scopes.get(key) ?? scopeOf(place, context);
    scopes.set(key, scope);
    const { expression, faults } = compileOne(place, scope);
    problems.push(...faults.map((fault) => toProblem(fault, place, context.files[place.part])));
    if (expression !== undefined && faults.length === 0) expressions[`/${place.part}${place.pointer}`] = expression;
  }
  const asked = new Set(places.flatMap(({ source }) => (source.includes("ask.") ? [...source.matchAll(/\bask\.([a-z0-9_]+)/g)].map(([, id]) => id ?? "") : [])));
  return { expressions, problems, asked };
}

/** Characters an expression may have: brackets inside brackets must not exhaust the parser. */
const MOST_CHARACTERS = 4_000;

const EXPECTED: Readonly<Record<ExpressionResult, CelType>> = { bool: { kind: "bool" }, int: { kind: "int" }, date: { kind: "string", format: "date" }, "list<string>": { kind: "list", of: STRING } };

/** What the expressions of places that may read the same are typed with. */
interface Scope {
  readonly variables: Readonly<Record<string, CelType>>;
  /** Names that mean something at other places. */
  readonly elsewhere: readonly string[];
  /** How often an expression is read at most. */
  readonly rounds: number;
}

function scopeOf(place: ExpressionPlace, context: ExpressionContext): Scope {
  const known = variablesAt(place, context);
  const variables = Object.fromEntries(place.variables.map((name) => [name, known[name]]));
  const elsewhere = Object.keys(context.variables).filter((name) => !Object.hasOwn(variables, name));
  // A rule of every entry is read as often as there are entries.
  return { variables, elsewhere, rounds: place.part === "form" && place.each !== undefined ? context.mostOf(place.each, place.record) : 1 };
}

function compileOne(place: ExpressionPlace, scope: Scope): { readonly expression?: CompiledExpression; readonly faults: readonly ExpressionFault[] } {
  if (place.source.length > MOST_CHARACTERS) return { faults: [{ code: "condition-too-long", start: 0, end: 0, given: { limit: String(MOST_CHARACTERS) } }] };
  const parsed = parseExpression(place.source);
  if (!parsed.ok) return { faults: parsed.faults };
  const checked = checkExpression(parsed.node, { ...scope, present: guardsOf(place.after) });
  const expected = EXPECTED[place.result];
  const { start, end } = parsed.node;
  const mistyped: readonly ExpressionFault[] =
    checked.faults.length > 0 || (sameType(checked.type, expected) && (place.result !== "date" || isDay(checked.type)))
      ? []
      : [{ code: "condition-wrong-type", start, end, given: { expected: place.result === "date" ? "date" : typeName(expected), found: typeName(checked.type) } }];
  const type = place.result === "list<string>" ? "list" : place.result === "date" ? "string" : place.result;
  return { expression: { source: place.source, type, reads: checked.reads }, faults: [...checked.faults, ...mistyped] };
}

/** Only a date of the schema is a whole day. */
function isDay(type: CelType): boolean {
  return type.kind === "dyn" || (type.kind === "string" && type.format === "date");
}

function guardsOf(sources: readonly string[]): ReadonlySet<string> {
  return sources.filter(({ length }) => length <= MOST_CHARACTERS).reduce<ReadonlySet<string>>((paths, source) => {
    const parsed = parseExpression(source);
    return parsed.ok ? union(paths, presenceOf(parsed.node).whenTrue) : paths;
  }, new Set());
}

function toProblem(fault: ExpressionFault, { pointer }: ExpressionPlace, file: ParsedFile): Problem {
  const { code, start, given, near = guardOutside(fault, pointer) } = fault;
  return definitionProblem({ code, file, pointer, spot: { character: start }, given, near });
}

/** A rule that asserted `has()` would refuse everybody who leaves the field out: what guards it stands in its `when`. */
function guardOutside({ code, given: { path = "" } }: ExpressionFault, pointer: string): string | undefined {
  return code === "condition-needs-has" && /\/x-rules\/\d+\/assert$/.test(pointer) && /^(form|item|record)\./.test(path) ? `"when": "has(${path})"` : undefined;
}
