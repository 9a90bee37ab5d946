import type { TypeNaming } from "../src/declarations/type-tree.ts";
import type { FormIr, NodeIr } from "../src/form/form-ir.ts";
import { displayOf, layers, once } from "../src/form/describe.ts";

/**
 * A schema that says only what TypeScript can: no conditions, references as names of types. It is normal as
 * json-schema-to-typescript has it: closed lists stand for constants, what allows null in a list does not say so again.
 */
export type TypeSchema = { [keyword: string]: unknown };

/** A node as the schema of a declared type, and the definitions whose types it names, in the order of their places. */
export function typeSchema(form: FormIr, node: NodeIr, { title, typeNames, described: isDescribed }: TypeNaming): { readonly schema: TypeSchema; readonly refers: readonly string[] } {
  const reader = new TypeReader(form, typeNames);
  const schema = { title, ...(isDescribed ? described(form, node) : {}), ...reader.of(node) };
  return { schema, refers: [...reader.refers] };
}

class TypeReader {
  readonly refers = new Set<string>();
  /** Schemas that are the name of a type. */
  readonly #named = new Set<TypeSchema>();
  readonly #form: FormIr;
  readonly #typeNames: Readonly<Record<string, string>>;

  constructor(form: FormIr, typeNames: Readonly<Record<string, string>>) {
    this.#form = form;
    this.#typeNames = typeNames;
  }

  of(node: NodeIr): TypeSchema {
    const joined = [...(node.ref === undefined ? [] : [this.#reference(node.ref)]), ...node.all.filter((inside) => this.#says(inside)).map((inside) => this.of(inside))];
    const own = this.#own(node);
    const alternatives = node.one === undefined ? [] : [{ oneOf: node.one.branches.map((branch) => this.of(branch.node)) }];
    const parts = [...joined, ...(Object.keys(own).length === 0 ? [] : [own]), ...alternatives];
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : parts.length === 0 ? {} : { allOf: parts };
  }

  #own(node: NodeIr): TypeSchema {
    const plain = plainType(node);
    if (plain !== undefined) return { tsType: plain };
    const properties = node.properties.filter(({ node: inside }) => this.#says(inside));
    const values = node.constant === undefined ? node.values : [node.constant.value];
    return {
      ...(node.type === undefined ? {} : { type: node.nullable && values?.includes(null) !== true ? [node.type, "null"] : node.type }),
      ...(properties.length === 0 && node.type !== "object" ? {} : this.#object(node, properties)),
      ...(node.items === undefined ? {} : { items: this.of(node.items) }),
      ...(values === undefined ? {} : { enum: values.some((value) => typeof value === "object") ? structuredClone(values) : [...values] }),
    };
  }

  #object({ required, closed }: NodeIr, properties: NodeIr["properties"]): TypeSchema {
    const entries = properties.map(({ key, node }) => {
      const schema = this.of(node);
      // A named type brings its own comment.
      return [key, this.#named.has(schema) ? schema : { ...described(this.#form, node), ...schema }] as const;
    });
    const known = new Set(properties.map(({ key }) => key));
    return { properties: Object.fromEntries(entries), required: required.filter((key) => known.has(key)), additionalProperties: !closed };
  }

  /** Definitions of objects and closed lists get a name; a plain text stays one, with the comment of its own field. */
  #reference(name: string): TypeSchema {
    const node = this.#form.definitions[name];
    if (node === undefined) return {};
    if (node.type !== "object" && node.values === undefined) return this.of(node);
    this.refers.add(name);
    const named = { tsType: this.#typeNames[name] ?? name };
    this.#named.add(named);
    return named;
  }

  #says(node: NodeIr): boolean {
    return says(this.#form, [node]);
  }
}

const PLAIN: Readonly<Record<string, string>> = { string: "string", integer: "number", number: "number", boolean: "boolean" };

/** The type of texts, numbers, yes or no, and of closed lists of them, in brackets where it is a union; `undefined` for anything else. */
function plainType({ type, nullable, values, constant, properties, items }: NodeIr): string | undefined {
  const listed = constant === undefined ? values : [constant.value];
  if (properties.length > 0 || items !== undefined || listed?.some((value) => typeof value === "object" && value !== null) === true) return undefined;
  const names = listed === undefined ? [PLAIN[type ?? ""], ...(nullable ? ["null"] : [])] : listed.map((value) => JSON.stringify(value));
  if (names.includes(undefined)) return undefined;
  return names.length === 1 ? names[0] : `(${names.join(" | ")})`;
}

function described(form: FormIr, node: NodeIr): TypeSchema {
  const { label } = displayOf(form, [node]);
  return label === undefined ? {} : { description: asComment(label.en === undefined ? label.vi : `${label.vi} · ${label.en}`) };
}

/** Whether there is anything a type can say; what only adds to a condition has nothing. */
const says = once((form, nodes) =>
  layers(form, nodes).some((layer) => layer.type !== undefined || layer.values !== undefined || layer.constant !== undefined || layer.one !== undefined || layer.ref !== undefined),
);

/** A label on one line; no label can end the comment it stands in. */
function asComment(text: string): string {
  return text.replace(/\s+/gu, " ").replaceAll("*/", "* /");
}
