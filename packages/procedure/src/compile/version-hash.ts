import { hash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";
import type { FormSchema } from "../form.ts";

/** The version of a definition: the first 16 hex digits of SHA-256 over its resolved files in canonical JSON. */
export function versionHash(resolved: { readonly procedure: object; readonly form: FormSchema; readonly workflow: object }): string {
  for (const definition of Object.values(resolved.form.$defs ?? {})) texts.set(definition, texts.get(definition) ?? canonicalJson(definition));
  return hash("sha256", canonicalJson(resolved, texts)).slice(0, 16);
}

/** Texts of definitions: those that forms have in common are the same object in each. */
const texts = new WeakMap<object, string>();
