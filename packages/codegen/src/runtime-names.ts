/** Formats a form may name, and the export of `@motcua/client/runtime` that judges each. A test holds the two together. */
export const FORMATS: Readonly<Record<string, string>> = {
  date: "date",
  "date-partial": "datePartial",
  email: "email",
  "vn-commune": "commune",
  "vn-enterprise-code": "enterpriseCode",
  "vn-person-name": "personName",
  "vn-personal-id": "personalId",
  "vn-phone": "phone",
  "vn-province": "province",
};

/** Functions of CEL, their exports and number of operands. */
export const FUNCTIONS: Readonly<Record<string, { readonly name: string; readonly operands: number }>> = {
  addMonths: { name: "addMonths", operands: 2 },
  age: { name: "age", operands: 2 },
  contiguous: { name: "contiguous", operands: 2 },
  dateInWords: { name: "dateInWords", operands: 1 },
  daysBetween: { name: "daysBetween", operands: 2 },
  distinct: { name: "distinct", operands: 1 },
  fold: { name: "fold", operands: 1 },
  max: { name: "max", operands: 2 },
  min: { name: "min", operands: 2 },
  personalIdMatchesBirth: { name: "personalIdMatchesBirth", operands: 2 },
  personalIdMatchesGender: { name: "personalIdMatchesGender", operands: 2 },
  provinceOfCommune: { name: "provinceOfCommune", operands: 1 },
  size: { name: "size", operands: 1 },
  sum: { name: "sum", operands: 1 },
};

/** Tests of texts, written `text.startsWith(…)`. */
export const METHODS: Readonly<Record<string, string>> = { contains: "contains", endsWith: "endsWith", startsWith: "startsWith" };

/** Comprehensions, written `list.all(x, …)`. */
export const MACROS: Readonly<Record<string, string>> = { all: "all", exists: "exists", exists_one: "existsOne", filter: "filtered", map: "mapped" };

/** Comparisons. */
export const COMPARISONS: Readonly<Record<string, string>> = { "==": "eq", "!=": "ne", "<": "lt", "<=": "lte", ">": "gt", ">=": "gte" };

/** Arithmetic. `/` is not offered: numbers of forms are counted, not divided. */
export const ARITHMETIC: Readonly<Record<string, string>> = { "+": "plus", "-": "minus", "*": "times", "%": "modulo" };

/** Everything of `@motcua/client/runtime` that emitted modules may import. */
export const RUNTIME_NAMES: readonly string[] = [
  ...Object.values(FORMATS),
  ...Object.values(FUNCTIONS).map(({ name }) => name),
  ...Object.values({ ...METHODS, ...MACROS, ...COMPARISONS, ...ARITHMETIC }),
  "and", "anyOfThese", "atLeast", "atMost", "checked", "checkedRecord", "choose", "closest", "codePoints", "equal", "flag",
  "formProblems", "frozen", "get", "has", "hasBetween", "hasKey", "hasKeys", "isIn", "isMultiple", "isObject", "isUnique", "keysOf", "list",
  "meetsRestOfItems", "meetsRestOfKeys", "mustBe", "negative", "not", "number", "oneOf", "onlyKeys", "or", "own", "record", "text",
  "withinStack",
];

/** The same, to look names up in. */
export const RUNTIME: ReadonlySet<string> = new Set(RUNTIME_NAMES);
