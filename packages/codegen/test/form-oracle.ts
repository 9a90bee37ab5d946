import { FORMATS } from "@motcua/client/runtime";
import type { FormSchema } from "@motcua/procedure";
import { Ajv2020 } from "ajv/dist/2020.js";

/** Whether ajv finds a value valid, with our own functions registered as formats. */
export function formOracle(form: FormSchema): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, allErrors: false, ownProperties: true, formats: Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [name, format.test])) });
  const validate = ajv.compile(JSON.parse(JSON.stringify({ ...form, $schema: undefined, $id: undefined })) as object);
  return (value) => validate(value);
}
