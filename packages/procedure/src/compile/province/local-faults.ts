import type { ProcedureFile } from "../../definition.ts";
import { localSettings, versionKey } from "../../local-settings.ts";
import type { LocalSettings, Province } from "../../province.ts";
import type { WorkflowFile } from "../../workflow.ts";
import type { DefinitionProblemRequest } from "../problems/definition-problem.ts";
import { nearestName } from "../source/nearest-name.ts";
import { isWithin, workingDays } from "./duration-order.ts";
import { localWorkflow } from "./local-workflow.ts";

/** A procedure as far as a province may decide something of it. */
export type LocallyDecided = Pick<ProcedureFile, "code" | "effective" | "fees" | "cases" | "roles" | "parameters"> & { readonly workflow: Pick<WorkflowFile, "start" | "steps"> };

/** What is wrong with an overlay, at a path of `province.json`. */
export type Fault = Omit<DefinitionProblemRequest, "file" | "pointer"> & { readonly path: readonly (string | number)[] };

/** What a province decides of a procedure must be left open by the procedure, and stay within its bounds. */
export function localFaults(province: Province, procedure: LocallyDecided): readonly Fault[] {
  const key = versionKey(procedure);
  const [all, own] = [province.procedures[procedure.code], province.procedures[key]];
  const faults = [
    // What is decided for the version alone stands in the place of what is decided for all.
    ...(all === undefined ? [] : faultsAt(procedure.code, own === undefined ? all : without(all, own), { province, procedure })),
    ...(own === undefined ? [] : faultsAt(key, own, { province, procedure })),
  ];
  const local = localSettings(province, procedure);
  return faults.length > 0 || local === undefined ? faults : sumFaults(local, procedure).map(({ path, ...fault }) => ({ ...fault, path: ["procedures", own === undefined ? procedure.code : key, ...path] }));
}

function faultsAt(key: string, local: LocalSettings, { province, procedure }: { readonly province: Province; readonly procedure: LocallyDecided }): readonly Fault[] {
  const found = [feeFaults, limitFaults, parameterFaults, stepTimeFaults, extraStepFaults].flatMap((check) => check(local, procedure));
  return [...found, ...deskFaults(local, province)].map(({ path, ...fault }) => ({ ...fault, path: ["procedures", key, ...path] }));
}

/** Settings less the entries that others have in their place. */
function without(all: LocalSettings, own: LocalSettings): LocalSettings {
  const left = (["fees", "limits", "parameters", "stepTimes", "extraSteps"] as const).flatMap((part) => {
    const entries = Object.entries(all[part] ?? {}).filter(([id]) => !Object.hasOwn(own[part] ?? {}, id));
    return all[part] === undefined ? [] : [[part, Object.fromEntries(entries)] as const];
  });
  return { ...all, ...Object.fromEntries(left) };
}

/** Whether what a province decides of a procedure may be put into it. */
export function overlayHolds(province: Province, procedure: LocallyDecided): boolean {
  return localFaults(province, procedure).length === 0;
}

const unknown = (code: "unknown-fee" | "unknown-case" | "unknown-parameter" | "unknown-step" | "unknown-role", path: Fault["path"], of: { readonly name: string; readonly among: readonly string[] }): Fault => ({
  code,
  path,
  ...(code === "unknown-role" ? {} : { spot: "key" as const }),
  given: { name: of.name },
  near: nearestName(of.name, of.among),
});

function feeFaults({ fees: set = {} }: LocalSettings, { fees }: LocallyDecided): readonly Fault[] {
  return Object.entries(set).flatMap(([id, { vnd, byChannel = {} }]): readonly Fault[] => {
    const path = ["fees", id];
    const fee = fees.find((one) => one.id === id);
    if (fee === undefined) return [unknown("unknown-fee", path, { name: id, among: fees.map((one) => one.id) })];
    if (fee.amount.state !== "set-locally") return [{ code: "fee-not-set-locally", path, spot: "key", given: { name: id } }];
    const { atMost } = fee.amount;
    const amounts: readonly (readonly [Fault["path"], number])[] = [[["vnd"], vnd], ...Object.entries(byChannel).map(([channel, own]) => [["byChannel", channel], own] as const)];
    return amounts.flatMap(([at, amount]) => (atMost === undefined || amount <= atMost ? [] : [{ code: "fee-above-cap", path: [...path, ...at], given: { limit: String(atMost) } }]));
  });
}

function limitFaults({ limits = {} }: LocalSettings, { cases }: LocallyDecided): readonly Fault[] {
  return Object.entries(limits).flatMap(([id, time]): readonly Fault[] => {
    const path = ["limits", id];
    const found = Object.hasOwn(cases, id) ? cases[id] : undefined;
    if (found === undefined) return [unknown("unknown-case", path, { name: id, among: Object.keys(cases) })];
    const { setLocally, time: national, byChannel = {} } = found.limit;
    const bounds = setLocally === undefined ? [national, ...Object.values(byChannel)] : [setLocally.atMost];
    const broken = bounds.find((bound) => !isWithin(time, bound));
    return broken === undefined ? [] : [{ code: "limit-above-national", path, given: { limit: broken } }];
  });
}

function parameterFaults({ parameters: set = {} }: LocalSettings, { parameters = {} }: LocallyDecided): readonly Fault[] {
  return Object.entries(set).flatMap(([id, { value }]): readonly Fault[] => {
    const path = ["parameters", id];
    const parameter = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
    if (parameter === undefined) return [unknown("unknown-parameter", path, { name: id, among: Object.keys(parameters) })];
    const { atLeast = -Infinity, atMost = Infinity, type } = parameter;
    const fits = value >= atLeast && value <= atMost && (type === "double" || Number.isSafeInteger(value));
    const bounds = [...(atLeast === -Infinity ? [] : [`≥ ${atLeast}`]), ...(atMost === Infinity ? [] : [`≤ ${atMost}`])];
    const words = (whole: string) => [...(type === "int" ? [whole] : []), ...bounds].join(", ");
    return fits ? [] : [{ code: "parameter-out-of-range", path: [...path, "value"], given: { expected: { vi: words("số nguyên"), en: words("a whole number") } } }];
  });
}

function stepTimeFaults({ stepTimes = {} }: LocalSettings, { workflow: { steps } }: LocallyDecided): readonly Fault[] {
  return Object.entries(stepTimes).flatMap(([id, time]): readonly Fault[] => {
    const path = ["stepTimes", id];
    const step = Object.hasOwn(steps, id) ? steps[id] : undefined;
    if (step === undefined) return [unknown("unknown-step", path, { name: id, among: Object.keys(steps) })];
    const legal = step.legalLimit?.time;
    return legal === undefined || isWithin(time, legal) ? [] : [{ code: "step-time-above-legal", path, given: { name: id, limit: legal } }];
  });
}

function extraStepFaults({ extraSteps = {} }: LocalSettings, { roles, workflow: { steps } }: LocallyDecided): readonly Fault[] {
  const known = [...Object.keys(steps), ...Object.keys(extraSteps)];
  return Object.entries(extraSteps).flatMap(([id, { before, role, outcomes, next }]): readonly Fault[] => {
    const path = ["extraSteps", id];
    const strange = Object.entries(next).filter(([, target]) => !known.includes(target));
    return [
      ...(Object.hasOwn(steps, id) ? [{ code: "duplicate-id", path, spot: "key", given: { name: id } } as const] : []),
      ...(Object.hasOwn(steps, before) ? [] : [{ ...unknown("unknown-step", [...path, "before"], { name: before, among: Object.keys(steps) }), spot: "value" } as const]),
      ...(Object.hasOwn(roles, role) ? [] : [unknown("unknown-role", [...path, "role"], { name: role, among: Object.keys(roles) })]),
      ...strange.map(([outcome, target]) => ({ ...unknown("unknown-step", [...path, "next", outcome], { name: target, among: known }), spot: "value" }) as const),
      ...(strange.length > 0 || Object.values(next).includes(before) ? [] : [{ code: "extra-step-target", path: [...path, "next"], given: { name: before } } as const]),
      ...Object.keys(next).filter((outcome) => !Object.hasOwn(outcomes, outcome)).map((outcome) => ({ code: "outcome-without-name", path: [...path, "next", outcome], spot: "key", given: { name: outcome } }) as const),
    ];
  });
}

/** What the offices take between them, along the way of the first outcomes, stays inside the longest time any case has there. */
function sumFaults({ limits = {}, ...local }: LocalSettings, { cases, workflow }: LocallyDecided): readonly Fault[] {
  if (Object.keys({ ...local.stepTimes, ...local.extraSteps }).length === 0) return [];
  const allowed = Object.entries(cases).flatMap(([id, { limit }]) => (limits[id] === undefined ? [limit.time, ...Object.values(limit.byChannel ?? {})] : [limits[id]])).map(workingDays);
  if (allowed.some((days) => days === undefined)) return [];
  const limit = Math.max(...allowed.map((days) => days ?? 0));
  const merged = localWorkflow(workflow, local);
  const sum = firstWay(merged).reduce((days, id) => days + (workingDays(merged.steps[id]?.time ?? "0min") ?? 0), 0);
  if (sum <= limit) return [];
  const path = local.extraSteps === undefined ? ["stepTimes"] : ["extraSteps"];
  return [{ code: "local-times-above-limit", path, spot: "key", given: { sum: String(Math.round(sum * 100) / 100), limit: `${limit}wd` } }];
}

function firstWay({ start, steps }: LocallyDecided["workflow"]): readonly string[] {
  const way: string[] = [];
  for (let id: string | undefined = start; id !== undefined && Object.hasOwn(steps, id) && !way.includes(id); id = Object.values(steps[id]?.next ?? {})[0]) way.push(id);
  return way;
}

function deskFaults({ receivedAt = [] }: LocalSettings, { units }: Province): readonly Fault[] {
  const codes = units.map(({ code }) => code);
  return receivedAt.flatMap((code, index): readonly Fault[] => (codes.includes(code) ? [] : [{ code: "unknown-unit", path: ["receivedAt", index], given: { name: code }, near: nearestName(code, codes) }]));
}
