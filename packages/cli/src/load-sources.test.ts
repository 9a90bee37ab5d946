import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import type { ContractKind } from "@motcua/procedure/compile";
import { describe, expect, test } from "vitest";
import { loadSources } from "./load-sources.ts";

const schemas = fileURLToPath(new URL("../../../schemas/", import.meta.url));
const { contract } = await loadSources(schemas);

/** What kind of file a path is of, as the project lays them out. */
function kindOf(path: string): ContractKind | undefined {
  const name = basename(path);
  if (path.startsWith("contract/")) return undefined;
  if (path.includes("/samples/")) return "sample";
  if (name.endsWith(".schema.json")) return "form";
  if (name === "procedure.json") return "procedure";
  if (name === "workflow.json") return "workflow";
  return name === "province.json" ? "province" : path.startsWith("calendars/") ? "calendar" : undefined;
}

const files = readdirSync(schemas, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".json"))
  .flatMap((path) => {
    const kind = kindOf(path);
    return kind === undefined ? [] : [{ kind, path, value: JSON.parse(readFileSync(schemas + path, "utf8")) as unknown }];
  });

const validators = new Map(files.map(({ kind }) => [kind, new Ajv2020({ strict: false, code: { optimize: false } }).compile(contract[kind])]));
const isValid = (kind: ContractKind, value: unknown): boolean => validators.get(kind)?.(value) === true;
const isQuicklyValid = (kind: ContractKind, value: unknown): boolean => contract.predicates?.[kind]?.(value) === true;

describe("the contract's predicates", () => {
  test("take every file of the project", () => {
    expect(new Set(files.map(({ kind }) => kind)).size).toBe(6);
    expect(files.filter(({ kind, value }) => !isQuicklyValid(kind, value)).map(({ path }) => path)).toEqual([]);
  });

  test("judge files with faults as the validator does", () => {
    let refused = 0;
    const change = fc.constantFrom<(parent: Record<string, unknown>, key: string) => void>(
      (parent, key) => void delete parent[key],
      (parent, key) => void (parent[key] = 1),
      (parent, key) => void (parent[key] = "Không đúng"),
      (parent, key) => void (parent[key] = []),
      (parent, key) => void (parent[key] = {}),
      (parent, key) => void (parent[key] = null),
      (parent, key) => void (parent[`${key}x`] = parent[key]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.infiniteStream(fc.nat()), change, ({ kind, value }, steps, bend) => {
        const changed = structuredClone(value);
        const places = placesIn(changed);
        const { parent, key } = places[(steps.next().value as number) % places.length] as Place;
        bend(parent, key);
        expect(isQuicklyValid(kind, changed)).toBe(isValid(kind, changed));
        if (!isValid(kind, changed)) refused += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(refused).toBeGreaterThan(500);
  });
});

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Every key of every object in a value. */
function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const object = value as Record<string, unknown>;
  const own = Array.isArray(value) ? [] : Object.keys(object).map((key) => ({ parent: object, key }));
  return [...own, ...Object.values(object).flatMap(placesIn)];
}
