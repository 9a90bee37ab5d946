import type { ProcedureFile } from "../definition.ts";
import { ok, type Problem, type Result } from "../problem.ts";
import type { Province } from "../province.ts";
import { type Contract, shippedContract } from "./contract/contract.ts";
import { validateContract } from "./contract/validate-contract.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { CodeList } from "./form/code-list.ts";
import { definitionProblem, type DefinitionProblemRequest } from "./problems/definition-problem.ts";
import { inReadingOrder } from "./reading-order.ts";
import { pointerOf } from "./source/json-pointer.ts";
import { nearestName } from "./source/nearest-name.ts";
import { parseJson } from "./source/parse-json.ts";
import type { SourceFile } from "./source/source-file.ts";

/** What {@link compileProvince} compiles. */
export interface ProvinceRequest {
  readonly file: SourceFile;
  /** Procedures whose open fees and cases the province's amounts are held to; the others are not looked at. */
  readonly procedures?: readonly Pick<ProcedureFile, "code" | "fees" | "cases">[];
  /** Communes of units are looked up in `communes-2025` where it is given. */
  readonly codeLists?: readonly CodeList[];
  /** @default the contract this version ships with */
  readonly contract?: Contract;
}

/** Compiles `province.json`: a frozen {@link Province}, or all its problems. */
export function compileProvince({ file: source, procedures = [], codeLists = [], contract = shippedContract() }: ProvinceRequest): Result<Province> {
  const { file, problems } = parseJson(source);
  if (file === undefined) return { ok: false, problems };
  const violations = [...problems, ...validateContract(file, "province", contract)];
  if (violations.length > 0) return { ok: false, problems: inReadingOrder(violations) };
  const { $schema: _, ...province } = file.value as Province;
  const found = [...unitFaults(province, codeLists), ...sessionFaults(province), ...procedures.flatMap((procedure) => localFaults(province, procedure))];
  if (found.length === 0) return ok(deepFreeze(province));
  return { ok: false, problems: inReadingOrder(found.map(({ path, ...fault }) => definitionProblem({ ...fault, file, pointer: pointerOf(path) }))) };
}

type Fault = Omit<DefinitionProblemRequest, "file" | "pointer"> & { readonly path: readonly (string | number)[] };

function unitFaults({ units }: Province, codeLists: readonly CodeList[]): readonly Fault[] {
  const communes = codeLists.find(({ id }) => id === "communes-2025")?.values.map(({ code }) => code);
  const known = communes === undefined ? undefined : new Set(communes);
  const seen = new Set<string>();
  return units.flatMap(({ code, commune }, index) => {
    const twice = seen.has(code);
    seen.add(code);
    const missing = commune !== undefined && known !== undefined && !known.has(commune);
    return [
      ...(twice ? [{ code: "duplicate-id", path: ["units", index, "code"], given: { name: code } } as const] : []),
      ...(missing ? [{ code: "unknown-commune", path: ["units", index, "commune"], given: { name: commune } } as const] : []),
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

/** What the province decides of a procedure must be left open by the procedure. */
function localFaults(province: Province, { code, fees, cases }: Pick<ProcedureFile, "code" | "fees" | "cases">): readonly Fault[] {
  const local = province.procedures[code];
  const path = ["procedures", code];
  return [
    ...Object.entries(local?.fees ?? {}).flatMap(([id, { vnd }]): readonly Fault[] => {
      const at = [...path, "fees", id];
      const fee = fees.find((one) => one.id === id);
      if (fee === undefined) return [{ code: "unknown-fee", path: at, spot: "key", given: { name: id }, near: nearestName(id, fees.map((one) => one.id)) }];
      if (fee.amount.state !== "set-locally") return [{ code: "fee-not-set-locally", path: at, spot: "key", given: { name: id } }];
      const { atMost } = fee.amount;
      return atMost === undefined || vnd <= atMost ? [] : [{ code: "fee-above-cap", path: [...at, "vnd"], given: { limit: String(atMost) } }];
    }),
    ...Object.keys(local?.limits ?? {}).flatMap((id): readonly Fault[] =>
      Object.hasOwn(cases, id) ? [] : [{ code: "unknown-case", path: [...path, "limits", id], spot: "key", given: { name: id }, near: nearestName(id, Object.keys(cases)) }],
    ),
  ];
}
