import { type CalendarYear, isIsoDay } from "@motcua/calendar";
import { ok, type Problem, type Result } from "../problem.ts";
import { type Contract, shippedContract } from "./contract/contract.ts";
import { validateContract } from "./contract/validate-contract.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { definitionProblem } from "./problems/definition-problem.ts";
import { inReadingOrder } from "./reading-order.ts";
import { parseJson } from "./source/parse-json.ts";
import type { ParsedFile } from "./source/parsed-file.ts";
import type { SourceFile } from "./source/source-file.ts";

/** Compiles `calendars/*.json`: the years in order, frozen, or all problems. */
export function compileCalendars(sources: readonly SourceFile[], contract: Contract = shippedContract()): Result<readonly CalendarYear[]> {
  const read = sources.map((source) => compileYear(source, contract));
  const files = read.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const problems = [...read.flatMap((year) => year.problems), ...yearsTwice(files)];
  if (problems.length > 0) return { ok: false, problems: inReadingOrder(problems) };
  const years = files.map(({ value }) => {
    const { $schema: _, ...year } = value as CalendarYear;
    return year;
  });
  return ok(deepFreeze(years.toSorted((a, b) => a.year - b.year)));
}

function compileYear(source: SourceFile, contract: Contract): { readonly file?: ParsedFile; readonly problems: readonly Problem[] } {
  const { file, problems } = parseJson(source);
  if (file === undefined) return { problems };
  const violations = [...problems, ...validateContract(file, "calendar", contract)];
  if (violations.length > 0) return { problems: violations };
  return { file, problems: [...dayFaults(file), ...stretchFaults(file)] };
}

function dayFaults(file: ParsedFile): readonly Problem[] {
  const { year, days } = file.value as CalendarYear;
  const seen = new Set<string>();
  return days.flatMap(({ date }, index) => {
    const pointer = `/days/${index}/date`;
    const twice = seen.has(date);
    seen.add(date);
    if (!isIsoDay(date)) return [definitionProblem({ code: "not-a-date", file, pointer })];
    if (!date.startsWith(`${year}-`)) return [definitionProblem({ code: "date-outside-year", file, pointer, given: { year: String(year) } })];
    return twice ? [definitionProblem({ code: "duplicate-id", file, pointer, given: { name: date } })] : [];
  });
}

function stretchFaults(file: ParsedFile): readonly Problem[] {
  return (file.value as CalendarYear).provisional.flatMap(({ from, to }, index) => {
    const wrong = (["from", "to"] as const).filter((key) => !isIsoDay(key === "from" ? from : to));
    if (wrong.length > 0) return wrong.map((key) => definitionProblem({ code: "not-a-date", file, pointer: `/provisional/${index}/${key}` }));
    return to < from ? [definitionProblem({ code: "period-empty", file, pointer: `/provisional/${index}/to` })] : [];
  });
}

function yearsTwice(files: readonly ParsedFile[]): readonly Problem[] {
  const seen = new Set<number>();
  return files.flatMap((file) => {
    const { year } = file.value as CalendarYear;
    const twice = seen.has(year);
    seen.add(year);
    return twice ? [definitionProblem({ code: "duplicate-id", file, pointer: "/year", given: { name: String(year) } })] : [];
  });
}
