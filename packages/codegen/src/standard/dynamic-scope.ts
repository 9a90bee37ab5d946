import type { Place, Resource } from "./schema.ts";

/** Which anchors `$dynamicRef` finds on the way to a schema: of each name the outermost. A schema reached in another scope is emitted anew. */
export class DynamicScope {
  readonly #anchors: ReadonlyMap<string, Place>;
  /** The same for scopes in which every reference means the same. */
  readonly id: string;

  constructor(anchors: ReadonlyMap<string, Place> = new Map()) {
    this.#anchors = anchors;
    this.id = [...anchors].map(([name, place]) => `${name}=${place.resource.uri}#${place.pointer}`).join(" ");
  }

  /** The scope inside a resource. */
  entering(resource: Resource): DynamicScope {
    if (resource.dynamic.size === 0) return this;
    const more = [...resource.dynamic].filter(([name]) => !this.#anchors.has(name));
    return more.length === 0 ? this : new DynamicScope(new Map([...this.#anchors, ...more]));
  }

  find(name: string): Place | undefined {
    return this.#anchors.get(name);
  }
}
