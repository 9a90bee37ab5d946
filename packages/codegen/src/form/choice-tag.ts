import type { FormSchema } from "@motcua/procedure";

type Definitions = Readonly<Record<string, FormSchema>>;

/** The required key whose constant tells the alternatives of `oneOf` apart. */
export function tagOf(schema: FormSchema, definitions: Definitions): string | undefined {
  const branches = (schema.oneOf ?? []).map((branch) => resolved(branch, definitions));
  const keys = Object.keys(branches[0]?.properties ?? {});
  return keys.find((key) => {
    const tags = branches.map((branch) => branch.properties?.[key]?.const);
    const isRequired = schema.required?.includes(key) === true || branches.every((branch) => branch.required?.includes(key) === true);
    return isRequired && tags.every((tag) => typeof tag === "string" || typeof tag === "number" || typeof tag === "boolean") && new Set(tags).size === tags.length;
  });
}

function resolved(schema: FormSchema, definitions: Definitions): FormSchema {
  return schema.$ref === undefined ? schema : { ...definitions[schema.$ref.slice(8)], ...schema };
}
