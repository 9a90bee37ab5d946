/** Types functions take. `date` is a string that always holds a whole ISO day; `number` an int or a double, in a list all of one kind. */
export type SignatureType = "bool" | "int" | "number" | "string" | "date" | "list<number>" | "list<string>" | "list<date>" | "list or string";

/** What a function takes and gives. */
export interface FunctionSignature {
  readonly parameters: readonly SignatureType[];
  /** `number`: of the kind of the first argument, or of its entries. */
  readonly result: "bool" | "date" | "int" | "number" | "string";
}

/**
 * Functions of the expression language: `size` of CEL's own, the rest ours. Declared here alone; the run time of
 * `@motcua/client` implements exactly these. `size` of a string counts code points.
 */
export const FUNCTIONS = {
  /** Code points of a string, entries of a list. */
  size: { parameters: ["list or string"], result: "int" },
  /** Calendar days from one ISO day to another; negative when `to` is earlier. */
  daysBetween: { parameters: ["date", "date"], result: "int" },
  /** The day so many months later, earlier where negative; the last of a month that has no such day. */
  addMonths: { parameters: ["date", "int"], result: "date" },
  /** Completed years on a day. */
  age: { parameters: ["date", "date"], result: "int" },
  /** Total of numbers; 0 for none. */
  sum: { parameters: ["list<number>"], result: "number" },
  /** Whether ranges of days, their first days and their last, follow one another without a gap, in whatever order they stand. */
  contiguous: { parameters: ["list<date>", "list<date>"], result: "bool" },
  /** Whether no text of a list stands twice. */
  distinct: { parameters: ["list<string>"], result: "bool" },
  /** The smaller of two numbers of one kind. */
  min: { parameters: ["number", "number"], result: "number" },
  /** The larger of two numbers of one kind. */
  max: { parameters: ["number", "number"], result: "number" },
  /** Without case, diacritics and doubled spaces; đ becomes d. */
  fold: { parameters: ["string"], result: "string" },
  /** A day in Vietnamese words. */
  dateInWords: { parameters: ["date"], result: "string" },
  /** Code of the province a commune belongs to, `""` when unknown. */
  provinceOfCommune: { parameters: ["string"], result: "string" },
  /** Whether digits 4 to 6 of a personal identity number agree with a date of birth. */
  personalIdMatchesBirth: { parameters: ["string", "string"], result: "bool" },
  /** Whether digit 4 of a personal identity number agrees with a gender, `nam` or `nu`. */
  personalIdMatchesGender: { parameters: ["string", "string"], result: "bool" },
} as const satisfies Readonly<Record<string, FunctionSignature>>;

/** Name of a function expressions may call. */
export type FunctionName = keyof typeof FUNCTIONS;

/** Variables expressions may read, and what a place must allow for `ask`, `steps` and `branches`, what became of the branches of forks. `item` and `nth` are an entry of a list and its number from 1; `record` what is about to be recorded; `local` the parameters of the procedure, numbers by the time it is compiled. There is no clock. */
export const VARIABLES = ["form", "channel", "today", "submittedOn", "ask", "steps", "branches", "item", "nth", "record", "local"] as const;

/** Name of a variable. */
export type VariableName = (typeof VARIABLES)[number];
