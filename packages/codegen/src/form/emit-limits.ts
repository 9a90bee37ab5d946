import { FORMATS } from "../runtime-names.ts";
import type { ModuleText } from "../print/module-text.ts";
import { printValue } from "../print/print-value.ts";
import type { NodeIr } from "./form-ir.ts";

/** Whether a node says something of texts. */
export function limitsText(node: NodeIr): boolean {
  return Object.keys(node.text).length > 0;
}

/** Whether a node says something of numbers. */
export function limitsNumber(node: NodeIr): boolean {
  return Object.keys(node.number).length > 0;
}

/**
 * The constants that check a node's own value where it is no object and no list, in the order they are to be called. A
 * constant and a closed list say more than a type, so they stand alone.
 */
export function emitLimits(module: ModuleText, node: NodeIr, wanted: string): readonly string[] {
  const checks: string[] = [];
  const add = (name: string, text: string) => checks.push(module.hoist(name, text));
  const isText = node.type === "string";
  const isNumber = node.type === "integer" || node.type === "number";
  const listed = node.values !== undefined && !isText && !isNumber;
  if (node.constant !== undefined) add(`${wanted.replace("$check", "")}$constant`, mustBe(module, node));
  if (listed) add(`${wanted.replace("$check", "")}$values`, `/*@__PURE__*/ ${module.use("oneOf")}(${allowed(module, node.values ?? [])})`);
  const typed = node.constant === undefined && !listed;
  if ((isText && typed) || limitsText(node)) add(wanted, textCheck(module, node, isText && typed));
  if ((isNumber && typed) || limitsNumber(node)) add(wanted, numberCheck(module, node, isNumber && typed));
  if (node.type === "boolean" && typed) checks.push(module.use("flag"));
  return checks;
}

function mustBe(module: ModuleText, node: NodeIr): string {
  const value = node.constant?.value;
  const name = typeof value === "string" && module.words ? node.display.options?.[value] : undefined;
  return `/*@__PURE__*/ ${module.use("mustBe")}(${printValue(value)}${name === undefined ? "" : `, ${printValue(name)}`})`;
}

function textCheck(module: ModuleText, { text, values }: NodeIr, typed: boolean): string {
  const limits = [
    ...(text.minLength === undefined ? [] : [`minLength: ${text.minLength}`]),
    ...(text.maxLength === undefined ? [] : [`maxLength: ${text.maxLength}`]),
    ...(text.pattern === undefined ? [] : [`pattern: ${printPattern(text.pattern)}`]),
    ...(text.format === undefined ? [] : [`format: ${module.use(FORMATS[text.format] ?? "")}`]),
    ...(values === undefined || !typed ? [] : [`values: ${allowed(module, values)}`]),
    ...(typed ? [] : ["untyped: true"]),
  ];
  return `/*@__PURE__*/ ${module.use("text")}(${limits.length === 0 ? "" : `{ ${limits.join(", ")} }`})`;
}

function numberCheck(module: ModuleText, { type, number, values }: NodeIr, typed: boolean): string {
  const limits = [
    ...(type === "integer" && typed ? ["integer: true"] : []),
    ...Object.entries(number).map(([key, value]) => `${key}: ${value}`),
    ...(values === undefined || !typed ? [] : [`values: ${allowed(module, values)}`]),
    ...(typed ? [] : ["untyped: true"]),
  ];
  return `/*@__PURE__*/ ${module.use("number")}(${limits.length === 0 ? "" : `{ ${limits.join(", ")} }`})`;
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
