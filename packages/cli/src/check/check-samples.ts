import { readFile } from "node:fs/promises";
import type { Problem } from "@motcua/procedure";
import { locatePointer } from "@motcua/procedure/compile";
import type { Definitions, LoadedProcedure, LoadedSample } from "../definitions.ts";
import { emittedModule } from "./emitted-module.ts";
import { runSample, type SampleContext } from "./run-sample.ts";

/** Runs the samples of all procedures, each procedure's own tests; problems stand in the samples' files. */
export async function checkSamples({ procedures, province, calendars, problems }: Definitions): Promise<readonly Problem[]> {
  if (province === undefined) return [];
  const broken = new Set(problems.filter(({ code }) => code === "keyword-not-supported" || code === "expression-not-supported").map(({ file }) => file));
  const found = await Promise.all(
    procedures
      .filter(({ folder }) => ![...broken].some((file) => file?.startsWith(folder)))
      .map(async (loaded) => samplesOf(loaded, { module: await emittedModule(loaded.procedure), province, calendars })),
  );
  return found.flat();
}

async function samplesOf({ samples }: LoadedProcedure, context: SampleContext): Promise<readonly Problem[]> {
  const found = await Promise.all(samples.map((loaded) => located(loaded, runSample(loaded.sample, context))));
  return found.flat();
}

async function located({ file }: LoadedSample, problems: readonly Problem[]): Promise<readonly Problem[]> {
  if (problems.length === 0) return [];
  const source = { path: file, text: await readFile(file, "utf8") };
  return problems.map((problem) => ({ ...problem, ...locatePointer(source, problem.pointer) }));
}
