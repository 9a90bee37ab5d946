import { readFileSync } from "node:fs";
import type { CalendarYear, WorkCalendar } from "@motcua/calendar";
import type { Catalogue, CatalogueEntry } from "@motcua/handlers";
import type { ProcedureModule, Province } from "@motcua/procedure";

/** What a deployment carries beside its functions. */
export interface Asset {
  readonly catalogue: Catalogue;
  readonly province: Province;
  readonly calendar: (unit: string) => WorkCalendar;
}

/**
 * Reads the asset directory a function runs from: `province.json`, `calendars.json`, `catalogue/index.json`, and,
 * imported when first asked for, `catalogue/<code>@<version>.mjs`. `base` is the URL of a file in that directory.
 */
export function readAsset(base: string): Asset {
  const province = readJson<Province>(base, "province.json");
  const years = readJson<readonly CalendarYear[]>(base, "calendars.json");
  const entries = readJson<readonly CatalogueEntry[]>(base, "catalogue/index.json");
  const loaded = new Map<string, Promise<ProcedureModule>>();
  const load = (file: string): Promise<ProcedureModule> => {
    const known = loaded.get(file) ?? importModule(new URL(file, base));
    loaded.set(file, known);
    return known;
  };
  return {
    catalogue: {
      entries,
      load: async (code, version) => (entries.some((entry) => entry.code === code && entry.version === version) ? load(`catalogue/${code}@${version}.mjs`) : undefined),
    },
    province,
    calendar: (code) => ({ years, sessions: province.units.find((unit) => unit.code === code)?.sessions ?? province.sessions }),
  };
}

function readJson<T>(base: string, file: string): T {
  return JSON.parse(readFileSync(new URL(file, base), "utf8")) as T;
}

async function importModule(url: URL): Promise<ProcedureModule> {
  return ((await import(url.href)) as { readonly default: ProcedureModule }).default;
}
