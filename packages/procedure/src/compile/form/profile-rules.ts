import type { FormSchema } from "../../form.ts";
import type { DefinitionProblemCode } from "../problems/definition-problems.ts";
import { nearestName } from "../source/nearest-name.ts";
import { resolveRef, type ShapeField } from "./object-shape.ts";
import { patternBacktracks } from "./pattern/pattern-backtracks.ts";

/**
 * A schema of a form as the profile sees it. A `field` describes values; a `condition` (`if`, `then`, `not`, …) says
 * something about the object it stands in, whose fields are `fields`. `name` is the key of a field.
 */
export interface ProfilePlace {
  readonly schema: FormSchema;
  readonly path: readonly (string | number)[];
  readonly role: "field" | "condition";
  readonly name?: string;
  readonly fields: ReadonlyMap<string, ShapeField>;
}

/** What a rule found at a place. */
export interface ProfileFault {
  readonly code: DefinitionProblemCode;
  readonly path: readonly (string | number)[];
  readonly given?: Readonly<Record<string, string>>;
  readonly near?: string | undefined;
  readonly spot?: "key";
}

/** One rule of the profile. */
export type ProfileRule = (place: ProfilePlace, root: FormSchema) => readonly ProfileFault[];

/** Words that cannot follow a dot in an expression, or that the expression language keeps for itself. */
const RESERVED = new Set([
  "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop", "namespace", "null",
  "package", "prototype", "return", "true", "var", "void", "while", "constructor",
]);

const closed: ProfileRule = ({ schema, path, role }) =>
  role === "field" && schema.properties !== undefined && schema.additionalProperties !== false ? [{ code: "open-object", path }] : [];

const typed: ProfileRule = ({ schema, path, name }, root) => {
  if (name === undefined) return [];
  const resolved = resolveRef(schema, root);
  return resolved.type === undefined && resolved.oneOf === undefined ? [{ code: "field-without-type", path, given: { name } }] : [];
};

const complete: ProfileRule = ({ schema, path, role }) => {
  if (role !== "field" || schema.$ref !== undefined) return [];
  if (schema.type === "object" && schema.properties === undefined && schema.oneOf === undefined) return [{ code: "object-without-fields", path }];
  return schema.type === "array" && schema.items === undefined ? [{ code: "list-without-items", path }] : [];
};

const requiredExist: ProfileRule = ({ schema, path, fields }) => {
  if (schema.required === undefined && schema.dependentRequired === undefined) return [];
  const missing = (name: string, ...at: readonly (string | number)[]): readonly ProfileFault[] =>
    fields.size === 0 || fields.has(name) ? [] : [{ code: "unknown-required-field", path: [...path, ...at], given: { name }, near: nearestName(name, fields.keys()) }];
  return [
    ...(schema.required ?? []).flatMap((name, index) => missing(name, "required", index)),
    ...Object.entries(schema.dependentRequired ?? {}).flatMap(([key, names]) => [
      ...missing(key, "dependentRequired", key),
      ...names.flatMap((name, index) => missing(name, "dependentRequired", key, index)),
    ]),
  ];
};

const conditionalFieldsExist: ProfileRule = ({ schema, path, role, fields }) =>
  role === "field" || fields.size === 0 || schema.properties === undefined
    ? []
    : Object.keys(schema.properties).flatMap((name) =>
        fields.has(name) ? [] : [{ code: "unknown-conditional-field", path: [...path, "properties", name], spot: "key", given: { name }, near: nearestName(name, fields.keys()) }],
      );

const patternCompiles: ProfileRule = ({ schema, path }) => {
  if (schema.pattern === undefined) return [];
  try {
    new RegExp(schema.pattern, "u");
    return patternBacktracks(schema.pattern) ? [{ code: "pattern-backtracks", path: [...path, "pattern"] }] : [];
  } catch {
    return [{ code: "pattern-invalid", path: [...path, "pattern"] }];
  }
};

/** A branch that forbids what is always required, or what it requires itself, can hold for nothing. */
const requiredIsAllowed: ProfileRule = ({ schema, path, fields }) => {
  if (schema.then === undefined && schema.else === undefined) return [];
  return (["then", "else"] as const).flatMap((branch) => {
    const inside = schema[branch];
    if (inside === undefined) return [];
    const forbidden = [inside, ...(inside.allOf ?? [])].flatMap((part, index) => {
      const [name, ...more] = part.not?.required ?? [];
      const at = index === 0 ? [branch] : [branch, "allOf", index - 1];
      return name === undefined || more.length > 0 || Object.keys(part.not ?? {}).length > 1 ? [] : [{ name, at: [...path, ...at, "not", "required", 0] }];
    });
    const needed = (name: string) => fields.get(name)?.required === true || inside.required?.includes(name) === true;
    return forbidden.filter(({ name }) => needed(name)).map(({ name, at }): ProfileFault => ({ code: "field-required-and-forbidden", path: at, given: { name } }));
  });
};

const RANGES = [["minLength", "maxLength"], ["minItems", "maxItems"], ["minimum", "maximum"]] as const;

const rangesHold: ProfileRule = ({ schema, path }) =>
  RANGES.filter(([from, to]) => (schema[from] ?? -Infinity) > (schema[to] ?? Infinity)).map(([from, to]) => ({ code: "range-empty", path: [...path, to], given: { from, to } }));

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

const valuesHaveTheType: ProfileRule = ({ schema, path }, root) => {
  if (schema.enum === undefined && schema.const === undefined && schema.default === undefined) return [];
  const types = [resolveRef(schema, root).type ?? []].flat();
  if (types.length === 0) return [];
  const wrong = (value: unknown) => !types.some((type) => TYPES[type]?.(value) ?? true);
  const fault = (...at: readonly (string | number)[]): ProfileFault => ({ code: "enum-wrong-type", path: [...path, ...at], given: { expected: types.join(" | ") } });
  return [
    ...(schema.enum ?? []).flatMap((value, index) => (wrong(value) ? [fault("enum", index)] : [])),
    ...(schema.const !== undefined && wrong(schema.const) ? [fault("const")] : []),
    ...(schema.default !== undefined && wrong(schema.default) ? [fault("default")] : []),
  ];
};

const labelsMatch: ProfileRule = ({ schema, path, role }) => {
  if (schema["x-enum"] === undefined) return [];
  const values = new Set((schema.enum ?? []).map(String));
  const labels = Object.keys(schema["x-enum"]);
  const unknown = labels.filter((name) => !values.has(name));
  const missing = role === "field" ? [...values].filter((name) => !labels.includes(name)) : [];
  return [
    ...unknown.map((name): ProfileFault => ({ code: "enum-label-unknown", path: [...path, "x-enum", name], spot: "key", given: { name }, near: nearestName(name, values) })),
    ...missing.map((name): ProfileFault => ({ code: "enum-label-missing", path: [...path, "x-enum"], given: { name } })),
  ];
};

const labelled: ProfileRule = ({ schema, path, role, name }, root) =>
  role === "field" && name !== undefined && resolveRef(schema, root)["x-label"] === undefined ? [{ code: "field-without-label", path, spot: "key", given: { name } }] : [];

const variantsDiffer: ProfileRule = ({ schema, path }, root) => {
  const variants = schema.oneOf;
  if (variants === undefined) return [];
  const constants = variants.map((variant) => Object.entries(resolveRef(variant, root).properties ?? {}).flatMap(([name, field]) => (field.const === undefined ? [] : [name])));
  const told = (constants[0] ?? []).some((name) => constants.every((names) => names.includes(name)));
  return told ? [] : [{ code: "one-of-needs-const", path: [...path, "oneOf"] }];
};

const nameable: ProfileRule = ({ path, name }) => (name !== undefined && RESERVED.has(name) ? [{ code: "reserved-name", path, spot: "key", given: { name } }] : []);

/** A definition may have rules, as a step's record; what records there are is known elsewhere. */
const rootOnly: ProfileRule = ({ schema, path }) =>
  path.length === 0 || (schema["x-sections"] === undefined && schema["x-rules"] === undefined) ? [] : (["x-sections", "x-rules"] as const).flatMap((name) => (schema[name] === undefined || (name === "x-rules" && path.length === 2 && path[0] === "$defs") ? [] : [{ code: "sections-not-at-root", path: [...path, name], spot: "key", given: { name } }]));

/** The rules of the profile, each about one thing. */
export const PROFILE_RULES: readonly ProfileRule[] = [
  closed, typed, complete, requiredExist, conditionalFieldsExist, patternCompiles, rangesHold, valuesHaveTheType, labelsMatch, labelled,
  variantsDiffer, nameable, rootOnly, requiredIsAllowed,
];
