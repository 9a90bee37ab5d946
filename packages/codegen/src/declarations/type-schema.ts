import type { FormIr, NodeIr } from "../form/form-ir.ts";
import { displayOf, layers } from "../form/describe.ts";

/** A schema that says only what TypeScript can: no titles, no conditions, definitions in place and shared by identity. */
export type TypeSchema = { [keyword: string]: unknown };

/** The form and its record forms as type schemas, each definition one object wherever it is used. */
export class TypeSchemas {
  readonly #form: FormIr;
  readonly #typeNames: Readonly<Record<string, string>>;
  readonly #definitions = new Map<string, TypeSchema>();

  constructor(form: FormIr, typeNames: Readonly<Record<string, string>>) {
    this.#form = form;
    this.#typeNames = typeNames;
  }

  /** The whole form. */
  root(title: string): TypeSchema {
    return { title, ...this.#of(this.#form.root) };
  }

  /** A definition, under its type's name. */
  definition(name: string): TypeSchema {
    const known = this.#definitions.get(name);
    const node = this.#form.definitions[name];
    if (known !== undefined || node === undefined) return known ?? {};
    const schema: TypeSchema = { title: this.#typeNames[name] ?? name, ...this.#described([node]), ...this.#of(node) };
    this.#definitions.set(name, schema);
    return schema;
  }

  /** Names of the types that were made, by definition. */
  declared(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#definitions.keys()].map((name) => [name, this.#typeNames[name] ?? name]));
  }

  #of(node: NodeIr): TypeSchema {
    const joined = [...(node.ref === undefined ? [] : [this.#reference(node.ref)]), ...node.all.filter((inside) => this.#says(inside)).map((inside) => this.#of(inside))];
    const own = this.#own(node);
    const alternatives = node.one === undefined ? [] : [{ oneOf: node.one.branches.map((branch) => this.#of(branch.node)) }];
    const parts = [...joined, ...(Object.keys(own).length === 0 ? [] : [own]), ...alternatives];
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : parts.length === 0 ? {} : { allOf: parts };
  }

  #own(node: NodeIr): TypeSchema {
    const properties = node.properties.filter(({ node: inside }) => this.#says(inside));
    return {
      ...(node.type === undefined ? {} : { type: node.nullable ? [node.type, "null"] : node.type }),
      ...(properties.length === 0 && node.type !== "object" ? {} : { properties: this.#properties(node), required: node.required.filter((key) => properties.some((property) => property.key === key)), additionalProperties: !node.closed }),
      ...(node.items === undefined ? {} : { items: this.#of(node.items) }),
      ...(node.values === undefined ? {} : { enum: structuredClone(node.values) }),
      ...(node.constant === undefined ? {} : { const: structuredClone(node.constant.value) }),
    };
  }

  #properties(node: NodeIr): TypeSchema {
    const entries = node.properties.filter(({ node: inside }) => this.#says(inside)).map(({ key, node: inside }) => {
      const schema = this.#of(inside);
      const isShared = [...this.#definitions.values()].includes(schema);
      return [key, isShared ? schema : { ...this.#described([inside]), ...schema }] as const;
    });
    return Object.fromEntries(entries);
  }

  /** Definitions of objects and closed lists get a name; a plain text stays one, with the comment of its own field. */
  #reference(name: string): TypeSchema {
    const node = this.#form.definitions[name];
    if (node === undefined) return {};
    return node.type === "object" || node.values !== undefined ? this.definition(name) : this.#of(node);
  }

  #described(nodes: readonly NodeIr[]): TypeSchema {
    const { label } = displayOf(this.#form, nodes);
    return label === undefined ? {} : { description: asComment(label.en === undefined ? label.vi : `${label.vi} · ${label.en}`) };
  }

  /** Whether there is anything a type can say; what only adds to a condition has nothing. */
  #says(node: NodeIr): boolean {
    return layers(this.#form, [node]).some((layer) => layer.type !== undefined || layer.values !== undefined || layer.constant !== undefined || layer.one !== undefined || layer.ref !== undefined);
  }
}

/** A label on one line; no label can end the comment it stands in. */
function asComment(text: string): string {
  return text.replace(/\s+/gu, " ").replaceAll("*/", "* /");
}
