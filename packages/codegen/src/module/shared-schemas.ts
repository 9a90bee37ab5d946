import { once } from "../form/describe.ts";
import { printValue } from "../print/print-value.ts";
import { definitionAt, type SharedPart } from "./shared-definitions.ts";
import { SHARED, sharedFile } from "./shared-file.ts";

/** The file of a definition itself, as the form has it under `$defs`. */
export const schemaFiles = once((form, nodes): readonly SharedPart[] => {
  const definition = definitionAt(nodes);
  const text = [`// ${definition}: as forms define it.`, SHARED, `export const schema = ${printValue(form.schema.$defs?.[definition])};`, ""].join("\n");
  return [{ ...sharedFile(`schema-${definition}`, text), name: "schema" }];
});
