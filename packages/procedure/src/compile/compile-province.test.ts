import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { compileCalendars } from "./compile-calendars.ts";
import { compileProvince } from "./compile-province.ts";
import { currentVersion } from "./current-version.ts";
import { loadCatalogue, type LoadedCatalogue } from "./load/load-catalogue.ts";
import { loadProvinces } from "./load/load-provinces.ts";
import { loadShared, type SharedSources } from "./load/load-shared.ts";

const schemas = fileURLToPath(new URL("../../../../schemas", import.meta.url));
const path = `${schemas}/provinces/dong-thap/province.json`;
const text = readFileSync(path, "utf8");
const calendars = readdirSync(`${schemas}/calendars`).map((name) => ({ path: `${schemas}/calendars/${name}`, text: readFileSync(`${schemas}/calendars/${name}`, "utf8") }));

let catalogue: LoadedCatalogue;
let shared: SharedSources;

beforeAll(async () => {
  catalogue = await loadCatalogue(schemas);
  shared = await loadShared(schemas);
});

function provinceProblems(from: string, to: string): readonly (string | number | undefined)[][] {
  if (!text.includes(from)) throw new Error(`nothing to plant: ${from}`);
  const procedures = catalogue.procedures.map(({ procedure }) => procedure);
  const result = compileProvince({ file: { path, text: text.replace(from, to) }, procedures, codeLists: shared.codeLists });
  return result.ok ? [] : result.problems.map(({ code, line }) => [code, line]);
}

const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

describe("compileProvince", () => {
  it("compiles the province and the calendars of the project", async () => {
    const { provinces, calendars: years, problems } = await loadProvinces(schemas, catalogue.procedures);
    expect(problems).toEqual([]);
    expect(provinces.map(({ id }) => id)).toEqual(["dong-thap", "vinh-long"]);
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
    expect(Object.isFrozen(provinces[0]?.units[0])).toBe(true);
  });

  it.each([
    ["two units of one code", '"code": "H20.001"', '"code": "H20.000"', "duplicate-id"],
    ["a session that ends before it begins", '"from": "07:00", "to": "11:30"', '"from": "07:00", "to": "06:30"', "session-order"],
    ["sessions that overlap", '"from": "13:30", "to": "17:00"', '"from": "11:00", "to": "17:00"', "session-order"],
    ["a fee the procedure does not have", '"le_phi_qua_han"', '"le_phi_qua"', "unknown-fee"],
    ["a fee that is not the province's to set", '"le_phi_qua_han"', '"ban_sao"', "fee-not-set-locally"],
  ])("refuses %s", (_, from, to, code) => {
    expect(provinceProblems(from, to)).toContainEqual([code, lineOf(from)]);
  });

  it("takes how a province counts, with its decision, and refuses what is no reading, rests on nothing or lies outside office hours", () => {
    const counting = (json: string) => provinceProblems('"units": [', `"counting": ${json}, "units": [`);
    expect(counting('{ "extend": "MINUTES", "sameDayCutOff": "16:30", "hoursPerDay": 7.5, "elapsedEnd": "ROLL", "source": "QĐ thử" }')).toEqual([]);
    for (const wrong of ['{ "extend": "HOURS", "source": "x" }', '{ "extend": "MINUTES" }', '{ "source": "x" }', '{ "hoursPerDay": 24, "source": "x" }', '{ "mode": "SAME_TIME", "source": "x" }']) expect(counting(wrong).length, wrong).toBeGreaterThan(0);
    expect(counting('{ "sameDayCutOff": "12:00", "source": "x" }').map(([code]) => code)).toEqual(["cut-off-outside-sessions"]);
  });

  it("refuses a unit of a commune nobody knows", () => {
    expect(provinceProblems('"commune": "', '"commune": "9').length).toBeGreaterThan(0);
    const commune = /"commune": "(\d{5})"/.exec(text)?.[1] ?? "";
    expect(provinceProblems(`"commune": "${commune}"`, '"commune": "99999"').map(([code]) => code)).toContain("unknown-commune");
  });
});

describe("compileCalendars", () => {
  const planted = (from: string, to: string) => {
    const result = compileCalendars(calendars.map((file) => (file.path.endsWith("2026.json") ? { ...file, text: file.text.replace(from, to) } : file)));
    return result.ok ? [] : result.problems.map(({ code, pointer }) => [code, pointer]);
  };

  it.each([
    ["a day of another year", '"date": "2026-01-01"', '"date": "2025-01-01"', ["date-outside-year", "/days/0/date"]],
    ["a day that does not exist", '"date": "2026-01-01"', '"date": "2026-02-30"', ["not-a-date", "/days/0/date"]],
    ["a day written twice", '"date": "2026-01-02"', '"date": "2026-01-01"', ["duplicate-id", "/days/1/date"]],
    ["a stretch that ends before it begins", '"to": "2026-12-05"', '"to": "2026-11-13"', ["period-empty", "/provisional/0/to"]],
  ])("refuses %s", (_, from, to, expected) => {
    expect(planted(from, to)).toEqual([expected]);
  });

  it("refuses a year given twice", () => {
    const result = compileCalendars([...calendars, ...calendars.slice(0, 1)]);
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(["duplicate-id"]);
  });
});

describe("currentVersion", () => {
  const versions = [
    { code: "1.000001", effective: { from: "2026-01-01", to: "2026-12-31" }, id: "old" },
    { code: "1.000001", effective: { from: "2026-07-01" }, id: "new" },
    { code: "1.000002", effective: { from: "2026-01-01" }, id: "other" },
  ];

  it("takes the version in force that came last, both ends included", () => {
    const on = (day: string) => currentVersion(versions, "1.000001", day)?.id;
    expect([on("2025-12-31"), on("2026-01-01"), on("2026-06-30"), on("2026-07-01"), on("2027-01-01")]).toEqual([undefined, "old", "old", "new", "new"]);
  });
});
