import type { CalendarYear } from "@motcua/calendar";
import { generateChecks, runAlike, type RunnablePart } from "@motcua/codegen";
import { localSettings, type Problem, type Procedure, type ProcedureModule, type Province, type Sample } from "@motcua/procedure";
import { type CompiledProcedure, isLocalised, localiseProcedure, locatePointer, nearestName, overlayHolds, type SourceFile } from "@motcua/procedure/compile";
import { moveSample } from "../drive/move-sample.ts";
import { chosenProvince } from "../for-province.ts";
import { emittedModule } from "./emitted-module.ts";
import { RehearsalPlace } from "./rehearsal-place.ts";
import { runSample } from "./run-sample.ts";
import { sampleProblem } from "./sample-problem.ts";

/** What samples are run with. */
export interface SampleRun {
  /** What is emitted for the procedure. */
  readonly running: RunnablePart;
  readonly files: readonly SourceFile[];
  readonly provinces: readonly Province[];
  readonly complete?: boolean;
  readonly calendars: readonly CalendarYear[];
}

/**
 * Runs a procedure's samples: each with all it expects in the province of its receiving unit, and each that is taken in
 * once more in every other province that decides something of the procedure, moved there; what that province decides is
 * expected no more.
 */
export function sampleProblems({ procedure, samples, sampleFiles }: CompiledProcedure, run: SampleRun): readonly Problem[] {
  const { files, provinces, calendars, complete = true } = run;
  if (samples.length === 0) return [];
  const national = emittedModule(procedure, run.running);
  const deciding = provinces.filter((province) => localSettings(province, procedure) !== undefined);
  const places = new Map<Province, RehearsalPlace>();
  const placeIn = (province: Province): RehearsalPlace => {
    const known = places.get(province) ?? new RehearsalPlace(moduleHere(national, province), province, calendars);
    places.set(province, known);
    return known;
  };
  return samples.flatMap((sample) => {
    const source = files.find(({ path }) => path === sampleFiles[sample.id]);
    const home = homeOf(sample, provinces) ?? (complete ? chosenProvince(provinces, undefined) : undefined);
    if (home === undefined) return [];
    const there = sample.expected.outcome === "accepted" ? deciding.filter((province) => province !== home) : [];
    const found = [...unitProblems(sample, home, procedure), ...runSample(sample, placeIn(home))];
    // What is wrong at home already is told there.
    const elsewhere = found.length > 0 ? [] : there.flatMap((province) => runSample(moveSample(sample, province, provinces), placeIn(province)).map((problem) => inProvince(problem, province)));
    return [...found, ...elsewhere].map((problem) => (source === undefined ? problem : { ...problem, ...locatePointer(source, problem.pointer) }));
  });
}

function homeOf({ receivingUnit }: Sample, provinces: readonly Province[]): Province | undefined {
  return provinces.find(({ units }) => units.some(({ code }) => code === receivingUnit));
}

/** A unit nobody has, or one that does not take dossiers of the procedure. */
function unitProblems({ receivingUnit }: Sample, province: Province, procedure: Procedure): readonly Problem[] {
  if (receivingUnit === undefined) return [];
  const { units, name } = province;
  const desks = localSettings(province, procedure)?.receivedAt ?? units.map(({ code }) => code);
  if (desks.includes(receivingUnit)) return [];
  const near = nearestName(receivingUnit, desks);
  return [sampleProblem("sample-unit", "/receivingUnit", { unit: receivingUnit, province: name.vi, provinceen: name.en ?? name.vi, near: near ?? desks[0] ?? "–" })];
}

/** The module as the province runs it; the national one where the province changes nothing, or what it changes does not hold. */
function moduleHere(national: ProcedureModule, province: Province): ProcedureModule {
  const { procedure } = national;
  if (!isLocalised(procedure, province) || !overlayHolds(province, procedure)) return national;
  const local = localiseProcedure(procedure, province);
  if (runAlike(local, procedure)) return { ...national, procedure: local };
  const { running } = generateChecks(local);
  return running === undefined ? national : emittedModule(local, running);
}

function inProvince(problem: Problem, { name }: Province): Problem {
  const { vi, en = vi } = problem.message;
  return { ...problem, message: { vi: `${name.vi}: ${vi}`, en: `${name.en ?? name.vi}: ${en}` } };
}
