import { FORMATS } from "../runtime-names.ts";
import type { ModuleText } from "../print/module-text.ts";
import { printValue } from "../print/print-value.ts";
import type { DisplayIr, NodeIr } from "./form-ir.ts";

/** Whether a node says anything that {@link emitLimits} checks. */
export function hasLimits({ type, values, constant, text, number }: NodeIr): boolean {
  return text !== undefined || number !== undefined || values !== undefined || constant !== undefined || (type !== undefined && type !== "object" && type !== "array");
}

/**
 * The constants that check a node's own value where it is no object and no list, in the order they are to be called. A
 * constant and a closed list say more than a type, so they stand alone.
 *
 * @param wanted name of a constant, where it is free
 * @param labels what people see of values
 */
export function emitLimits(module: ModuleText, node: NodeIr, { wanted, labels }: { readonly wanted: string; readonly labels: DisplayIr["options"] }): readonly string[] {
  const checks: string[] = [];
  const isText = node.type === "string";
  const isNumber = node.type === "integer" || node.type === "number";
  const listed = isText || isNumber ? undefined : node.values;
  if (node.constant !== undefined) checks.push(module.hoist(`${wanted.replace("$check", "")}$constant`, mustBe(module, node.constant.value, labels)));
  if (listed !== undefined) checks.push(module.hoist(`${wanted.replace("$check", "")}$values`, `/*@__PURE__*/ ${module.use("oneOf")}(${allowed(module, listed)})`));
  const typed = node.constant === undefined && listed === undefined;
  if ((isText && typed) || node.text !== undefined) checks.push(module.hoist(wanted, textCheck(module, node, isText && typed)));
  if ((isNumber && typed) || node.number !== undefined) checks.push(module.hoist(wanted, numberCheck(module, node, isNumber && typed)));
  if (node.type === "boolean" && typed) checks.push(module.use("flag"));
  return checks;
}

function mustBe(module: ModuleText, value: unknown, labels: DisplayIr["options"]): string {
  const name = typeof value === "string" && module.words ? labels?.[value] : undefined;
  return `/*@__PURE__*/ ${module.use("mustBe")}(${printValue(value)}${name === undefined ? "" : `, ${printValue(name)}`})`;
}

function textCheck(module: ModuleText, { text, values }: NodeIr, typed: boolean): string {
  const limits: string[] = [];
  if (text?.minLength !== undefined) limits.push(`minLength: ${text.minLength}`);
  if (text?.maxLength !== undefined) limits.push(`maxLength: ${text.maxLength}`);
  if (text?.pattern !== undefined) limits.push(`pattern: ${printPattern(text.pattern)}`);
  if (text?.format !== undefined) limits.push(`format: ${module.use(FORMATS[text.format] ?? "")}`);
  return limited(module, "text", limits, typed ? values : "untyped");
}

function numberCheck(module: ModuleText, { type, number, values }: NodeIr, typed: boolean): string {
  const limits: string[] = [];
  if (type === "integer" && typed) limits.push("integer: true");
  if (number?.minimum !== undefined) limits.push(`minimum: ${number.minimum}`);
  if (number?.maximum !== undefined) limits.push(`maximum: ${number.maximum}`);
  if (number?.exclusiveMinimum !== undefined) limits.push(`exclusiveMinimum: ${number.exclusiveMinimum}`);
  if (number?.exclusiveMaximum !== undefined) limits.push(`exclusiveMaximum: ${number.exclusiveMaximum}`);
  if (number?.multipleOf !== undefined) limits.push(`multipleOf: ${number.multipleOf}`);
  return limited(module, "number", limits, typed ? values : "untyped");
}

/** A call of the runtime with what a value must meet beside its type; `untyped` where it may be of another. */
function limited(module: ModuleText, kind: "text" | "number", limits: string[], values: readonly unknown[] | "untyped" | undefined): string {
  if (values === "untyped") limits.push("untyped: true");
  else if (values !== undefined) limits.push(`values: ${allowed(module, values)}`);
  return `/*@__PURE__*/ ${module.use(kind)}(${limits.length === 0 ? "" : `{ ${limits.join(", ")} }`})`;
}

/** A closed list as something that tells whether it has a value. */
export function allowed(module: ModuleText, values: readonly unknown[]): string {
  const isPlain = values.every((value) => typeof value !== "object" || value === null);
  if (isPlain) return `/*@__PURE__*/ new Set(${printValue(values)})`;
  return `/*@__PURE__*/ ${module.use("anyOfThese")}(${values.map((value) => printValue(value)).join(", ")})`;
}

/** A pattern as JSON Schema reads it: ECMA-262 with Unicode. */
export function printPattern(pattern: string): string {
  return String(new RegExp(pattern, "u"));
}
