import type { WorklistLine } from "@motcua/handlers";
import { LATENESS, type Lateness } from "./lateness-words.ts";

/** What a worklist is narrowed to; everything where empty. */
export interface WorklistFilter {
  readonly unit: string;
  /** Role id, or {@link CONSULTED}. */
  readonly role: string;
  /** Name of a procedure. */
  readonly procedure: string;
  /** Name of a step: several procedures call theirs alike. */
  readonly step: string;
  readonly lateness: Lateness | "";
  /** Where the portion of the list begins: the cursor of the one before, nothing for the first. */
  readonly from: string;
  /** From 1, within the portion. */
  readonly page: number;
}

/** Stands for a role where a unit as such is asked. */
export const CONSULTED = "duoc-lay-y-kien";
/** Lines a page. */
export const PAGE_LINES = 50;

const NAMES = { unit: "don-vi", role: "vai-tro", procedure: "thu-tuc", step: "buoc", lateness: "han", from: "tiep", page: "trang" } as const;

const CURSOR = /^[A-Za-z0-9_-]{1,400}$/;

/** Names of the filters in the query. */
export const FILTER_NAMES: Readonly<Record<keyof WorklistFilter, string>> = NAMES;

/** Reads the filter of a request; what it cannot be is left out. */
export function readFilter(query: (name: string) => string | undefined): WorklistFilter {
  const wanted = query(NAMES.lateness) ?? "";
  const found = Object.entries(LATENESS).find(([, words]) => words.query === wanted)?.[0] as Lateness | undefined;
  const page = Number.parseInt(query(NAMES.page) ?? "1", 10);
  return {
    unit: query(NAMES.unit) ?? "",
    role: query(NAMES.role) ?? "",
    procedure: (query(NAMES.procedure) ?? "").normalize("NFC"),
    step: (query(NAMES.step) ?? "").normalize("NFC"),
    lateness: found ?? "",
    from: CURSOR.test(query(NAMES.from) ?? "") ? (query(NAMES.from) ?? "") : "",
    page: Number.isFinite(page) && page > 0 ? page : 1,
  };
}

/** A link to the worklist with some of its filters changed; the page starts again at 1 unless it is what changes. */
export function filterLink(base: string, filter: WorklistFilter, change: Partial<WorklistFilter>): string {
  const wanted = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  for (const key of ["unit", "role", "procedure", "step", "from"] as const) if (wanted[key] !== "") query.set(NAMES[key], wanted[key]);
  if (wanted.lateness !== "") query.set(NAMES.lateness, LATENESS[wanted.lateness].query);
  if (wanted.page > 1) query.set(NAMES.page, String(wanted.page));
  return query.size === 0 ? base : `${base}?${query.toString()}`;
}

/** The lines a filter keeps, lateness apart: its counts are told beside each other. */
export function linesOf(lines: readonly WorklistLine[], filter: WorklistFilter): readonly WorklistLine[] {
  return lines.filter(
    (line) =>
      (filter.unit === "" || line.unit === filter.unit) &&
      (filter.role === "" || roleOf(line) === filter.role) &&
      (filter.procedure === "" || line.procedure.vi === filter.procedure) &&
      (filter.step === "" || line.stepName.vi === filter.step),
  );
}

/** The role a line is for; {@link CONSULTED} where a unit as such is asked. */
export function roleOf(line: WorklistLine): string {
  return line.role ?? CONSULTED;
}
