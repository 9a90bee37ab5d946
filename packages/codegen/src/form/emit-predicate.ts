import { FORMATS } from "../runtime-names.ts";
import type { ModuleText } from "../print/module-text.ts";
import { printMember, printValue } from "../print/print-value.ts";
import type { FormIr, NodeIr } from "./form-ir.ts";
import { joinsNothing, saysNothingOfKeys } from "./node-shape.ts";
import type { WholePredicates } from "./whole-predicates.ts";
import { allowed, limitsNumber, limitsText, printPattern } from "./emit-limits.ts";

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
  const parts = [...own(context, node, value), ...ofObject(context, node, { value, isKnown }), ...ofList(context, node, value), ...combined(context, node, { value, isKnown })];
  const met = parts.length === 0 ? "true" : parts.join(" && ");
  return node.nullable ? `(${value} === null || (${met}))` : met;
}

interface Subject {
  readonly value: string;
  readonly isKnown: boolean;
}

function own(context: PredicateContext, node: NodeIr, value: string): readonly string[] {
  const { module } = context;
  const parts: string[] = [];
  if (node.type === "string" || node.type === "boolean") parts.push(`typeof ${value} === "${node.type}"`);
  if (node.type === "integer") parts.push(`Number.isInteger(${value})`);
  if (node.type === "number") parts.push(`Number.isFinite(${value})`);
  if (node.constant !== undefined) parts.push(isPlain(node.constant.value) ? `${value} === ${printValue(node.constant.value)}` : `${module.use("equal")}(${value}, ${printValue(node.constant.value)})`);
  if (node.values !== undefined) parts.push(among(module, node.values, value));
  return [...parts, ...ofText(context, node, value), ...ofNumber(node, value)];
}

function ofText({ module }: PredicateContext, node: NodeIr, value: string): readonly string[] {
  if (!limitsText(node)) return [];
  const { minLength, maxLength, pattern, format } = node.text;
  const limits = [
    ...(minLength === undefined ? [] : [`${module.use("codePoints")}(${value}) >= ${minLength}`]),
    ...(maxLength === undefined ? [] : [`${module.use("codePoints")}(${value}) <= ${maxLength}`]),
    ...(pattern === undefined ? [] : [`${printPattern(pattern)}.test(${value})`]),
    ...(format === undefined ? [] : [`${module.use(FORMATS[format] ?? "")}.test(${value})`]),
  ];
  return [guarded(`typeof ${value} !== "string"`, limits, node.type === "string")];
}

function ofNumber(node: NodeIr, value: string): readonly string[] {
  if (!limitsNumber(node)) return [];
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = node.number;
  const limits = [
    ...(minimum === undefined ? [] : [`${value} >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`${value} <= ${maximum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`${value} > ${exclusiveMinimum}`]),
    ...(exclusiveMaximum === undefined ? [] : [`${value} < ${exclusiveMaximum}`]),
    ...(multipleOf === undefined ? [] : [`${value} % ${multipleOf} === 0`]),
  ];
  return [guarded(`typeof ${value} !== "number"`, limits, node.type === "integer" || node.type === "number")];
}

function ofObject(context: PredicateContext, node: NodeIr, { value, isKnown }: Subject): readonly string[] {
  if (node.type !== "object" && saysNothingOfKeys(node)) return [];
  const { module } = context;
  const has = (key: string) => `${module.use("has")}(${value}, ${JSON.stringify(key)})`;
  const required = new Set(node.required);
  const parts = [
    ...node.properties.flatMap(({ key, node: inside }) => {
      const met = emitPredicate(context, inside, printMember(value, key));
      if (met === "true") return required.has(key) ? [has(key)] : [];
      return required.has(key) ? [`${has(key)} && ${met}`] : [`(!${has(key)} || (${met}))`];
    }),
    ...node.required.filter((key) => !node.properties.some((property) => property.key === key)).map(has),
    ...node.dependent.flatMap(({ key, requires }) => (requires.length === 0 ? [] : [`(!${has(key)} || (${requires.map(has).join(" && ")}))`])),
    ...(node.closed ? [`Object.keys(${value}).every((key) => ${printValue(node.properties.map(({ key }) => key))}.includes(key))`] : []),
  ];
  if (isKnown) return parts;
  if (node.type === "object") return [`${module.use("isObject")}(${value})`, ...parts];
  return parts.length === 0 ? [] : [guarded(`!${module.use("isObject")}(${value})`, parts, false)];
}

function ofList(context: PredicateContext, node: NodeIr, value: string): readonly string[] {
  const entry = context.module.take("entry");
  const met = node.items === undefined ? "true" : emitPredicate(context, node.items, entry);
  const parts = [
    ...(node.minItems === undefined ? [] : [`${value}.length >= ${node.minItems}`]),
    ...(node.maxItems === undefined ? [] : [`${value}.length <= ${node.maxItems}`]),
    ...(met === "true" ? [] : [`${value}.every((${entry}) => ${met})`]),
  ];
  if (node.type === "array") return [`Array.isArray(${value})`, ...parts];
  return parts.length === 0 ? [] : [guarded(`!Array.isArray(${value})`, parts, false)];
}

function combined(context: PredicateContext, node: NodeIr, { value, isKnown }: Subject): readonly string[] {
  if (node.ref === undefined && joinsNothing(node)) return [];
  const { form } = context;
  const met = (inside: NodeIr) => emitPredicate(context, inside, value, isKnown);
  const target = node.ref === undefined ? undefined : form.definitions[node.ref];
  return [
    ...(target === undefined ? [] : [`(${met(target)})`]),
    ...node.all.map((inside) => `(${met(inside)})`),
    ...(node.any.length === 0 ? [] : [`(${node.any.map((inside) => `(${met(inside)})`).join(" || ")})`]),
    ...(node.one === undefined ? [] : [`[${node.one.branches.map((branch) => met(branch.node)).join(", ")}].filter(Boolean).length === 1`]),
    ...(node.not === undefined ? [] : [`!(${met(node.not)})`]),
    ...node.conditions.map(({ when, yes, no }) => `(${met(when)} ? ${yes === undefined ? "true" : met(yes)} : ${no === undefined ? "true" : met(no)})`),
  ];
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
