import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CalendarYear } from "@motcua/calendar";
import { createHandlers, type CatalogueEntry, type Handlers } from "@motcua/handlers";
import { memoryPorts, type MemoryPorts } from "@motcua/handlers/testing";
import type { ProcedureModule, Province, Sample } from "@motcua/procedure";
import type { Hono } from "hono";
import birth from "../../../../examples/sdk/1.001193.js";
import marital from "../../../../examples/sdk/1.004873.js";
import house from "../../../../examples/sdk/1.013225.js";
import extract from "../../../../examples/sdk/2.000635.js";
import type { CodeList } from "../form/code-list.ts";
import type { PortalEnv } from "../portal.ts";
import { testPortal } from "./test-portal.ts";

/** The emitted modules of the four procedures. */
export const MODULES: readonly ProcedureModule[] = [birth, marital, house, extract].map((module) => module as unknown as ProcedureModule);

const SCHEMAS = fileURLToPath(new URL("../../../../schemas/", import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(`${SCHEMAS}${path}`, "utf8"));

export const PROVINCE = json("provinces/dong-thap/province.json") as Province;
export const CODE_LISTS: readonly CodeList[] = ["communes-2025", "provinces-34"].map((id) => json(`shared/code-lists/${id}.json`) as CodeList);
const YEARS = readdirSync(`${SCHEMAS}calendars`).map((file) => json(`calendars/${file}`) as CalendarYear);

/** A sample of a procedure with the procedure's code. */
export interface CodedSample {
  readonly procedure: string;
  readonly id: string;
  readonly sample: Sample;
}

/** Folder of a procedure's definition; of several versions the latest, which its emitted module is of. */
function latestOf(folder: string): string {
  const versions = readdirSync(`${SCHEMAS}${folder}`).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
  return versions.length === 0 ? folder : `${folder}/${versions.toSorted().at(-1)}`;
}

/** Every sample of the four procedures that this province receives. */
export const SAMPLES: readonly CodedSample[] = readdirSync(`${SCHEMAS}procedures`).flatMap((field) =>
  readdirSync(`${SCHEMAS}procedures/${field}`).flatMap((folder) => {
    const procedure = folder.slice(0, "0.000000".length);
    if (!MODULES.some((module) => module.procedure.code === procedure)) return [];
    const samples = `${latestOf(`procedures/${field}/${folder}`)}/samples`;
    const all = readdirSync(`${SCHEMAS}${samples}`).map((file) => ({ procedure, id: file.slice(0, -".json".length), sample: json(`${samples}/${file}`) as Sample }));
    // What another province decides is not handed in here.
    return all.filter(({ sample: { receivingUnit } }) => receivingUnit === undefined || PROVINCE.units.some(({ code }) => code === receivingUnit));
  }),
);

/** Đồng Tháp in memory, with the portal in front. */
export interface RealShop {
  readonly ports: MemoryPorts;
  readonly handlers: Handlers;
  readonly app: Hono<PortalEnv>;
  /** Hands every change so far to `dispatch`, and those that follow from it. */
  readonly settle: () => Promise<void>;
}

/** Opens the shop at an instant; `modules` in the place of the four procedures, where a test needs others. */
export function realShop(now = "2026-10-05T09:00:00+07:00", modules: readonly ProcedureModule[] = MODULES): RealShop {
  const ports = memoryPorts({
    province: PROVINCE,
    calendar: { years: YEARS, sessions: PROVINCE.sessions },
    modules: modules.map((module) => ({ entry: entryOf(module), module })),
    now,
  });
  const handlers = createHandlers(ports);
  return {
    ports,
    handlers,
    app: testPortal({ ports, handlers, codeLists: CODE_LISTS }),
    settle: async () => {
      for (let change = ports.stream.shift(); change !== undefined; change = ports.stream.shift()) await handlers.dispatch(change);
    },
  };
}

function entryOf({ procedure: { code, version, name, field, effective } }: ProcedureModule): CatalogueEntry {
  return { code, version, name, field, from: effective.from, shape: code, ...(effective.to === undefined ? {} : { to: effective.to }) };
}
