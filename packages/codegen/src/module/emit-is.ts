import { ModuleText, printImport } from "../print/module-text.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";
import { exportIs } from "../standard/generate-predicate.ts";
import { PredicateEmitter } from "../standard/predicate-emitter.ts";
import type { Schema } from "../standard/schema.ts";
import { SchemaIndex } from "../standard/schema-index.ts";
import { header, provenance } from "./header.ts";

/**
 * `<code>/is`: whether a value has the structure of the form, as fast as can be told. It carries no messages, no rules and no
 * definition: for what is wrong, and for rules between fields, ask `problems`.
 */
export function emitIs(ir: ProcedureIr, name: string): { readonly js: string; readonly dts: string } {
  const module = new ModuleText([...RUNTIME_NAMES, "is", "provenance"]);
  const emitter = predicateOf(module, ir);
  const form = emitter.predicate(emitter.root());
  const is = exportIs(module, { name: form, isRecursive: emitter.isRecursive });
  const js = [header(ir.procedure), printImport(module.imported(), "@motcua/client/runtime"), "", module.body().trimStart(), "", ...is, "", ...provenance(ir.procedure), ""].join("\n");
  return { js, dts: declarations(ir, name) };
}

/** The emitter of a form's predicates. Its formats are ours, and refuse. */
export function predicateOf(module: ModuleText, { form }: Pick<ProcedureIr, "form">): PredicateEmitter {
  const { $schema: _schema, $id: _id, ...schema } = form.schema;
  return new PredicateEmitter(module, new SchemaIndex(schema as Schema), { asserts: true });
}

function declarations({ procedure }: ProcedureIr, name: string): string {
  return [
    header(procedure),
    'import type { Provenance } from "@motcua/client/runtime";',
    `import type { Form } from ${JSON.stringify(`../${name}.js`)};`,
    "",
    "/** Whether a value has the structure of the form. Rules between fields are told by `problems`. Never throws. */",
    "export declare function is(value: unknown): value is Form;",
    "/** Which definition this is. */",
    "export declare const provenance: Provenance;",
    "",
  ].join("\n");
}
