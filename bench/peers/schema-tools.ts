import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadProcedureFolder, loadShared, procedureFolders } from "@motcua/procedure/compile";
import { compile } from "json-schema-to-typescript";
import { jsonSchemaToZod } from "json-schema-to-zod";

// The forms of a catalogue through json-schema-to-typescript and json-schema-to-zod, one after the other. Reading and
// resolving them is not their work and is not counted; what they do not understand, they leave out.
const [schemas = "", out = ""] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const shared = await loadShared(schemas);
let [milliseconds, done, refused] = [0, 0, 0];
for (const folder of await procedureFolders(schemas)) {
  const compiled = await loadProcedureFolder(folder, shared);
  if (!compiled.ok) throw new Error(`${folder} does not compile`);
  const { code, form } = compiled.value.procedure;
  const { $id: _id, $schema: _schema, ...schema } = structuredClone(form) as Record<string, unknown>;
  const before = performance.now();
  try {
    writeFileSync(join(out, `${code}.d.ts`), await compile(schema, "Form", { format: false, $refOptions: { resolve: { http: false, file: false } } }));
    writeFileSync(join(out, `${code}.zod.ts`), jsonSchemaToZod(schema, { module: "esm", name: "Form" }));
  } catch {
    refused += 1;
  }
  milliseconds += performance.now() - before;
  done += 1;
  if (done % 1_000 === 0) console.error(`json-schema-to-typescript and json-schema-to-zod: ${done}`);
}
console.log(JSON.stringify({ seconds: milliseconds / 1_000, done, refused }));
