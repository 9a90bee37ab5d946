import { segmentsOf } from "@motcua/procedure";
import { schemasInside } from "./applicators.ts";
import { hasKeywords, isSchema, type Place, type Resource, type Schema } from "./schema.ts";

/** Base of a document that has no `$id`. */
const NOWHERE = "schema:///document";

/** Finds schemas by reference: by URI, by anchor, by JSON Pointer. Nothing is ever fetched. */
export class SchemaIndex {
  readonly #resources = new Map<string, Resource>();
  readonly #places = new Map<object, Place>();
  /** What references mean, by the resource they stand in. */
  readonly #resolved = new Map<Resource, Map<string, Place>>();
  /** The schema that was given. */
  readonly root: Place;

  readonly #hasAddresses: boolean;

  /**
   * @param documents other documents that references may reach, by URI
   * @param hasAddresses whether `$id` and anchors inside it mean anything; in a form they do not
   */
  constructor(schema: Schema, documents: Readonly<Record<string, Schema>> = {}, hasAddresses = true) {
    this.#hasAddresses = hasAddresses;
    for (const [uri, document] of Object.entries(documents)) this.#register(document, { uri: absolute(uri, NOWHERE), pointer: uri });
    this.root = this.#register(schema, { uri: NOWHERE, pointer: "" });
  }

  /** The place of a schema inside another that has a place. */
  inside(outer: Place, path: string, schema: Schema): Place {
    const known = hasKeywords(schema) ? this.#places.get(schema) : undefined;
    return known ?? { schema, resource: outer.resource, pointer: outer.pointer + path };
  }

  /** What a reference of a schema means; `undefined` where there is nothing. */
  resolve({ resource }: Place, reference: string): Place | undefined {
    const known = this.#resolved.get(resource)?.get(reference);
    if (known !== undefined) return known;
    const found = this.#find(resource, reference);
    if (found === undefined) return undefined;
    const resolved = this.#resolved.get(resource) ?? new Map<string, Place>();
    this.#resolved.set(resource, resolved.set(reference, found));
    return found;
  }

  #find(resource: Resource, reference: string): Place | undefined {
    const [uri = "", fragment = ""] = absolute(reference, resource.uri).split("#");
    const target = this.#resources.get(uri);
    if (target === undefined) return undefined;
    const name = decoded(fragment);
    return name === "" || name.startsWith("/") ? this.#at(target, name) : target.anchors.get(name);
  }

  /** The schema at a JSON Pointer of the document that was given. */
  at(pointer: string): Place | undefined {
    return pointer === "" ? this.root : this.#at({ ...this.root.resource, root: this.root.schema, pointer: "" }, pointer);
  }

  #at(resource: Resource, pointer: string): Place | undefined {
    let found: unknown = resource.root;
    for (const key of segmentsOf(pointer)) {
      if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
      found = (found as Readonly<Record<string, unknown>>)[key];
    }
    if (!isSchema(found)) return undefined;
    const at = resource.pointer + pointer;
    if (!hasKeywords(found)) return { schema: found, resource, pointer: at };
    // A place where the standard has no schema, reached by pointer all the same.
    if (!this.#places.has(found)) this.#visit(found, resource, at);
    return this.#places.get(found);
  }

  #register(schema: Schema, { uri, pointer }: { readonly uri: string; readonly pointer: string }): Place {
    const resource: Resource = { uri, root: schema, pointer, anchors: new Map(), dynamic: new Map() };
    this.#resources.set(uri, resource);
    if (!hasKeywords(schema)) return { schema, resource, pointer };
    this.#visit(schema, resource, pointer);
    return this.#places.get(schema) ?? { schema, resource, pointer };
  }

  #visit(schema: Schema, outer: Resource, pointer: string): void {
    if (!hasKeywords(schema) || this.#places.has(schema)) return;
    const resource = this.#resourceOf(schema, outer, pointer);
    const place = { schema, resource, pointer };
    this.#places.set(schema, place);
    if (!this.#hasAddresses) return;
    for (const keyword of ["$anchor", "$dynamicAnchor"] as const) {
      const name = schema[keyword];
      if (typeof name !== "string") continue;
      resource.anchors.set(name, place);
      if (keyword === "$dynamicAnchor") resource.dynamic.set(name, place);
    }
    for (const inside of schemasInside(schema)) this.#visit(inside.schema, resource, pointer + inside.path);
  }

  #resourceOf(schema: { readonly $id?: unknown }, outer: Resource, pointer: string): Resource {
    if (typeof schema.$id !== "string" || !this.#hasAddresses) return outer;
    const uri = (absolute(schema.$id, outer.uri).split("#")[0] ?? "");
    const resource = outer.root === schema ? { ...outer, uri } : { uri, root: schema as Schema, pointer, anchors: new Map<string, Place>(), dynamic: new Map<string, Place>() };
    this.#resources.set(uri, resource);
    return resource;
  }
}

function absolute(reference: string, base: string): string {
  // By far the most, and nothing in them to resolve.
  if (/^#[\w$/]*$/.test(reference) && !base.includes("#")) return base + reference;
  try {
    return new URL(reference, base).href;
  } catch {
    return reference;
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
