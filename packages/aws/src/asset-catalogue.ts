import { readFileSync } from "node:fs";
import type { CalendarYear, WorkCalendar } from "@motcua/calendar";
import type { Catalogue, CatalogueEntry } from "@motcua/handlers";
import { unitCalendar, type ProcedureModule, type Province } from "@motcua/procedure";

/** What a deployment carries beside its functions. */
export interface Asset {
  readonly catalogue: Catalogue;
  readonly province: Province;
  readonly calendar: (unit: string) => WorkCalendar;
  readonly placeName: (code: string) => string | undefined;
}

/**
 * Reads the asset directory a function runs from: `province.json`, `calendars.json`, `catalogue/index.json`, and,
 * when first asked for, `code-lists.json` and `catalogue/<code>@<version>.mjs`. `base` is the URL of a file in that directory.
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
    placeName: placeNames(base),
    calendar: (code) => unitCalendar(province, code, years),
  };
}

interface PlaceList {
  readonly values: readonly { readonly code: string; readonly name: { readonly vi: string } }[];
}

/** Names of provinces and communes; the lists are long and few requests print a place. */
function placeNames(base: string): Asset["placeName"] {
  let names: ReadonlyMap<string, string> | undefined;
  return (code) => {
    names ??= new Map(readJson<readonly PlaceList[]>(base, "code-lists.json").flatMap(({ values }) => values.map(({ code: each, name }) => [each, name.vi] as const)));
    return names.get(code);
  };
}

function readJson<T>(base: string, file: string): T {
  return JSON.parse(readFileSync(new URL(file, base), "utf8")) as T;
}

async function importModule(url: URL): Promise<ProcedureModule> {
  return ((await import(url.href)) as { readonly default: ProcedureModule }).default;
}
