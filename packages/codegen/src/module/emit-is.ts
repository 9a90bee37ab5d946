import type { Problem } from "@motcua/procedure";
import { predicatesOf } from "../form/whole-predicates.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";
import { exportIs, notSupported } from "../standard/generate-predicate.ts";
import { header, provenance } from "./header.ts";

/** A module and its declarations; nothing of it may be used while there are problems. */
export interface EmittedIs {
  readonly js: string;
  readonly dts: string;
  readonly problems: readonly Problem[];
}

/**
 * `<code>/is`: whether a value has the structure of the form, as fast as can be told. It carries no messages, no rules and no
 * definition: for what is wrong, and for rules between fields, ask `problems`.
 */
export function emitIs(ir: ProcedureIr, name: string): EmittedIs {
  const module = new ModuleText([...RUNTIME_NAMES, "is", "provenance"]);
  const { emitter } = predicatesOf(module, ir.form);
  const form = emitter.predicate(emitter.root());
  const is = exportIs(module, { name: form, isRecursive: emitter.isRecursive });
  const js = [header(ir.procedure), printImport(module.imported(), "@motcua/client/runtime"), "", module.body().trimStart(), "", ...is, "", ...provenance(ir.procedure), ""].join("\n");
  const problems = emitter.refused.map((refusal) => notSupported({ ...refusal, pointer: `/form${refusal.pointer}` }));
  return { js, dts: declarations(ir, name), problems };
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
