import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { plainForm } from "./plain-form.ts";

/** Its name in the rows. */
export const AJV_STANDALONE = "ajv 8.20.0 standalone";

/** Writes ajv's own validator of a form as a module without eval, its default export the function. Formats are left out: ajv has none of ours. @returns its path */
export function writeAjvStandalone(form: object, { folder, name }: { readonly folder: string; readonly name: string }): string {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, code: { source: true, esm: true } });
  const path = join(folder, `ajv-${name}.mjs`);
  writeFileSync(path, standaloneCode.default(ajv, ajv.compile(plainForm(form))));
  return path;
}
