import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Procedure, Sample } from "@motcua/procedure";
import { loadCatalogue } from "@motcua/procedure/compile";

/** A real procedure with its samples. */
export interface Sampled {
  readonly procedure: Procedure;
  readonly samples: readonly Sample[];
}

const root = new URL("../../", import.meta.url);

/** The procedures of this repository. */
export async function realProcedures(): Promise<readonly Sampled[]> {
  const { procedures } = await loadCatalogue(fileURLToPath(new URL("schemas", root)));
  return procedures.map(({ procedure, samples }) => ({ procedure, samples }));
}

/** Names of the modules in the SDK of this repository. */
export function sdkNames(): readonly string[] {
  return readdirSync(new URL("examples/sdk", root)).filter((path) => /^\d\.\d{6}(@[\d-]+)?\.js$/.test(path)).map((path) => path.slice(0, -".js".length)).toSorted();
}
