import type { FormSchema, Province } from "@motcua/procedure";

/** What stands for a value of a format: fictitious, in ranges kept free for trials. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  "vn-person-name": "NGUYỄN VĂN THỬ NGHIỆM",
  "vn-personal-id": "001094999901",
  "vn-phone": "0900000001",
  "vn-tax-code": "0100000001",
  email: "thu@example.com",
  date: "1994-05-10",
  "date-partial": "1994",
  "date-time": "2026-01-05T08:00:00+07:00",
  uri: "https://example.com",
};

/** What a form is filled for. */
export interface ExampleContext {
  readonly root: FormSchema;
  /** Whose communes addresses name; any commune does where there is none. */
  readonly province?: Province;
}

/**
 * A value a form accepts, nobody's: every required field with its own example, its first choice or what stands for its
 * format. Conditions between fields are not solved: check it where that matters.
 */
export function exampleForm(schema: FormSchema, context: ExampleContext): unknown {
  const { examples, const: only, enum: choices, type, ...node } = resolved(schema, context.root);
  if (only !== undefined) return only;
  const place = placeOf(node, choices, context);
  if (place !== undefined) return place;
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  if (choices !== undefined) return choices[0];
  switch (type) {
    case "object":
      return Object.fromEntries((node.required ?? []).map((key) => [key, exampleForm(node.properties?.[key] ?? {}, context)]));
    case "array":
      return Array.from({ length: Math.max(1, node.minItems ?? 1) }, () => exampleForm(node.items ?? {}, context));
    case "boolean":
      return false;
    case "integer":
    case "number":
      return node.minimum ?? (node.exclusiveMinimum === undefined ? 1 : node.exclusiveMinimum + 1);
    default:
      return exampleText(node);
  }
}

function exampleText(node: FormSchema): string {
  const known = BY_FORMAT[node.format ?? ""];
  if (known !== undefined) return known;
  return "Nội dung thử nghiệm".padEnd(node.minLength ?? 0, ".").slice(0, node.maxLength ?? 200);
}

/** Provinces since 01/07/2025. */
const PROVINCES = 34;

/** A province and a commune that belong together: the ones the example is made for. */
function placeOf(node: FormSchema, choices: readonly unknown[] | undefined, { province }: ExampleContext): string | undefined {
  // The list of provinces is short: by now it is an enum, and its name is gone.
  if (province !== undefined && choices?.length === PROVINCES && choices.includes(province.code)) return province.code;
  if (node["x-code-list"] !== "communes-2025") return undefined;
  return province?.units.find(({ commune }) => commune !== undefined)?.commune ?? "00004";
}

/** A node with what it refers to, its own keywords on top. */
function resolved(schema: FormSchema, root: FormSchema): FormSchema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...own } = schema;
  const name = $ref.split("/").at(-1) ?? "";
  return { ...resolved(root.$defs?.[name] ?? {}, root), ...own };
}
