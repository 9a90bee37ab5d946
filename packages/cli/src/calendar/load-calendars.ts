import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CalendarYear } from "@motcua/calendar";
import { compileCalendars } from "@motcua/procedure/compile";
import { CommandFailure } from "../exit.ts";
import { printProblems } from "../print-problems.ts";
import type { Workspace } from "../workspace.ts";

/** The calendar years of a workspace, in order. @throws CommandFailure with every problem of them */
export async function loadCalendars({ schemas }: Workspace): Promise<readonly CalendarYear[]> {
  const folder = join(schemas, "calendars");
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).toSorted();
  return compileYears(files.map((name) => join(folder, name)));
}

/** Calendar years from files. @throws CommandFailure with every problem of them */
export async function compileYears(paths: readonly string[]): Promise<readonly CalendarYear[]> {
  const compiled = compileCalendars(await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, "utf8") }))));
  if (!compiled.ok) throw new CommandFailure(printProblems(compiled.problems, process.cwd(), "vi"));
  return compiled.value;
}
