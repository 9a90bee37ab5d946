import { jsonText } from "@motcua/procedure";
import { emitPredicate } from "../form/emit-predicate.ts";
import { printPattern } from "../form/emit-limits.ts";
import type { FormIr, NodeIr, NumberIr, TextIr } from "../form/form-ir.ts";
import { joinsNothing, onlyRequires, saysNothingOfLists } from "../form/node-shape.ts";
import { WholePredicates } from "../form/whole-predicates.ts";
import type { Elsewhere, ModuleText } from "../print/module-text.ts";
import { printKey, printValue } from "../print/print-value.ts";
import { FORMATS } from "../runtime-names.ts";

/** Prints schemas of zod/mini, definitions as constants of their own. */
export class ZodPrinter {
  readonly #module: ModuleText;
  readonly #form: FormIr;
  readonly #constants = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #whole: WholePredicates;
  readonly #elsewhere: Elsewhere | undefined;

  constructor(module: ModuleText, form: FormIr, elsewhere?: Elsewhere) {
    this.#module = module;
    this.#form = form;
    this.#elsewhere = elsewhere;
    this.#whole = new WholePredicates(module, form);
  }

  /** Names used of `@motcua/client/zod`, sorted. */
  used(): readonly string[] {
    return [...this.#used].sort();
  }

  /** Constants by definition. */
  exported(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#constants);
  }

  /** Writes a definition's constant once; gives its name. */
  definition(name: string): string {
    const known = this.#constants.get(name);
    const node = this.#form.definitions[name];
    if (known !== undefined || node === undefined) return known ?? "z.unknown()";
    const constant = this.#elsewhere?.(name) ?? this.#write(name, node);
    this.#constants.set(name, constant);
    return constant;
  }

  /** Writes a definition's constant, those it refers to standing before it. */
  #write(name: string, node: NodeIr): string {
    const text = this.schema(node);
    const constant = this.#module.take(name);
    this.#module.write(`export const ${constant} = /*@__PURE__*/ ${text};`);
    return constant;
  }

  /** A schema of one place, all its keywords included; `isObject` where the value can be nothing else. */
  schema(node: NodeIr, isObject = false): string {
    const asObject = isObject && isOpen(node) && concernsObjects(node);
    const base = asObject ? this.#object(node) : node.ref !== undefined && isOpen(node) ? this.definition(node.ref) : this.#base(node);
    const checks: string[] = [];
    if (node.ref !== undefined && (asObject || !isOpen(node))) checks.push(this.#also(this.definition(node.ref)));
    this.#untyped(node, asObject, checks);
    this.#combined(node, isObject || node.type === "object", checks);
    const whole = this.#checked(base, checks);
    const taken = node.nullable ? `z.nullable(${whole})` : whole;
    if (node.rest !== true) return taken;
    return this.#form.dialect === "form" ? `${taken}.check(${this.#rest(node)})` : this.#checked(taken, [this.#rest(node)]);
  }

  /**
   * A schema and what else is asked of its value. Zod asks that of its own copy, from which it leaves out an own `__proto__`:
   * a form refuses such a key, the whole standard knows it as any other and is asked of the value itself.
   */
  #checked(base: string, checks: readonly string[]): string {
    if (checks.length === 0) return base;
    const isOfInput = this.#form.dialect === "standard" && base !== "z.unknown()";
    const [schema, all] = isOfInput ? ["z.unknown()", [this.#also(base), ...checks]] : [base, checks];
    return `${schema}.check(\n${listed(all)}\n)`;
  }

  /** What only the predicate of the whole schema can tell. */
  #rest(node: NodeIr): string {
    return this.#call("forbids", `(value) => !${this.#whole.of(node)}(value)`);
  }

  #base(node: NodeIr): string {
    if (node.constant !== undefined) return isPlain(node.constant.value) ? `z.literal(${printValue(node.constant.value)})` : this.#meets(`${this.#module.use("equal")}(value, ${printValue(node.constant.value)})`);
    switch (node.type) {
      case "string":
        return node.values === undefined ? checked("z.string()", this.#textChecks(node.text)) : this.#values(node.values);
      case "integer":
        return node.values === undefined ? checked("z.number()", ["z.refine(Number.isInteger)", ...numberChecks(node.number)]) : this.#values(node.values);
      case "number":
        return node.values === undefined ? checked("z.number()", numberChecks(node.number)) : this.#values(node.values);
      case "boolean":
        return node.values === undefined ? "z.boolean()" : this.#values(node.values);
      case "array":
        return this.#list(node);
      case "object":
        return this.#object(node);
      default:
        return node.values === undefined ? "z.unknown()" : this.#values(node.values);
    }
  }

  /** A closed list means its values alone; a type beside it is told by them. */
  #values(values: readonly unknown[]): string {
    if (!values.every(isPlain)) return this.#meets(`[${values.map((value) => printValue(value)).join(", ")}].some((entry) => ${this.#module.use("equal")}(entry, value))`);
    return values.every((value) => typeof value === "string") ? `z.enum(${printValue(values)})` : `z.literal(${printValue(values)})`;
  }

  #object(node: NodeIr): string {
    const required = new Set(node.required);
    const shape: string[] = [];
    for (const { key, node: inside } of node.properties) {
      const schema = this.schema(inside);
      const isRequired = required.delete(key);
      shape.push(`${printKey(key)}: ${isRequired ? this.#present(schema) : `z.exactOptional(${schema})`}`);
    }
    // A closed object cannot have what it requires but does not know.
    for (const key of required) shape.push(`${printKey(key)}: ${node.closed ? "z.never()" : this.#present("z.unknown()")}`);
    return `${node.closed ? "z.strictObject" : "z.looseObject"}({${shape.length === 0 ? "" : `\n${listed(shape)}\n`}})`;
  }

  /** A schema of a value that must be there. */
  #present(schema: string): string {
    return schema === "z.unknown()" ? this.#call("present", "") : schema;
  }

  /** What concerns texts, numbers, lists or objects, where no type says which of them it is. */
  #untyped(node: NodeIr, isObject: boolean, checks: string[]): void {
    const { type, text, number } = node;
    const isNumber = type === "integer" || type === "number";
    if (type !== "string" && text !== undefined) checks.push(this.#only('typeof value === "string"', checked("z.string()", this.#textChecks(text))));
    if (!isNumber && number !== undefined) checks.push(this.#only('typeof value === "number"', checked("z.number()", numberChecks(number))));
    if (type === "string" && node.values !== undefined && text !== undefined) checks.push(this.#also(checked("z.string()", this.#textChecks(text))));
    if (isNumber && node.values !== undefined) checks.push(this.#also(checked("z.number()", numberChecks(number))));
    if (type !== "array" && !saysNothingOfLists(node)) checks.push(this.#only("Array.isArray(value)", this.#list(node)));
    if (type !== "object" && !isObject && concernsObjects(node)) checks.push(this.#only(`${this.#module.use("isObject")}(value)`, this.#object(node)));
  }

  #combined(node: NodeIr, isObject: boolean, checks: string[]): void {
    if (joinsNothing(node) && node.dependent.length === 0) return;
    for (const { key, requires } of node.dependent) checks.push(this.#dependent(key, requires));
    for (const { when, yes, no } of node.conditions) {
      const schemas = [yes, no].map((inside) => (inside === undefined ? "undefined" : this.schema(inside, isObject)));
      checks.push(this.#call("applies", `${this.#predicate(when, isObject)}, ${no === undefined ? schemas[0] : schemas.join(", ")}`));
    }
    for (const inside of node.all) this.#joined(inside, isObject, checks);
    if (node.any.length > 0) checks.push(this.#also(`z.union([${node.any.map((inside) => this.schema(inside, isObject)).join(", ")}])`));
    this.#one(node, isObject, checks);
    if (node.not !== undefined) checks.push(this.#call("forbids", `${this.#predicate(node.not, isObject)}${onlyRequires(node.not) ? `, ${printValue(node.not.required.slice(-1))}` : ""}`));
  }

  /** A part of `allOf`: its checks where it has nothing else. */
  #joined(node: NodeIr, isObject: boolean, checks: string[]): void {
    const isOnlyChecks = isOpen(node) && node.ref === undefined && !node.nullable && !(isObject && concernsObjects(node));
    if (!isOnlyChecks) {
      checks.push(this.#also(this.schema(node, isObject)));
      return;
    }
    this.#untyped(node, false, checks);
    this.#combined(node, isObject, checks);
    if (node.rest === true) checks.push(this.#rest(node));
  }

  /** A condition that can be asked of any value: checks run also where the type was wrong. */
  #predicate(node: NodeIr, isObject: boolean): string {
    const met = emitPredicate({ module: this.#module, form: this.#form, whole: this.#whole }, node, "value", isObject);
    return `(value) => ${isObject ? `${this.#module.use("isObject")}(value) && ` : ""}${met}`;
  }

  #dependent(key: string, requires: readonly string[]): string {
    const shape = requires.map((other) => `${printKey(other)}: ${this.#present("z.unknown()")}`).join(", ");
    return this.#only(`${this.#module.use("isObject")}(value) && ${this.#module.use("has")}(value, ${jsonText(key)})`, `z.looseObject({ ${shape} })`);
  }

  #one({ one }: NodeIr, isObject: boolean, checks: string[]): void {
    if (one === undefined) return;
    const isNoObject = `!${this.#module.use("isObject")}(value)`;
    const known: string[] = [];
    for (const { tag, node } of one.branches) {
      const isTagged = `${this.#module.use("own")}(value, ${jsonText(one.key)}) === ${printValue(tag)}`;
      known.push(isTagged);
      checks.push(this.#only(`${this.#module.use("isObject")}(value) && ${isTagged}`, this.schema(node, isObject)));
    }
    checks.push(this.#call("forbids", `(value) => ${isNoObject} || !(${known.join(" || ")}), ${printValue([one.key])}`));
  }

  #textChecks(text: TextIr | undefined): readonly string[] {
    const checks: string[] = [];
    if (text === undefined) return checks;
    const { minLength, maxLength, pattern, format } = text;
    if (minLength !== undefined || maxLength !== undefined) checks.push(this.#call("codePointsBetween", `${minLength ?? 0}${maxLength === undefined ? "" : `, ${maxLength}`}`));
    if (pattern !== undefined) checks.push(`z.regex(${printPattern(pattern)})`);
    if (format !== undefined) checks.push(`z.refine(${this.#module.use(FORMATS[format] ?? "")}.test)`);
    return checks;
  }

  #list({ items, minItems, maxItems }: NodeIr): string {
    const schema = `z.array(${items === undefined ? "z.unknown()" : this.schema(items)})`;
    const checks: string[] = [];
    if (minItems !== undefined) checks.push(`z.minLength(${minItems})`);
    if (maxItems !== undefined) checks.push(`z.maxLength(${maxItems})`);
    return checked(schema, checks);
  }

  #also(schema: string): string {
    return this.#call("applies", `() => true, ${schema}`);
  }

  #only(condition: string, schema: string): string {
    return this.#call("applies", `(value) => ${condition}, ${schema}`);
  }

  #meets(condition: string): string {
    return this.#call("meets", `(value) => ${condition}`);
  }

  #call(name: string, args: string): string {
    this.#used.add(name);
    return `${name}(${args})`;
  }
}

/** Entries, each on lines of its own, one step deeper. */
function listed(entries: readonly string[]): string {
  return `  ${entries.join(",\n").replaceAll("\n", "\n  ")},`;
}

function numberChecks(number: NumberIr | undefined): readonly string[] {
  const checks: string[] = [];
  if (number === undefined) return checks;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = number;
  if (minimum !== undefined) checks.push(`z.gte(${minimum})`);
  if (maximum !== undefined) checks.push(`z.lte(${maximum})`);
  if (exclusiveMinimum !== undefined) checks.push(`z.gt(${exclusiveMinimum})`);
  if (exclusiveMaximum !== undefined) checks.push(`z.lt(${exclusiveMaximum})`);
  if (multipleOf !== undefined) checks.push(`z.multipleOf(${multipleOf})`);
  return checks;
}

function checked(schema: string, checks: readonly string[]): string {
  return checks.length === 0 ? schema : `${schema}.check(${checks.join(", ")})`;
}

/** Whether a node adds nothing of its own to what it refers to. */
function isOpen({ type, values, constant }: NodeIr): boolean {
  return type === undefined && values === undefined && constant === undefined;
}

/** Whether a node says anything of an object's keys. */
function concernsObjects(node: NodeIr): boolean {
  return node.properties.length > 0 || node.required.length > 0 || node.closed;
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}
