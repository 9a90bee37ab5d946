import { jsonText } from "@motcua/procedure";
import { FORMATS } from "../runtime-names.ts";
import type { ModuleText } from "../print/module-text.ts";
import { printMember, printValue } from "../print/print-value.ts";
import type { FormIr, NodeIr, NumberIr, TextIr } from "./form-ir.ts";
import { joinsNothing, saysNothingOfKeys, saysNothingOfLists } from "./node-shape.ts";
import type { WholePredicates } from "./whole-predicates.ts";
import { allowed, printPattern } from "./emit-limits.ts";

/** What {@link emitPredicate} writes into. */
export interface PredicateContext {
  readonly module: ModuleText;
  readonly form: FormIr;
  /** Predicates of schemas that say more than the profile. */
  readonly whole: WholePredicates;
}

/**
 * A condition as JavaScript: whether the value of the expression `value` meets a schema, the way JSON Schema has it: what
 * is said of objects does not concern other values. `isKnown` where the value was seen to be an object.
 */
export function emitPredicate(context: PredicateContext, node: NodeIr, value: string, isKnown = false): string {
  if (node.rest === true) return `${context.whole.of(node)}(${value})`;
  const parts: string[] = [];
  own(context, node, value, parts);
  if (node.type === "object" || !saysNothingOfKeys(node)) ofObject(context, node, { value, isKnown }, parts);
  ofList(context, node, value, parts);
  if (node.ref !== undefined || !joinsNothing(node)) combined(context, node, { value, isKnown }, parts);
  const met = parts.length === 0 ? "true" : parts.join(" && ");
  return node.nullable ? `(${value} === null || (${met}))` : met;
}

interface Subject {
  readonly value: string;
  readonly isKnown: boolean;
}

function own({ module }: PredicateContext, node: NodeIr, value: string, parts: string[]): void {
  if (node.type === "string" || node.type === "boolean") parts.push(`typeof ${value} === "${node.type}"`);
  if (node.type === "integer") parts.push(`Number.isInteger(${value})`);
  if (node.type === "number") parts.push(`Number.isFinite(${value})`);
  if (node.constant !== undefined) parts.push(isPlain(node.constant.value) ? `${value} === ${printValue(node.constant.value)}` : `${module.use("equal")}(${value}, ${printValue(node.constant.value)})`);
  if (node.values !== undefined) parts.push(among(module, node.values, value));
  if (node.text !== undefined) parts.push(guarded(`typeof ${value} !== "string"`, ofText(module, node.text, value), node.type === "string"));
  if (node.number !== undefined) parts.push(guarded(`typeof ${value} !== "number"`, ofNumber(node.number, value), node.type === "integer" || node.type === "number"));
}

function ofText(module: ModuleText, { minLength, maxLength, pattern, format }: TextIr, value: string): readonly string[] {
  const limits: string[] = [];
  if (minLength !== undefined) limits.push(`${module.use("codePoints")}(${value}) >= ${minLength}`);
  if (maxLength !== undefined) limits.push(`${module.use("codePoints")}(${value}) <= ${maxLength}`);
  if (pattern !== undefined) limits.push(`${printPattern(pattern)}.test(${value})`);
  if (format !== undefined) limits.push(`${module.use(FORMATS[format] ?? "")}.test(${value})`);
  return limits;
}

function ofNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: NumberIr, value: string): readonly string[] {
  const limits: string[] = [];
  if (minimum !== undefined) limits.push(`${value} >= ${minimum}`);
  if (maximum !== undefined) limits.push(`${value} <= ${maximum}`);
  if (exclusiveMinimum !== undefined) limits.push(`${value} > ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) limits.push(`${value} < ${exclusiveMaximum}`);
  if (multipleOf !== undefined) limits.push(`${value} % ${multipleOf} === 0`);
  return limits;
}

function ofObject(context: PredicateContext, node: NodeIr, { value, isKnown }: Subject, parts: string[]): void {
  const { module } = context;
  if (isKnown) return ofKeys(context, node, value, parts);
  if (node.type === "object") {
    parts.push(`${module.use("isObject")}(${value})`);
    return ofKeys(context, node, value, parts);
  }
  const said: string[] = [];
  ofKeys(context, node, value, said);
  if (said.length > 0) parts.push(guarded(`!${module.use("isObject")}(${value})`, said, false));
}

function ofKeys(context: PredicateContext, node: NodeIr, value: string, parts: string[]): void {
  const { module } = context;
  const { properties, required } = node;
  for (const { key, node: inside } of properties) {
    const met = emitPredicate(context, inside, printMember(value, key));
    const isRequired = required.includes(key);
    if (met === "true" && !isRequired) continue;
    const has = printHas(module, value, key);
    if (met === "true") parts.push(has);
    else parts.push(isRequired ? `${has} && ${met}` : `(!${has} || (${met}))`);
  }
  for (const key of required) if (!properties.some((property) => property.key === key)) parts.push(printHas(module, value, key));
  for (const { key, requires } of node.dependent) {
    if (requires.length > 0) parts.push(`(!${printHas(module, value, key)} || (${requires.map((other) => printHas(module, value, other)).join(" && ")}))`);
  }
  if (node.closed) parts.push(`Object.keys(${value}).every((key) => ${printValue(properties.map(({ key }) => key))}.includes(key))`);
}

function printHas(module: ModuleText, value: string, key: string): string {
  return `${module.use("has")}(${value}, ${jsonText(key)})`;
}

function ofList(context: PredicateContext, node: NodeIr, value: string, parts: string[]): void {
  const entry = context.module.take("entry");
  if (saysNothingOfLists(node)) return;
  const met = node.items === undefined ? "true" : emitPredicate(context, node.items, entry);
  const said: string[] = [];
  if (node.minItems !== undefined) said.push(`${value}.length >= ${node.minItems}`);
  if (node.maxItems !== undefined) said.push(`${value}.length <= ${node.maxItems}`);
  if (met !== "true") said.push(`${value}.every((${entry}) => ${met})`);
  if (node.type === "array") parts.push(`Array.isArray(${value})`, ...said);
  else if (said.length > 0) parts.push(guarded(`!Array.isArray(${value})`, said, false));
}

function combined(context: PredicateContext, node: NodeIr, { value, isKnown }: Subject, parts: string[]): void {
  const target = node.ref === undefined ? undefined : context.form.definitions[node.ref];
  if (target !== undefined) parts.push(`(${emitPredicate(context, target, value, isKnown)})`);
  for (const inside of node.all) parts.push(`(${emitPredicate(context, inside, value, isKnown)})`);
  if (node.any.length > 0) parts.push(`(${node.any.map((inside) => `(${emitPredicate(context, inside, value, isKnown)})`).join(" || ")})`);
  if (node.one !== undefined) parts.push(`[${node.one.branches.map((branch) => emitPredicate(context, branch.node, value, isKnown)).join(", ")}].filter(Boolean).length === 1`);
  if (node.not !== undefined) parts.push(`!(${emitPredicate(context, node.not, value, isKnown)})`);
  for (const { when, yes, no } of node.conditions) {
    const [met, then, otherwise] = [when, yes, no].map((inside) => (inside === undefined ? "true" : emitPredicate(context, inside, value, isKnown)));
    parts.push(`(${met} ? ${then} : ${otherwise})`);
  }
}

/** A closed list: a comparison each where there are few, a set where there are many. */
function among(module: ModuleText, values: readonly unknown[], value: string): string {
  if (values.length <= 4 && values.every(isPlain)) return `(${values.map((entry) => `${value} === ${printValue(entry)}`).join(" || ")})`;
  return `${module.hoist("values$", allowed(module, values))}.has(${value})`;
}

function guarded(unconcerned: string, parts: readonly string[], isTyped: boolean): string {
  const met = parts.join(" && ");
  return isTyped ? met : `(${unconcerned} || (${met}))`;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
