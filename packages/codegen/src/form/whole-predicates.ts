import type { ModuleText } from "../print/module-text.ts";
import { PredicateEmitter } from "../standard/predicate-emitter.ts";
import type { Schema } from "../standard/schema.ts";
import { SchemaIndex } from "../standard/schema-index.ts";
import type { FormIr, NodeIr } from "./form-ir.ts";

/** Predicates of a form's schemas in one module, written when they are asked for. */
export class WholePredicates {
  readonly #module: ModuleText;
  readonly #form: FormIr;
  #made: { readonly emitter: PredicateEmitter; readonly index: SchemaIndex } | undefined;

  constructor(module: ModuleText, form: FormIr) {
    this.#module = module;
    this.#form = form;
  }

  /** Name of the function that tells whether a value meets all that the schema of a node says. */
  of({ pointer }: NodeIr): string {
    const { emitter, index } = this.#emitter();
    const place = index.at(pointer.slice("/form".length));
    if (place === undefined) throw new RangeError(`there is no schema at ${pointer}`);
    return emitter.predicate(emitter.reach(place, emitter.root().scope));
  }

  #emitter() {
    this.#made ??= predicatesOf(this.#module, this.#form);
    return this.#made;
  }
}

/** The emitter of a form's predicates. */
export function predicatesOf(module: ModuleText, form: FormIr): { readonly emitter: PredicateEmitter; readonly index: SchemaIndex } {
  const index = indexOf(form);
  return { emitter: new PredicateEmitter(module, index, { asserts: form.dialect === "form" }), index };
}

/** The schemas of a form by reference. The form's own address and dialect are not of the schema. */
export function indexOf({ schema, dialect, documents }: Pick<FormIr, "schema" | "dialect" | "documents">): SchemaIndex {
  return dialect === "form" ? new SchemaIndex(withoutAddress(schema), documents, false) : new SchemaIndex(schema, documents);
}

function withoutAddress({ $schema: _schema, $id: _id, ...schema }: FormIr["schema"]): Schema {
  return schema;
}
