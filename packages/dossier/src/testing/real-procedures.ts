import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CalendarYear, WorkCalendar } from "@motcua/calendar";
import type { ProcedureModule, Province, Sample } from "@motcua/procedure";
import type { DecideContext } from "../decide.ts";
import type { PersonalRecord } from "../personal.ts";

/** A real procedure with its emitted module and its samples. */
export interface RealProcedure {
  readonly code: string;
  readonly module: ProcedureModule;
  readonly samples: readonly Sample[];
}

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const json = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;
const jsonBelow = (folder: string) => readdirSync(folder).filter((file) => file.endsWith(".json")).toSorted().map((file) => join(folder, file));

/** The procedures of the repository, as their generated modules run. */
export async function realProcedures(): Promise<readonly RealProcedure[]> {
  const fields = readdirSync(join(root, "schemas", "procedures")).map((field) => join(root, "schemas", "procedures", field));
  const folders = fields.flatMap((field) => readdirSync(field).map((folder) => join(field, folder))).filter((folder) => existsSync(join(folder, "samples")));
  return Promise.all(
    folders.map(async (folder) => {
      const { code } = json<{ code: string }>(join(folder, "procedure.json"));
      const emitted = (await import(join(root, "examples", "sdk", `${code}.js`))) as { default: ProcedureModule };
      return { code, module: emitted.default, samples: jsonBelow(join(folder, "samples")).map((file) => json<Sample>(file)) };
    }),
  );
}

const province = json<Province>(join(root, "schemas", "provinces", "dong-thap", "province.json"));
const years = jsonBelow(join(root, "schemas", "calendars")).map((file) => json<CalendarYear>(file));

/** What decisions of a procedure read in Đồng Tháp. */
export function dongThap(module: ProcedureModule, personal?: PersonalRecord): DecideContext {
  const calendar: WorkCalendar = { years, sessions: province.sessions };
  const local = province.procedures[module.procedure.code];
  return {
    module,
    machine: "0123456789abcdef",
    ...(personal === undefined ? {} : { personal }),
    calendar,
    unitOfCommune: (commune) => province.units.find((unit) => unit.commune === commune)?.code,
    localFees: Object.fromEntries(Object.entries(local?.fees ?? {}).map(([id, { vnd }]) => [id, vnd])),
    localLimits: local?.limits ?? {},
  };
}
