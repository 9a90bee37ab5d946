import type { ErrorObject } from "ajv/dist/2020.js";
import type { Text } from "../../text.ts";
import type { DefinitionProblemCode } from "../problems/definition-problems.ts";

/** What is told of a violated keyword: `key` names a key, `names` what is offered instead. */
export interface ContractErrorGiven {
  readonly key?: string;
  readonly names?: readonly string[];
  readonly [given: string]: string | Text | readonly string[] | undefined;
}

/** How a violated keyword of the contract becomes a problem. A wrapper only says that something inside it failed. */
export type ContractError =
  | { readonly wrapper: true }
  | {
      readonly wrapper?: false;
      readonly code: DefinitionProblemCode;
      readonly spot: "key" | "value";
      /** Of several at one place the lowest is told. */
      readonly rank: number;
      readonly nearest: boolean;
      readonly given: (error: ErrorObject) => ContractErrorGiven;
    };

type Told = Omit<Extract<ContractError, { code: DefinitionProblemCode }>, "wrapper">;

const WRAPPER = { wrapper: true } as const;
const told = (code: DefinitionProblemCode, rank: number, given: Told["given"], more: Partial<Told> = {}): ContractError => ({
  code, rank, spot: "value", nearest: false, given, ...more,
});

const parent = (error: ErrorObject) => (error.parentSchema ?? {}) as { readonly properties?: object; readonly title?: string; readonly examples?: readonly unknown[]; readonly pattern?: string };

/** Examples say more than a regular expression. */
function notation(error: ErrorObject): string {
  const { examples = [] } = parent(error);
  return examples.length === 0 ? String(error.params["pattern"]) : examples.slice(0, 3).map((example) => JSON.stringify(example)).join(", ");
}

/** Keys of a notation, by the regular expression that says it. */
const KEYS: Readonly<Record<string, string>> = {
  "^[a-z][a-z0-9]*(_[a-z0-9]+)*$": "ngay_sinh",
  "^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "civil-status",
  "^[A-Z][A-Za-z0-9]*$": "KiemTra",
  "^\\d\\.\\d{6}$": "1.001193",
  "^\\d{5}$": "29905",
  "^[1-7]$": "1",
};

/** Types of JSON in words. */
const TYPES: Readonly<Record<string, Text>> = {
  integer: { vi: "số nguyên, không có ngoặc kép", en: "a whole number, without quotes" },
  number: { vi: "số, không có ngoặc kép", en: "a number, without quotes" },
  string: { vi: "chữ trong ngoặc kép", en: "text in quotes" },
  boolean: { vi: "true hoặc false", en: "true or false" },
  array: { vi: "danh sách […]", en: "a list […]" },
  object: { vi: "nhóm {…}", en: "an object {…}" },
  null: { vi: "null", en: "null" },
};

function typeWords(names: readonly string[]): Text {
  const words = names.map((name) => TYPES[name] ?? { vi: name, en: name });
  return { vi: words.map(({ vi }) => vi).join(" hoặc "), en: words.map(({ vi, en = vi }) => en).join(" or ") };
}

const range = (error: ErrorObject) => ({ expected: `${String(error.params["comparison"] ?? "")} ${String(error.params["limit"] ?? error.params["multipleOf"])}`.trim() });
const limit = (error: ErrorObject) => ({ limit: String(error.params["limit"]) });

/** Problems by violated keyword. */
const CONTRACT_ERRORS: Readonly<Record<string, ContractError>> = {
  if: WRAPPER, allOf: WRAPPER, anyOf: WRAPPER, oneOf: WRAPPER, propertyNames: WRAPPER, $ref: WRAPPER, "false schema": WRAPPER,
  required: told("missing-key", 3, (error) => ({ key: String(error.params["missingProperty"]) })),
  dependentRequired: told("missing-key", 3, (error) => ({ key: String(error.params["missingProperty"]) })),
  additionalProperties: told(
    "unknown-key", 2,
    (error) => ({ key: String(error.params["additionalProperty"]), names: Object.keys(parent(error).properties ?? {}).filter((name) => !name.startsWith("$")) }),
    { spot: "key", nearest: true },
  ),
  type: told("wrong-value-type", 1, (error) => ({ expected: typeWords([error.params["type"]].flat().map(String)) })),
  enum: told("value-not-offered", 2, (error) => ({ names: (error.params["allowedValues"] as readonly unknown[]).map(String) }), { nearest: true }),
  const: told("value-not-offered", 3, (error) => ({ names: [String(error.params["allowedValue"])] })),
  pattern: told("wrong-notation", 2, (error) => ({ expected: notation(error) })),
  minLength: told("text-too-short", 2, limit),
  minItems: told("too-few-entries", 2, limit),
  minProperties: told("too-few-entries", 2, limit),
  maxLength: told("too-many-entries", 2, limit),
  maxItems: told("too-many-entries", 2, limit),
  items: told("too-many-entries", 2, limit),
  maxProperties: told("too-many-entries", 2, limit),
  uniqueItems: told("duplicate-entry", 2, () => ({})),
  minimum: told("value-out-of-range", 2, range),
  maximum: told("value-out-of-range", 2, range),
  exclusiveMinimum: told("value-out-of-range", 2, range),
  exclusiveMaximum: told("value-out-of-range", 2, range),
  multipleOf: told("value-out-of-range", 2, range),
  not: told("key-not-allowed", 4, (error) => ({ key: ((error.schema as { readonly required?: readonly string[] }).required ?? []).join(", ") }), { spot: "key" }),
};

const KEY_NOTATION = told("key-notation", 2, (error) => ({ key: error.propertyName ?? "", expected: keyNotation(String(error.params["pattern"])) }), { spot: "key" });

function keyNotation(pattern: string): string {
  const example = Object.hasOwn(KEYS, pattern) ? KEYS[pattern] : undefined;
  return example === undefined ? pattern : JSON.stringify(example);
}

const REF_NOT_LOCAL = told("ref-not-local", 1, (error) => ({ name: String(error.data) }));

function leadsOutside({ keyword, instancePath, data }: ErrorObject): boolean {
  return keyword === "pattern" && instancePath.endsWith("/$ref") && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(String(data));
}

/** How an error of the validator is told. */
export function contractErrorOf(error: ErrorObject): ContractError | undefined {
  if (leadsOutside(error)) return REF_NOT_LOCAL;
  return error.propertyName === undefined || error.keyword === "propertyNames" ? CONTRACT_ERRORS[error.keyword] : KEY_NOTATION;
}
