import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CalendarYear } from "../src/index.ts";

const folder = fileURLToPath(new URL("../../../schemas/calendars/", import.meta.url));

/** The calendar years that ship. */
export const years: readonly CalendarYear[] = readdirSync(folder).toSorted().map((file) => JSON.parse(readFileSync(folder + file, "utf8")) as CalendarYear);
