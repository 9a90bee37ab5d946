import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CalendarYear, WorkCalendar } from "@motcua/calendar";
import { unitCalendar, type ProcedureModule, type Province, type Sample } from "@motcua/procedure";
import type { DecideContext } from "../decide.ts";
import type { PersonalRecord } from "../personal.ts";
import { provinceContext } from "../province-context.ts";

/** A real procedure with its emitted module and those of its samples that are filed in Đồng Tháp. */
export interface RealProcedure {
  readonly code: string;
  readonly module: ProcedureModule;
  readonly samples: readonly Sample[];
}

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const json = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;
const jsonBelow = (folder: string) => readdirSync(folder).filter((file) => file.endsWith(".json")).toSorted().map((file) => join(folder, file));

/** The procedures of the repository, as their generated modules run; each version of one is a procedure. */
export async function realProcedures(): Promise<readonly RealProcedure[]> {
  const sdk = join(root, "examples", "sdk");
  const modules = readdirSync(sdk).filter((file) => /^\d\.\d{6}(@[0-9-]+)?\.js$/.test(file)).toSorted();
  const folders = foldersOf(join(root, "schemas", "procedures"));
  return Promise.all(
    modules.map(async (file) => {
      const { default: module } = (await import(join(sdk, file))) as { default: ProcedureModule };
      const { code, effective } = module.procedure;
      const folder = folders.find((path) => isVersion(path, code, effective.from));
      if (folder === undefined) throw new Error(`${file} was generated of a definition that is no longer there`);
      const samples = jsonBelow(join(folder, "samples")).map((sample) => json<Sample>(sample));
      return { code: file.slice(0, -".js".length), module, samples: samples.filter(isFiledHere) };
    }),
  );
}

/** Other provinces' samples are run in their own province by `motcua check`. */
function isFiledHere({ receivingUnit }: Sample): boolean {
  return receivingUnit === undefined || province.units.some(({ code }) => code === receivingUnit);
}

function foldersOf(procedures: string): readonly string[] {
  const files = readdirSync(procedures, { recursive: true, encoding: "utf8" }).filter((path) => /[\\/]procedure\.json$/.test(path));
  return files.map((path) => join(procedures, path, ".."));
}

function isVersion(folder: string, code: string, from: string): boolean {
  const definition = json<{ code: string; effective: { from: string } }>(join(folder, "procedure.json"));
  return definition.code === code && definition.effective.from === from;
}

const province = json<Province>(join(root, "schemas", "provinces", "dong-thap", "province.json"));
const years = jsonBelow(join(root, "schemas", "calendars")).map((file) => json<CalendarYear>(file));

/** What decisions of a procedure read in Đồng Tháp. */
export function dongThap(module: ProcedureModule, personal?: PersonalRecord): DecideContext {
  const calendar: WorkCalendar = unitCalendar(province, undefined, years);
  return { ...provinceContext(module, { province, calendar, machine: "0123456789abcdef" }), ...(personal === undefined ? {} : { personal }) };
}
