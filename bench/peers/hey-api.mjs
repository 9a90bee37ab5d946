// Zod schemas as @hey-api/openapi-ts writes them, one JSON line a schema: `{ "text": … }`, or `{ "error": … }` where it refuses.
// It reads OpenAPI alone: a schema becomes a component of its own, its definitions components beside it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";

/** Name of the component that is the schema itself. */
const ROOT = "SchemaItself";

const path = mkdtempSync(join(tmpdir(), "motcua-hey-api-"));
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
for (const schema of JSON.parse(Buffer.concat(chunks).toString("utf8"))) {
  try {
    const input = { openapi: "3.1.0", info: { title: "x", version: "1" }, paths: {}, components: { schemas: components(schema) } };
    await createClient({ input, output: { path, entryFile: false }, plugins: ["zod"], logs: { level: "silent", file: false } });
    console.log(JSON.stringify({ text: readFileSync(join(path, "zod.gen.ts"), "utf8") }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error).slice(0, 200) }));
  }
}
rmSync(path, { recursive: true, force: true });

function components(schema) {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/').replaceAll('"$ref":"#"', `"$ref":"#/components/schemas/${ROOT}"`);
  const moved = JSON.parse(text);
  if (typeof moved !== "object") return { [ROOT]: moved };
  const { $defs = {}, ...root } = moved;
  return { ...$defs, [ROOT]: root };
}
