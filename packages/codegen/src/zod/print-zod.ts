import type { Elsewhere } from "../print/module-text.ts";
import { emitPredicate } from "../form/emit-predicate.ts";
import { printPattern } from "../form/emit-limits.ts";
import type { FormIr, NodeIr } from "../form/form-ir.ts";
import { joinsNothing, onlyRequires } from "../form/node-shape.ts";
import { WholePredicates } from "../form/whole-predicates.ts";
import type { ModuleText } from "../print/module-text.ts";
import { indented } from "../print/module-text.ts";
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
    const refersToo = node.ref !== undefined && (asObject || !isOpen(node));
    const checks = [...(refersToo ? [this.#also(this.definition(node.ref ?? ""))] : []), ...this.#untyped(node, asObject), ...this.#combined(node, isObject || node.type === "object")];
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
    return `${schema}.check(\n${indented(all.flatMap((check) => `${check},`.split("\n"))).join("\n")}\n)`;
  }

  /** What only the predicate of the whole schema can tell. */
  #rest(node: NodeIr): string {
    return this.#use(`forbids((value) => !${this.#whole.of(node)}(value))`);
  }

  #base(node: NodeIr): string {
    if (node.constant !== undefined) return isPlain(node.constant.value) ? `z.literal(${printValue(node.constant.value)})` : this.#meets(`${this.#module.use("equal")}(value, ${printValue(node.constant.value)})`);
    switch (node.type) {
      case "string":
        return node.values === undefined ? checked("z.string()", this.#textChecks(node)) : this.#values(node.values);
      case "integer":
        return node.values === undefined ? checked("z.number()", ["z.refine(Number.isInteger)", ...numberChecks(node)]) : this.#values(node.values);
      case "number":
        return node.values === undefined ? checked("z.number()", numberChecks(node)) : this.#values(node.values);
      case "boolean":
        return node.values === undefined ? "z.boolean()" : this.#values(node.values);
      case "array":
        return checked(`z.array(${node.items === undefined ? "z.unknown()" : this.schema(node.items)})`, listChecks(node));
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
    const keys = new Set(node.properties.map(({ key }) => key));
    const shape = [
      ...node.properties.map(({ key, node: inside }) => {
        const schema = this.schema(inside);
        if (!required.has(key)) return `${printKey(key)}: z.exactOptional(${schema}),`;
        return `${printKey(key)}: ${schema === "z.unknown()" ? this.#use("present()") : schema},`;
      }),
      // A closed object cannot have what it requires but does not know.
      ...node.required.filter((key) => !keys.has(key)).map((key) => `${printKey(key)}: ${node.closed ? "z.never()" : this.#use("present()")},`),
    ];
    const fields = shape.length === 0 ? "" : `\n${indented(shape.flatMap((line) => line.split("\n"))).join("\n")}\n`;
    return `${node.closed ? "z.strictObject" : "z.looseObject"}({${fields}})`;
  }

  /** What concerns texts, numbers, lists or objects, where no type says which of them it is. */
  #untyped(node: NodeIr, isObject: boolean): readonly string[] {
    const checks: string[] = [];
    const only = (condition: string, schema: string) => checks.push(this.#use(`applies((value) => ${condition}, ${schema})`));
    if (node.type !== "string" && Object.keys(node.text).length > 0) only('typeof value === "string"', checked("z.string()", this.#textChecks(node)));
    if (node.type !== "integer" && node.type !== "number" && Object.keys(node.number).length > 0) only('typeof value === "number"', checked("z.number()", numberChecks(node)));
    if (node.type === "string" && node.values !== undefined && Object.keys(node.text).length > 0) checks.push(this.#also(checked("z.string()", this.#textChecks(node))));
    if ((node.type === "integer" || node.type === "number") && node.values !== undefined) checks.push(this.#also(checked("z.number()", numberChecks(node))));
    const isListed = node.items !== undefined || node.minItems !== undefined || node.maxItems !== undefined;
    if (node.type !== "array" && isListed) only("Array.isArray(value)", checked(`z.array(${node.items === undefined ? "z.unknown()" : this.schema(node.items)})`, listChecks(node)));
    if (node.type !== "object" && !isObject && concernsObjects(node)) only(`${this.#module.use("isObject")}(value)`, this.#object(node));
    return checks;
  }

  #combined(node: NodeIr, isObject: boolean): readonly string[] {
    if (joinsNothing(node) && node.dependent.length === 0) return [];
    return [
      ...node.dependent.map(({ key, requires }) => this.#dependent(key, requires)),
      ...node.conditions.map(({ when, yes, no }) => {
        const schemas = [yes, no].map((inside) => (inside === undefined ? "undefined" : this.schema(inside, isObject)));
        return this.#use(`applies(${this.#predicate(when, isObject)}, ${no === undefined ? schemas[0] : schemas.join(", ")})`);
      }),
      ...node.all.flatMap((inside) => this.#joined(inside, isObject)),
      ...(node.any.length === 0 ? [] : [this.#also(`z.union([${node.any.map((inside) => this.schema(inside, isObject)).join(", ")}])`)]),
      ...this.#one(node, isObject),
      ...(node.not === undefined ? [] : [this.#use(`forbids(${this.#predicate(node.not, isObject)}${onlyRequires(node.not) ? `, ${printValue(node.not.required.slice(-1))}` : ""})`)]),
    ];
  }

  /** A part of `allOf`: its checks where it has nothing else. */
  #joined(node: NodeIr, isObject: boolean): readonly string[] {
    const isOnlyChecks = isOpen(node) && node.ref === undefined && !node.nullable && !(isObject && concernsObjects(node));
    return isOnlyChecks ? [...this.#untyped(node, false), ...this.#combined(node, isObject), ...(node.rest === true ? [this.#rest(node)] : [])] : [this.#also(this.schema(node, isObject))];
  }

  /** A condition that can be asked of any value: checks run also where the type was wrong. */
  #predicate(node: NodeIr, isObject: boolean): string {
    const met = emitPredicate({ module: this.#module, form: this.#form, whole: this.#whole }, node, "value", isObject);
    return `(value) => ${isObject ? `${this.#module.use("isObject")}(value) && ` : ""}${met}`;
  }

  #dependent(key: string, requires: readonly string[]): string {
    const use = (name: string) => this.#module.use(name);
    const shape = requires.map((other) => `${printKey(other)}: ${this.#use("present()")}`).join(", ");
    return this.#use(`applies((value) => ${use("isObject")}(value) && ${use("has")}(value, ${JSON.stringify(key)}), z.looseObject({ ${shape} }))`);
  }

  #one(node: NodeIr, isObject: boolean): readonly string[] {
    if (node.one === undefined) return [];
    const { key, branches } = node.one;
    const tagged = (tag: unknown) => `(value) => ${this.#module.use("isObject")}(value) && ${this.#module.use("own")}(value, ${JSON.stringify(key)}) === ${printValue(tag)}`;
    const known = branches.map(({ tag }) => `${this.#module.use("own")}(value, ${JSON.stringify(key)}) === ${printValue(tag)}`).join(" || ");
    return [
      ...branches.map((branch) => this.#use(`applies(${tagged(branch.tag)}, ${this.schema(branch.node, isObject)})`)),
      this.#use(`forbids((value) => !${this.#module.use("isObject")}(value) || !(${known}), ${printValue([key])})`),
    ];
  }

  #textChecks({ text }: NodeIr): readonly string[] {
    return [
      ...(text.minLength === undefined && text.maxLength === undefined ? [] : [this.#lengths(text)]),
      ...(text.pattern === undefined ? [] : [`z.regex(${printPattern(text.pattern)})`]),
      ...(text.format === undefined ? [] : [`z.refine(${this.#module.use(FORMATS[text.format] ?? "")}.test)`]),
    ];
  }

  #lengths({ minLength = 0, maxLength }: NodeIr["text"]): string {
    return this.#use(`codePointsBetween(${minLength}${maxLength === undefined ? "" : `, ${maxLength}`})`);
  }

  #also(schema: string): string {
    return this.#use(`applies(() => true, ${schema})`);
  }

  #meets(condition: string): string {
    return this.#use(`meets((value) => ${condition})`);
  }

  #use(call: string): string {
    this.#used.add(call.slice(0, call.indexOf("(")));
    return call;
  }
}

function numberChecks({ number }: NodeIr): readonly string[] {
  return [
    ...(number.minimum === undefined ? [] : [`z.gte(${number.minimum})`]),
    ...(number.maximum === undefined ? [] : [`z.lte(${number.maximum})`]),
    ...(number.exclusiveMinimum === undefined ? [] : [`z.gt(${number.exclusiveMinimum})`]),
    ...(number.exclusiveMaximum === undefined ? [] : [`z.lt(${number.exclusiveMaximum})`]),
    ...(number.multipleOf === undefined ? [] : [`z.multipleOf(${number.multipleOf})`]),
  ];
}

function listChecks({ minItems, maxItems }: NodeIr): readonly string[] {
  return [...(minItems === undefined ? [] : [`z.minLength(${minItems})`]), ...(maxItems === undefined ? [] : [`z.maxLength(${maxItems})`])];
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
