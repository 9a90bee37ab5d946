import { type FormSchema, segmentsOf } from "@motcua/procedure";

/**
 * The smallest value a record form accepts: every required field with the first choice, the least number, today, a plain
 * word. What an officer in a hurry would enter; used where a sample's script gives no record.
 */
export function blankRecord(schema: FormSchema, root: FormSchema, today: string): unknown {
  const resolved = resolve(schema, root);
  if (resolved.const !== undefined) return resolved.const;
  if (resolved.enum !== undefined) return resolved.enum[0];
  switch (resolved.type) {
    case "object":
      return Object.fromEntries(
        (resolved.required ?? []).map((key) => [key, blankRecord(resolved.properties?.[key] ?? {}, root, today)]),
      );
    case "array":
      return Array.from({ length: resolved.minItems ?? 0 }, () => blankRecord(resolved.items ?? {}, root, today));
    case "boolean":
      return true;
    case "integer":
    case "number":
      return resolved.minimum ?? 0;
    default:
      return resolved.format === "date" ? today : "Đã kiểm tra, không có ghi chú thêm".slice(0, resolved.maxLength ?? 200);
  }
}

function resolve(schema: FormSchema, root: FormSchema): FormSchema {
  if (schema.$ref === undefined) return schema;
  let at: unknown = root;
  for (const key of segmentsOf(schema.$ref.slice(1))) at = (at as Record<string, unknown> | undefined)?.[key];
  return resolve((at ?? {}) as FormSchema, root);
}
