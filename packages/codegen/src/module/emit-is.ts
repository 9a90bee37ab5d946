import type { Problem } from "@motcua/procedure";
import type { GeneratedFile } from "../generate-sdk.ts";
import type { ProcedureIr } from "../procedure-ir.ts";
import { exportIs, notSupported } from "../standard/generate-predicate.ts";
import { header, provenance } from "./header.ts";
import { SharedPredicates } from "./shared-predicates.ts";

/** A module and its declarations, with the files it shares; nothing of it may be used while there are problems. */
export interface EmittedIs {
  readonly files: readonly GeneratedFile[];
  readonly problems: readonly Problem[];
}

/**
 * `<code>/is`: whether a value has the structure of the form, as fast as can be told. It carries no messages, no rules and no
 * definition: for what is wrong, and for rules between fields, ask `problems`.
 */
export function emitIs(ir: ProcedureIr, name: string): EmittedIs {
  const shared = new SharedPredicates(ir.form);
  const { module, emitter, imports } = shared.module("../shared/", ["is", "provenance"]);
  const form = emitter.predicate(emitter.root());
  const is = exportIs(module, { name: form, isRecursive: emitter.isRecursive });
  const js = [header(ir.procedure), ...imports(), "", module.parts().join("\n").trimStart(), "", ...is, "", ...provenance(ir.procedure), ""].join("\n");
  const problems = [...shared.refused, ...emitter.refused].map((refusal) => notSupported({ ...refusal, pointer: `/form${refusal.pointer}` }));
  return { files: [{ path: `${name}/is.js`, text: js }, { path: `${name}/is.d.ts`, text: declarations(ir, name) }, ...shared.files()], problems };
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
