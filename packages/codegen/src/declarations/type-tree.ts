import type { AST, TInterfaceParam } from "json-schema-to-typescript/dist/src/types/AST.js";
import type { FormIr, NodeIr } from "../form/form-ir.ts";
import { displayOf, layers, once } from "../form/describe.ts";
import { oneLine } from "../print/one-line.ts";

/** A type as json-schema-to-typescript prints it. It says only what TypeScript can: no conditions, references as names of types. */
export type TypeTree = AST;

/** How the types around are called. */
export interface TypeNaming {
  /** Name of the type. */
  readonly title: string;
  /** Names of the types of definitions. */
  readonly typeNames: Readonly<Record<string, string>>;
  /** Whether what people see of the schema stands above it. */
  readonly described: boolean;
}

/** A node as a declared type, and the definitions whose types it names, in the order of their places. */
export function typeTree(form: FormIr, node: NodeIr, { title, typeNames, described: isDescribed }: TypeNaming): { readonly tree: TypeTree; readonly refers: readonly string[] } {
  const reader = new TypeReader(form, typeNames);
  const tree = { ...reader.of(node), standaloneName: title, ...(isDescribed ? { comment: described(form, node) } : {}) } as TypeTree;
  return { tree, refers: [...reader.refers] };
}

class TypeReader {
  readonly refers = new Set<string>();
  /** Types that are the name of another. */
  readonly #named = new Set<TypeTree>();
  readonly #form: FormIr;
  readonly #typeNames: Readonly<Record<string, string>>;

  constructor(form: FormIr, typeNames: Readonly<Record<string, string>>) {
    this.#form = form;
    this.#typeNames = typeNames;
  }

  of(node: NodeIr): TypeTree {
    const parts: TypeTree[] = [];
    if (node.ref !== undefined) parts.push(this.#reference(node.ref));
    for (const inside of node.all) if (this.#says(inside)) parts.push(this.of(inside));
    const own = this.#own(node);
    if (own !== undefined) parts.push(own);
    if (node.one !== undefined) parts.push({ type: "UNION", params: node.one.branches.map((branch) => this.of(branch.node)) });
    return joined(parts) ?? { type: "UNKNOWN" };
  }

  /** What a node says itself; a closed list says more than a type. */
  #own(node: NodeIr): TypeTree | undefined {
    const { type, nullable, values, constant } = node;
    const plain = plainType(node);
    if (plain !== undefined) return { type: "CUSTOM_TYPE", params: plain };
    const listed = constant === undefined ? values : [constant.value];
    const isListed = listed !== undefined;
    const found = isListed ? union(listed.map((value) => ({ type: "LITERAL", params: value as never }))) : joined(this.#shapes(node));
    return found !== undefined && nullable && type !== undefined && !(isListed && listed.includes(null)) ? union([found, { type: "NULL" }]) : found;
  }

  #shapes(node: NodeIr): readonly TypeTree[] {
    const { type, items } = node;
    const plain = PLAIN[type ?? ""];
    if (plain !== undefined) return [{ type: "CUSTOM_TYPE", params: plain }];
    const properties = node.properties.filter(({ node: inside }) => this.#says(inside));
    const isList = type === "array" || (type === undefined && items !== undefined);
    const isObject = type === "object" || (type === undefined && properties.length > 0);
    return [
      ...(isList ? [list(items === undefined ? { type: "UNKNOWN" } : this.of(items))] : []),
      ...(isObject ? [this.#object(node, properties)] : []),
    ];
  }

  #object({ required, closed }: NodeIr, properties: NodeIr["properties"]): TypeTree {
    const needed = new Set(required);
    const params = properties.map(({ key, node }): TInterfaceParam => {
      const type = this.of(node);
      // A named type brings its own comment.
      const comment = this.#named.has(type) ? undefined : described(this.#form, node);
      if (comment !== undefined) type.comment = comment;
      return { ast: type, keyName: key, isRequired: needed.has(key), isIndexSignature: false, isPatternProperty: false, isUnreachableDefinition: false };
    });
    return { type: "INTERFACE", params: closed ? params : [...params, ANY_OTHER], superTypes: [] };
  }

  /** Definitions of objects and closed lists get a name; a plain text stays one, with the comment of its own field. */
  #reference(name: string): TypeTree {
    const node = this.#form.definitions[name];
    if (node === undefined) return { type: "UNKNOWN" };
    if (node.type !== "object" && node.values === undefined) return this.of(node);
    this.refers.add(name);
    const named: TypeTree = { type: "CUSTOM_TYPE", params: this.#typeNames[name] ?? name };
    this.#named.add(named);
    return named;
  }

  #says(node: NodeIr): boolean {
    return says(this.#form, [node]);
  }
}

/** Keys that an open object may have beside those it names. */
const ANY_OTHER: TInterfaceParam = { ast: { type: "UNKNOWN", keyName: "[k: string]" }, keyName: "[k: string]", isRequired: true, isIndexSignature: true, isPatternProperty: false, isUnreachableDefinition: false };

function joined(parts: readonly TypeTree[]): TypeTree | undefined {
  return parts.length > 1 ? { type: "INTERSECTION", params: [...parts] } : parts[0];
}

function list(params: TypeTree): TypeTree {
  return { type: "ARRAY", params };
}

function union(params: TypeTree[]): TypeTree {
  return { type: "UNION", params };
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

function described(form: FormIr, node: NodeIr): string | undefined {
  const { label } = displayOf(form, [node]);
  return label === undefined ? undefined : asComment(label.en === undefined ? label.vi : `${label.vi} · ${label.en}`);
}

/** Whether there is anything a type can say; what only adds to a condition has nothing. */
const says = once((form, nodes) =>
  layers(form, nodes).some((layer) => layer.type !== undefined || layer.values !== undefined || layer.constant !== undefined || layer.one !== undefined || layer.ref !== undefined),
);

/** A label on one line; no label can end the comment it stands in. */
function asComment(text: string): string {
  return oneLine(text).replaceAll("*/", "* /");
}
