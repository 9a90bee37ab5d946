import { displayOf, layers, once } from "../form/describe.ts";
import type { FormIr, NodeIr } from "../form/form-ir.ts";
import { oneLine } from "../print/one-line.ts";
import { printKey, printValue } from "../print/print-value.ts";
import { wrapUnion } from "../print/wrap-union.ts";

/** How the types around are called. */
export interface TypeNaming {
  /** Name of the type. */
  readonly title: string;
  /** Names of the types of definitions. */
  readonly typeNames: Readonly<Record<string, string>>;
  /** Whether what people see of the schema stands above it. */
  readonly described: boolean;
}

/** A type as it is declared. */
export interface Declaration {
  readonly text: string;
  /** Definitions whose types it names, in the order of their places. */
  readonly refers: readonly string[];
}

/**
 * A node as a declared type: an interface where it is an object and nothing else. It says only what TypeScript can: no
 * conditions, references as names of types. A test holds it against what json-schema-to-typescript prints of the schema.
 */
export function printType(form: FormIr, node: NodeIr, { title, typeNames, described: isDescribed }: TypeNaming): Declaration {
  const printer = new TypePrinter(form, typeNames);
  const { text, kind } = printer.type(node, "");
  const comment = isDescribed ? commentOf(form, node) : undefined;
  const declared = kind === "interface" ? `export interface ${title} ${text}` : `export type ${title} = ${unwrapped(text)};`;
  const lines = `${comment === undefined ? "" : `${comment}\n`}${declared}`.split("\n");
  return { text: lines.flatMap(wrapUnion).join("\n"), refers: [...printer.refers] };
}

/** A type as it is written where it stands. */
interface Printed {
  readonly text: string;
  readonly kind: "interface" | "name" | "other";
}

const UNKNOWN: Printed = { text: "unknown", kind: "other" };

class TypePrinter {
  readonly refers = new Set<string>();
  readonly #form: FormIr;
  readonly #typeNames: Readonly<Record<string, string>>;

  constructor(form: FormIr, typeNames: Readonly<Record<string, string>>) {
    this.#form = form;
    this.#typeNames = typeNames;
  }

  /** The type of a node; its lines after the first stand at `indent`. */
  type(node: NodeIr, indent: string): Printed {
    const parts: Printed[] = [];
    if (node.ref !== undefined) parts.push(this.#reference(node.ref, indent));
    for (const inside of node.all) if (says(this.#form, [inside])) parts.push(this.type(inside, indent));
    const own = this.#own(node, indent);
    if (own !== undefined) parts.push(own);
    if (node.one !== undefined) parts.push(union(node.one.branches.map((branch) => this.type(branch.node, indent))));
    return intersection(parts) ?? UNKNOWN;
  }

  /** What a node says itself; a closed list says more than a type. */
  #own(node: NodeIr, indent: string): Printed | undefined {
    const { type, nullable, values, constant } = node;
    const plain = plainType(node);
    if (plain !== undefined) return other(plain);
    const listed = constant === undefined ? values : [constant.value];
    const found = listed === undefined ? this.#shape(node, indent) : union(listed.map((value) => other(JSON.stringify(value))));
    const isNullable = nullable && type !== undefined && listed?.includes(null) !== true;
    return found !== undefined && isNullable ? union([found, other("null")]) : found;
  }

  #shape(node: NodeIr, indent: string): Printed | undefined {
    const { type, items } = node;
    const plain = PLAIN[type ?? ""];
    if (plain !== undefined) return other(plain);
    const properties = node.properties.filter(({ node: inside }) => says(this.#form, [inside]));
    const shapes: Printed[] = [];
    if (type === "array" || (type === undefined && items !== undefined)) shapes.push(list(items === undefined ? UNKNOWN : this.type(items, indent)));
    if (type === "object" || (type === undefined && properties.length > 0)) shapes.push(this.#interface(node, properties, indent));
    return intersection(shapes);
  }

  #interface({ required, closed }: NodeIr, properties: NodeIr["properties"], indent: string): Printed {
    const deeper = `${indent}  `;
    let text = "{\n";
    for (const { key, node } of properties) {
      const type = this.type(node, deeper);
      // A named type brings its own comment.
      const comment = type.kind === "name" ? undefined : commentOf(this.#form, node);
      if (comment !== undefined) text += `${deeper}${comment}\n`;
      text += `${deeper}${printKey(key)}${required.includes(key) ? "" : "?"}: ${unwrapped(type.text)};\n`;
    }
    return { text: `${text}${closed ? "" : `${deeper}[k: string]: unknown;\n`}${indent}}`, kind: "interface" };
  }

  /** Definitions of objects and closed lists get a name; a plain text stays one, with the comment of its own field. */
  #reference(name: string, indent: string): Printed {
    const node = this.#form.definitions[name];
    if (node === undefined) return UNKNOWN;
    if (node.type !== "object" && node.values === undefined) return this.type(node, indent);
    this.refers.add(name);
    return { text: this.#typeNames[name] ?? name, kind: "name" };
  }
}

function other(text: string): Printed {
  return { text, kind: "other" };
}

function list({ text }: Printed): Printed {
  return other(text.endsWith('"') ? `(${text})[]` : `${text}[]`);
}

/** One of several types. */
function union(members: readonly Printed[]): Printed {
  if (members.length === 0) return other("never");
  return members.some(({ text }) => text === "unknown") ? UNKNOWN : joined(members, " | ");
}

/** All of several types; what is not known says nothing beside others. */
function intersection(parts: readonly Printed[]): Printed | undefined {
  if (parts.length < 2) return parts[0];
  const known = parts.filter(({ text }) => text !== "unknown");
  return known.length === 0 ? UNKNOWN : joined(known, " & ");
}

function joined(members: readonly Printed[], by: string): Printed {
  const texts = [...new Set(members.map(({ text }) => text))];
  return other(texts.length === 1 ? (texts[0] ?? "") : `(${texts.join(by)})`);
}

/** Without the brackets around a whole union. */
function unwrapped(text: string): string {
  return /^\([^()\n]*\)$/.test(text) ? text.slice(1, -1) : text;
}

const PLAIN: Readonly<Record<string, string>> = { string: "string", integer: "number", number: "number", boolean: "boolean" };

/** The type of texts, numbers, yes or no, and of closed lists of them, in brackets where it is a union; `undefined` for anything else. */
function plainType({ type, nullable, values, constant, properties, items }: NodeIr): string | undefined {
  const listed = constant === undefined ? values : [constant.value];
  if (properties.length > 0 || items !== undefined) return undefined;
  if (listed === undefined) {
    const plain = PLAIN[type ?? ""];
    return plain !== undefined && nullable ? `(${plain} | null)` : plain;
  }
  if (listed.some((value) => typeof value === "object" && value !== null)) return undefined;
  return listed.length === 1 ? printValue(listed[0]) : `(${listed.map((value) => printValue(value)).join(" | ")})`;
}

/** What people see of a place, above its type. */
function commentOf(form: FormIr, node: NodeIr): string | undefined {
  const { label } = displayOf(form, [node]);
  // No label can end the comment it stands in.
  return label === undefined ? undefined : `/** ${oneLine(label.en === undefined ? label.vi : `${label.vi} · ${label.en}`).replaceAll("*/", "* /")} */`;
}

/** Whether there is anything a type can say; what only adds to a condition has nothing. */
const says = once((form, nodes) =>
  layers(form, nodes).some((layer) => layer.type !== undefined || layer.values !== undefined || layer.constant !== undefined || layer.one !== undefined || layer.ref !== undefined),
);
