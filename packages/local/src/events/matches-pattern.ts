/**
 * Whether an event matches a pattern of EventBridge or of an event-source filter: nested objects, lists of literals,
 * and `prefix`, `suffix`, `exists`, `anything-but`, `equals-ignore-case`, `numeric`; `$or` across fields.
 * @throws Error naming a comparison that is not known here
 */
export function matchesPattern(pattern: unknown, event: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.some((wanted) => matchesOne(wanted, event));
  const fields = Object.entries(pattern as Readonly<Record<string, unknown>>);
  return fields.every(([name, inner]) => {
    if (name === "$or") return (inner as readonly unknown[]).some((choice) => matchesPattern(choice, event));
    const value = typeof event === "object" && event !== null ? (event as Readonly<Record<string, unknown>>)[name] : undefined;
    if (!Array.isArray(inner) && (typeof value !== "object" || value === null)) return acceptsAbsence(inner);
    return matchesPattern(inner, value);
  });
}

/** A nested pattern can match what is not there only when all it asks is that fields do not exist. */
function acceptsAbsence(pattern: unknown): boolean {
  return Object.values(pattern as object).every((inner) =>
    Array.isArray(inner) ? inner.some((wanted) => matchesOne(wanted, undefined)) : acceptsAbsence(inner),
  );
}

type Comparison = (wanted: unknown, value: unknown) => boolean;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  prefix: (wanted, value) => typeof value === "string" && value.startsWith(String(wanted)),
  suffix: (wanted, value) => typeof value === "string" && value.endsWith(String(wanted)),
  exists: (wanted, value) => (value !== undefined) === wanted,
  "anything-but": (wanted, value) => value !== undefined && ![wanted].flat().some((each) => matchesOne(each, value)),
  "equals-ignore-case": (wanted, value) => typeof value === "string" && value.toLowerCase() === String(wanted).toLowerCase(),
  numeric: (wanted, value) => typeof value === "number" && withinRange(wanted as readonly unknown[], value),
};

function matchesOne(wanted: unknown, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => matchesOne(wanted, each));
  if (typeof wanted !== "object" || wanted === null) return wanted === value;
  return Object.entries(wanted).every(([name, argument]) => {
    const comparison = COMPARISONS[name];
    if (comparison === undefined) throw new Error(`the comparison ${name} is not known to the local runner`);
    return comparison(argument, value);
  });
}

function withinRange(wanted: readonly unknown[], value: number): boolean {
  for (let index = 0; index < wanted.length; index += 2) {
    const bound = Number(wanted[index + 1]);
    const holds = { "=": value === bound, "<": value < bound, "<=": value <= bound, ">": value > bound, ">=": value >= bound }[String(wanted[index])];
    if (holds !== true) return false;
  }
  return true;
}
