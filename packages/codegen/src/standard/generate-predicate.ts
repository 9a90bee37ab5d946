import type { Problem, Result } from "@motcua/procedure";
import { ok } from "@motcua/procedure";
import { ModuleText, printImport } from "../print/module-text.ts";
import { RUNTIME_NAMES } from "../runtime-names.ts";
import { type PlacedRefusal, PredicateEmitter } from "./predicate-emitter.ts";
import type { Schema } from "./schema.ts";
import { SchemaIndex } from "./schema-index.ts";

const RESERVED: ReadonlySet<string> = new Set([...RUNTIME_NAMES, "is", "runtime"]);

/** Options of {@link generatePredicate}. */
export interface PredicateSource {
  /** Documents that references may reach, by URI. Nothing is fetched. @default none */
  readonly documents?: Readonly<Record<string, Schema>>;
}

/**
 * A module with one export, `is`: whether a value meets a schema of JSON Schema 2020-12. The whole standard, references into
 * other documents and `$dynamicRef` included; `format` is an annotation. What cannot be honoured is refused with
 * `keyword-not-supported` at its pointer, a dialect of one's own (`$vocabulary`) for one.
 */
export function generatePredicate(schema: Schema, source: PredicateSource = {}): Result<string> {
  const written = write(schema, source);
  if (!written.ok) return written;
  const { module, is } = written.value;
  const imports = module.imported().length === 0 ? [] : [printImport(module.imported(), "@motcua/client/runtime"), ""];
  return ok([...imports, module.parts().join("\n").trimStart(), "", ...is, ""].join("\n"));
}

/** What {@link generatePredicate} gives, as the body of a function of `runtime` that returns `is`: for whoever runs it at once and keeps no file. */
export function generateRunnablePredicate(schema: Schema, source: PredicateSource = {}): Result<string> {
  const written = write(schema, source);
  if (!written.ok) return written;
  const { module, is } = written.value;
  return ok(['"use strict";', `const { ${module.imported().join(", ")} } = runtime;`, ...module.parts(), ...is.map((line) => line.replace(/^export /, "")), "return is;"].join("\n"));
}

function write(schema: Schema, { documents = {} }: PredicateSource): Result<{ readonly module: ModuleText; readonly is: readonly string[] }> {
  const module = new ModuleText(RESERVED);
  const emitter = new PredicateEmitter(module, new SchemaIndex(schema, documents), { asserts: false });
  const name = emitter.predicate(emitter.root());
  if (emitter.refused.length > 0) return { ok: false, problems: emitter.refused.map(notSupported) };
  return ok({ module, is: exportIs(module, { name, isRecursive: emitter.isRecursive }) });
}

/** The export of a module: the predicate of its form. */
export function exportIs(module: ModuleText, { name, isRecursive }: { readonly name: string; readonly isRecursive: boolean }): readonly string[] {
  return [
    "/** Whether a value meets the schema. Never throws. */",
    "export function is(value) {",
    isRecursive ? `  return ${module.use("withinStack")}(${name}, value);` : `  return ${name}(value);`,
    "}",
  ];
}

/** What cannot be honoured, as a problem of the definition. */
export function notSupported({ pointer, keyword, why }: PlacedRefusal): Problem {
  return {
    code: "keyword-not-supported",
    pointer: keyword === "" ? pointer : `${pointer}/${keyword}`,
    message: { vi: `Chưa dùng được từ khóa ${keyword} như vậy trong biểu mẫu`, en: `The keyword ${keyword} cannot be used like this in a form: ${why}` },
    hint: { vi: "Xem các từ khóa được dùng trong schemas/contract/form.schema.json", en: "See schemas/contract/form.schema.json for what may be used" },
  };
}
