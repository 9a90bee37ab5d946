import { ok, type Result } from "../problem.ts";
import { versionKey } from "../local-settings.ts";
import type { Province } from "../province.ts";
import { type Contract, shippedContract } from "./contract/contract.ts";
import { validateContract } from "./contract/validate-contract.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { CodeList } from "./form/code-list.ts";
import { definitionProblem } from "./problems/definition-problem.ts";
import { type Fault, localFaults, type LocallyDecided } from "./province/local-faults.ts";
import { inReadingOrder } from "./reading-order.ts";
import { pointerOf } from "../json-pointer.ts";
import { nearestName } from "./source/nearest-name.ts";
import { parseJson } from "./source/parse-json.ts";
import type { SourceFile } from "./source/source-file.ts";

/** What {@link compileProvince} compiles. */
export interface ProvinceRequest {
  readonly file: SourceFile;
  /** Procedures the province's decisions are held to; the others are not looked at. */
  readonly procedures?: readonly LocallyDecided[];
  /** Codes of all procedures of the project: the province decides of no other. Not looked at where absent. */
  readonly codes?: readonly string[];
  /** Communes of units are looked up in `communes-2025` where it is given. */
  readonly codeLists?: readonly CodeList[];
  /** @default the contract this version ships with */
  readonly contract?: Contract;
}

/** Compiles `province.json`: a frozen {@link Province}, or all its problems. */
export function compileProvince({ file: source, procedures = [], codes, codeLists = [], contract = shippedContract() }: ProvinceRequest): Result<Province> {
  const { file, problems } = parseJson(source);
  if (file === undefined) return { ok: false, problems };
  const violations = [...problems, ...validateContract(file, "province", contract)];
  if (violations.length > 0) return { ok: false, problems: inReadingOrder(violations) };
  const { $schema: _, ...province } = file.value as Province;
  const found = [...unitFaults(province, codeLists), ...sessionFaults(province), ...countingFaults(province), ...routingFaults(province), ...unknownProcedures(province, codes, procedures), ...procedures.flatMap((procedure) => localFaults(province, procedure))];
  if (found.length === 0) return ok(deepFreeze(province));
  return { ok: false, problems: inReadingOrder(found.map(({ path, ...fault }) => definitionProblem({ ...fault, file, pointer: pointerOf(path) }))) };
}

function unitFaults({ units }: Province, codeLists: readonly CodeList[]): readonly Fault[] {
  const communes = codeLists.find(({ id }) => id === "communes-2025")?.values.map(({ code }) => code);
  const known = communes === undefined ? undefined : new Set(communes);
  const seen = new Set<string>();
  return units.flatMap(({ code, commune, serves = [] }, index) => {
    const twice = seen.has(code);
    seen.add(code);
    const unserved = known === undefined ? [] : serves.flatMap((served, nth) => (known.has(served) ? [] : [{ code: "unknown-commune", path: ["units", index, "serves", nth], given: { name: served } } as const]));
    const missing = commune !== undefined && known !== undefined && !known.has(commune);
    return [
      ...(twice ? [{ code: "duplicate-id", path: ["units", index, "code"], given: { name: code } } as const] : []),
      ...(missing ? [{ code: "unknown-commune", path: ["units", index, "commune"], given: { name: commune } } as const] : []),
      ...unserved,
    ];
  });
}

function sessionFaults(province: Province): readonly Fault[] {
  const weeks = [[["sessions"], province.sessions] as const, ...province.units.map(({ sessions }, index) => [["units", index, "sessions"], sessions ?? {}] as const)];
  return weeks.flatMap(([path, week]) =>
    Object.entries(week).flatMap(([day, sessions]) =>
      sessions.flatMap(({ from, to }, index): readonly Fault[] => {
        const opens = sessions[index - 1]?.to ?? "00:00";
        return from < to && opens <= from ? [] : [{ code: "session-order", path: [...path, day, index] }];
      }),
    ),
  );
}

/** A cut-off that no session holds would make every receipt the next day's, or none. */
function countingFaults({ counting, sessions }: Province): readonly Fault[] {
  const cutOff = counting?.sameDayCutOff;
  if (cutOff === undefined || Object.values(sessions).some((day) => day.some(({ from, to }) => from < cutOff && cutOff <= to))) return [];
  return [{ code: "cut-off-outside-sessions", path: ["counting", "sameDayCutOff"], given: { time: cutOff } }];
}

function routingFaults({ routing = {}, units }: Province): readonly Fault[] {
  const codes = units.map(({ code }) => code);
  return Object.entries(routing).flatMap(([commune, code]): readonly Fault[] => (codes.includes(code) ? [] : [{ code: "unknown-unit", path: ["routing", commune], given: { name: code }, near: nearestName(code, codes) }]));
}

/** A version that does not compile is known by its folder. */
function unknownProcedures({ procedures }: Province, codes: readonly string[] | undefined, compiled: readonly LocallyDecided[]): readonly Fault[] {
  if (codes === undefined) return [];
  const known = new Set([...codes, ...compiled.map(versionKey)]);
  return Object.keys(procedures)
    .filter((code) => !known.has(code))
    .map((code) => ({ code: "unknown-procedure", path: ["procedures", code], spot: "key", given: { name: code }, near: nearestName(code, [...known]) }));
}
