import type { FormSchema } from "../../form.ts";
import { objectFields, resolveRef } from "../form/object-shape.ts";

/** A field of an object type. An optional one needs `has()` before it is read. */
export interface CelField {
  readonly type: CelType;
  readonly optional: boolean;
}

/** What a schema says of a number: `least` and `most` included, `above` and `below` not. */
export interface NumberBounds {
  readonly least?: number;
  readonly most?: number;
  readonly above?: number;
  readonly below?: number;
}

/** Least and greatest length of a string or a list. */
export type SizeBounds = Pick<NumberBounds, "least" | "most">;

/** Type of an expression. Values know what the schema limits them to. A string may know its values and its format; `dyn` is what a mistake leaves behind. */
export type CelType =
  | { readonly kind: "dyn" }
  | { readonly kind: "bool"; readonly values?: readonly boolean[] }
  | ({ readonly kind: "int" | "double" } & NumberBounds)
  | ({ readonly kind: "string"; readonly values?: readonly string[]; readonly format?: string } & SizeBounds)
  | ({ readonly kind: "list"; readonly of: CelType } & SizeBounds)
  | { readonly kind: "object"; readonly names: readonly string[]; readonly field: (name: string) => CelField | undefined };

export const BOOL: CelType = { kind: "bool" };
export const INT: CelType = { kind: "int" };
export const DOUBLE: CelType = { kind: "double" };
export const STRING: CelType = { kind: "string" };
export const DYN: CelType = { kind: "dyn" };

/** An object type of fields that are known. */
export function objectType(fields: Readonly<Record<string, CelField>>): CelType {
  return { kind: "object", names: Object.keys(fields), field: (name) => (Object.hasOwn(fields, name) ? fields[name] : undefined) };
}

/** The type of what a schema describes. Objects are unfolded field by field, so that a schema may contain itself. */
export function typeOfSchema(schema: FormSchema, root: FormSchema): CelType {
  const resolved = resolveRef(schema, root);
  const [type] = [resolved.type].flat();
  switch (type) {
    case "boolean":
      return typeof resolved.const === "boolean" ? { kind: "bool", values: [resolved.const] } : BOOL;
    case "integer":
      return { ...INT, ...numberBounds(resolved) };
    case "number":
      return { ...DOUBLE, ...numberBounds(resolved) };
    case "string":
      return stringType(resolved);
    case "array":
      return { kind: "list", of: resolved.items === undefined ? DYN : typeOfSchema(resolved.items, root), ...given({ least: resolved.minItems, most: resolved.maxItems }) };
    default:
      return type === "object" || resolved.properties !== undefined ? formObject(resolved, root) : DYN;
  }
}

function stringType({ enum: values, const: only, format, minLength, maxLength }: FormSchema): CelType {
  const known = values ?? (only === undefined ? undefined : [only]);
  return { kind: "string", ...given({ values: known?.map(String), format, least: minLength, most: maxLength }) };
}

function numberBounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: FormSchema): NumberBounds {
  return given({ least: minimum, most: maximum, above: exclusiveMinimum, below: exclusiveMaximum });
}

/** Without the keys that are undefined. */
function given<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const found: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in fields) if (fields[key] !== undefined) found[key] = fields[key] as Exclude<T[typeof key], undefined>;
  return found;
}

function formObject(schema: FormSchema, root: FormSchema): CelType {
  const fields = objectFields(schema, root);
  const known = new Map<string, CelField>();
  return {
    kind: "object",
    names: [...fields.keys()],
    field: (name) => {
      const field = fields.get(name);
      if (field === undefined) return undefined;
      const before = known.get(name);
      if (before !== undefined) return before;
      const nullable = [resolveRef(field.schema, root).type].flat().includes("null");
      const found = { type: typeOfSchema(field.schema, root), optional: !field.required || nullable };
      known.set(name, found);
      return found;
    },
  };
}

/** What is known of a value that is of one type or of the other, which are the same kind. */
export function eitherType(one: CelType, other: CelType): CelType {
  if (one.kind === "dyn" || one === other) return other;
  if (other.kind === "dyn") return one;
  if (one.kind === "list" && other.kind === "list") return { kind: "list", of: eitherType(one.of, other.of), ...(one.most === undefined || other.most === undefined ? {} : { most: Math.max(one.most, other.most) }) };
  if (one.kind === "string" && other.kind === "string") return one.format !== undefined && one.format === other.format ? { kind: "string", format: one.format } : STRING;
  return one.kind === "object" || one.kind === "list" ? one : { kind: one.kind };
}

/** The type as people read it. */
export function typeName(type: CelType): string {
  return type.kind === "list" ? `list<${typeName(type.of)}>` : type.kind;
}

/** Whether two types may stand for one another; `dyn` may stand for any. */
export function sameType(left: CelType, right: CelType): boolean {
  if (left.kind === "dyn" || right.kind === "dyn") return true;
  if (left.kind === "list" && right.kind === "list") return sameType(left.of, right.of);
  return left.kind === right.kind;
}
