import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import { pointerOf } from "../../json-pointer.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import type { BundledForm } from "./bundle-refs.ts";
import { formProblem } from "./form-place.ts";
import { objectFields } from "./object-shape.ts";
import { PROFILE_RULES, type ProfilePlace } from "./profile-rules.ts";
import { subschemas } from "./visit-schema.ts";

/**
 * Holds a form to what the product honours of JSON Schema. Keywords are held by the contract schema; this holds what
 * a schema of schemas cannot say: closed objects, fields that exist, patterns that compile, ranges that are not empty.
 */
export function checkProfile(form: ParsedFile, bundled: BundledForm): readonly Problem[] {
  const root = bundled.form;
  return walk({ schema: root, path: [], role: "field", fields: objectFields(root, root) }, root).map(({ path, ...found }) =>
    formProblem(form, bundled, { ...found, pointer: pointerOf(path) }),
  );
}

type Found = Omit<Parameters<typeof formProblem>[2], "pointer"> & { readonly path: readonly (string | number)[] };

function walk(from: ProfilePlace, root: FormSchema): readonly Found[] {
  const found: Found[] = [];
  // Nearly all schemas break no rule: nothing is put together of nothing.
  const visit = (place: ProfilePlace): void => {
    for (const rule of PROFILE_RULES) for (const fault of rule(place, root)) found.push(fault);
    for (const next of inner(place, root)) {
      if (isDefinition(next)) found.push(...walkOnce(next, root));
      else visit(next);
    }
  };
  visit(from);
  return found;
}

function isDefinition({ path }: ProfilePlace): boolean {
  return path.length === 2 && path[0] === "$defs";
}

/** A definition that forms have in common is the same object in each: it is held to the profile once. */
function walkOnce(place: ProfilePlace, root: FormSchema): readonly Found[] {
  const before = known.get(place.schema);
  if (before !== undefined) return before;
  const found = walk(place, root);
  known.set(place.schema, found);
  return found;
}

const known = new WeakMap<FormSchema, readonly Found[]>();

/** A condition speaks of the object it stands in; a field starts an object of its own. */
function inner(place: ProfilePlace, root: FormSchema): readonly ProfilePlace[] {
  return subschemas(place).map(({ keyword, schema, path }) => {
    const name = String(path[path.length - 1]);
    if (keyword === "properties" && place.role === "condition") {
      const subject = place.fields.get(name)?.schema;
      return { schema, path, role: "condition", fields: objectFields(subject ?? schema, root) };
    }
    if (keyword === "properties" || keyword === "$defs" || (keyword === "items" && place.role === "field")) {
      return { schema, path, role: "field", fields: objectFields(schema, root), ...(keyword === "properties" ? { name } : {}) };
    }
    if (keyword === "items") return { schema, path, role: "condition", fields: new Map() };
    // A variant that declares its own type is an object of its own; what is beside it is not repeated.
    const own = schema.type !== undefined && schema.properties !== undefined;
    return { schema, path, role: own ? "field" : "condition", fields: own ? objectFields(schema, root) : place.fields };
  });
}
