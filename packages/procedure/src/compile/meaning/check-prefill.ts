import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import type { Text } from "../../text.ts";
import type { BundledForm } from "../form/bundle-refs.ts";
import { type DataSources, fits, type GivenData, givenData } from "../form/data-sources.ts";
import { formProblem } from "../form/form-place.ts";
import { objectFields, resolveRef } from "../form/object-shape.ts";
import { inEverySchema, type SchemaPlace } from "../form/visit-schema.ts";
import { type Definition, problemIn } from "../references/definition.ts";
import { pointerOf } from "../../json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile } from "../source/parsed-file.ts";

/** Fields that are to be prefilled from where nothing of the kind can come. */
export function checkPrefill(form: ParsedFile, bundled: BundledForm, sources: DataSources): readonly Problem[] {
  return wrongPrefills(bundled.form, sources).map((found) => formProblem(form, bundled, found));
}

const wrongPrefills = inEverySchema(({ schema, path }: SchemaPlace, form: FormSchema, sources: DataSources) =>
  (schema["x-prefill"] ?? []).flatMap((name, index): readonly Parameters<typeof formProblem>[2][] => {
    const known = givenData(sources);
    const pointer = pointerOf([...path, "x-prefill", index]);
    const given = known.get(name);
    if (given === undefined) return [{ code: "unknown-prefill-source", pointer, given: { name }, near: nearestName(name, known.keys()) }];
    return gives(given, schema, form) ? [] : [{ code: "prefill-cannot-give", pointer, given: { name, found: kindOf(resolveRef(schema, form)), names: kindsOf(given) } }];
  }),
);

function gives({ gives: values }: GivenData, schema: FormSchema, root: FormSchema): boolean {
  const field = resolveRef(schema, root);
  return values.some((value) => fits(value, field, [...objectFields(schema, root).keys()]));
}

/** What a source gives, in both languages. */
function kindsOf({ gives: values }: GivenData): Required<Text> {
  return { vi: values.map(({ what }) => what.vi).join(", "), en: values.map(({ what }) => what.en ?? what.vi).join(", ") };
}

function kindOf(field: FormSchema): string {
  return field["x-code-list"] ?? field.format ?? [field.type ?? "?"].flat().join(" | ");
}

/** Papers that data are to replace, from systems nobody has declared. */
export function checkLookups(definition: Definition, sources: DataSources): readonly Problem[] {
  const known = [...givenData(sources).keys()];
  const unknown = (name: string | undefined, ...path: readonly (string | number)[]) =>
    name === undefined || known.includes(name) ? [] : [problemIn(definition, "procedure", path, { code: "unknown-data-source", given: { name }, near: nearestName(name, known) })];
  return definition.procedure.documents.flatMap(({ replacedBy, lookup }, index) => [
    ...unknown(replacedBy?.data, "documents", index, "replacedBy", "data"),
    ...unknown(lookup?.from, "documents", index, "lookup", "from"),
  ]);
}
