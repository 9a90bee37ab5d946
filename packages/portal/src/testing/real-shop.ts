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

/** Every sample under `schemas/procedures`. */
export const SAMPLES: readonly CodedSample[] = readdirSync(`${SCHEMAS}procedures`).flatMap((field) =>
  readdirSync(`${SCHEMAS}procedures/${field}`).flatMap((folder) =>
    readdirSync(`${SCHEMAS}procedures/${field}/${folder}/samples`).map((file) => ({
      procedure: folder.slice(0, "0.000000".length),
      id: file.slice(0, -".json".length),
      sample: json(`procedures/${field}/${folder}/samples/${file}`) as Sample,
    })),
  ),
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
