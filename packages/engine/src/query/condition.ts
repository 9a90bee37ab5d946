import type { Json, JsonObject } from "../json.ts";
import { isObject, shownJson } from "../json.ts";
import { StateError } from "../run/state-error.ts";
import type { PathRoots } from "./path.ts";
import { readPath } from "./path.ts";
import { timestampOf } from "./timestamp.ts";

/** Whether a choice rule of JSONPath mode is met. @throws StateError `States.Runtime` where its variable points at nothing */
export function meetsCondition(rule: JsonObject, roots: PathRoots): boolean {
  if (Array.isArray(rule["And"])) return (rule["And"] as readonly JsonObject[]).every((inner) => meetsCondition(inner, roots));
  if (Array.isArray(rule["Or"])) return (rule["Or"] as readonly JsonObject[]).some((inner) => meetsCondition(inner, roots));
  if (isObject(rule["Not"])) return !meetsCondition(rule["Not"], roots);
  const variable = shownJson(rule["Variable"]);
  const value = readPath(variable, roots);
  if (typeof rule["IsPresent"] === "boolean") return (value !== undefined) === rule["IsPresent"];
  if (value === undefined) throw unreadable(variable);
  return Object.entries(rule).some(([name, operand]) => {
    const test = IS[name];
    return test === undefined ? compares(name, value, operand, roots) : test(value) === operand;
  });
}

const IS: Readonly<Record<string, (value: Json) => boolean>> = {
  IsNull: (value) => value === null,
  IsBoolean: (value) => typeof value === "boolean",
  IsNumeric: (value) => typeof value === "number",
  IsString: (value) => typeof value === "string",
  IsTimestamp: (value) => typeof value === "string" && timestampOf(value) !== undefined,
};

type Comparable = number | string | boolean;

/** How the operand and the value of an operator's family are read; what is of another type never compares. */
const FAMILIES: Readonly<Record<string, (value: Json) => Comparable | undefined>> = {
  String: (value) => (typeof value === "string" ? value : undefined),
  Numeric: (value) => (typeof value === "number" ? value : undefined),
  Boolean: (value) => (typeof value === "boolean" ? value : undefined),
  Timestamp: (value) => (typeof value === "string" ? timestampOf(value) : undefined),
};

const COMPARISONS: Readonly<Record<string, (left: Comparable, right: Comparable) => boolean>> = {
  Equals: (left, right) => left === right,
  LessThan: (left, right) => left < right,
  GreaterThan: (left, right) => left > right,
  LessThanEquals: (left, right) => left <= right,
  GreaterThanEquals: (left, right) => left >= right,
  Matches: (left, right) => wildcard(String(right)).test(String(left)),
};

const OPERATOR = /^(String|Numeric|Boolean|Timestamp)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals|Matches)(Path)?$/;

function compares(name: string, value: Json, operand: Json, roots: PathRoots): boolean {
  const [, family = "", comparison = "", path] = OPERATOR.exec(name) ?? [];
  const read = FAMILIES[family];
  const compare = COMPARISONS[comparison];
  if (read === undefined || compare === undefined) return false;
  const other = path === undefined ? operand : readPath(shownJson(operand), roots);
  if (other === undefined) throw unreadable(shownJson(operand));
  const [left, right] = [read(value), read(other)];
  return left !== undefined && right !== undefined && compare(left, right);
}

/** `*` stands for any text, `\*` for itself. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replaceAll(/\\\\|\\\*|\*|[.+?^${}()|[\]\\]/g, (found) => (found === "*" ? ".*" : found.length === 2 ? `\\${found[1]}` : `\\${found}`));
  return new RegExp(`^${source}$`, "su");
}

function unreadable(path: string): StateError {
  return new StateError("States.Runtime", `Invalid path '${path}': The choice state's condition path references an invalid value.`);
}
