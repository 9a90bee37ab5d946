import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CompiledExpression, FormSchema, Procedure, Sample } from "@motcua/procedure";

const schemas = fileURLToPath(new URL("../../../schemas/", import.meta.url));
const CEL_KEYS = new Set(["when", "assert", "units", "quantity", "copies"]);

/** A procedure of `schemas/procedures` with its samples. */
export interface Definition {
  readonly procedure: Procedure;
  readonly samples: readonly Sample[];
}

/** Reads every procedure of the repository the plain way: references bundled, short code lists expanded, nothing checked. */
export function readDefinitions(): readonly Definition[] {
  const fields = readdirSync(join(schemas, "procedures")).map((field) => join(schemas, "procedures", field));
  return fields.flatMap((field) => readdirSync(field).map((folder) => readDefinition(join(field, folder))));
}

function readDefinition(folder: string): Definition {
  const { $schema: _, ...file } = json(join(folder, "procedure.json"));
  const { $schema: __, ...workflow } = json(join(folder, "workflow.json"));
  const form = bundled(join(folder, "form.schema.json"));
  const parts = { procedure: file, form, workflow };
  const expressions = Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => celOf(part, `/${name}`)));
  const samples = readdirSync(join(folder, "samples")).map((name) => json(join(folder, "samples", name)) as unknown as Sample);
  return { procedure: { ...file, version: "0123456789abcdef", form, workflow, expressions } as unknown as Procedure, samples };
}

function celOf(value: unknown, pointer: string): readonly (readonly [string, CompiledExpression])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    const at = `${pointer}/${key}`;
    return typeof inside === "string" && CEL_KEYS.has(key) ? [[at, { source: inside, type: "dyn" as const, reads: [] }] as const] : celOf(inside, at);
  });
}

function bundled(path: string): FormSchema {
  const definitions: Record<string, unknown> = {};
  const visit = (value: unknown, file: string): unknown => {
    if (Array.isArray(value)) return value.map((entry) => visit(entry, file));
    if (typeof value !== "object" || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).filter(([key]) => key !== "$schema" && key !== "$comment" && key !== "$defs").map(([key, entry]) => [key, visit(entry, file)]));
    return { ...expanded(copy["x-code-list"]), ...copy, ...reference(copy["$ref"], file) };
  };
  const reference = (ref: unknown, file: string) => {
    if (typeof ref !== "string") return {};
    const [relative = "", name = ""] = ref.split("#/$defs/");
    const target = relative === "" ? file : join(file, "..", relative);
    if (!(name in definitions)) {
      definitions[name] = {};
      definitions[name] = visit((json(target)["$defs"] as Record<string, unknown>)[name], target);
    }
    return { $ref: `#/$defs/${name}` };
  };
  const root = json(path);
  const form = visit(root, path) as FormSchema;
  for (const [name, schema] of Object.entries((root["$defs"] ?? {}) as object)) definitions[name] ??= visit(schema, path);
  return { ...form, $defs: definitions as Record<string, FormSchema> };
}

function expanded(list: unknown): object {
  if (typeof list !== "string") return {};
  const { values } = json(join(schemas, "shared", "code-lists", `${list}.json`)) as unknown as { values: { code: string; name: unknown }[] };
  if (values.length > 100) return {};
  return { enum: values.map(({ code }) => code), "x-enum": Object.fromEntries(values.map(({ code, name }) => [code, name])) };
}

function json(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}
