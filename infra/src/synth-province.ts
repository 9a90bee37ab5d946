import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { routes } from "@motcua/handlers";
import type { Procedure, Province } from "@motcua/procedure";
import { toStateMachine } from "@motcua/workflow";
import { checkDefinitions } from "./check-definitions.ts";
import { synthesise } from "./synth.ts";
import type { WorkflowShape } from "./workflow-machines.ts";

/** What one province's assembly is synthesised from. */
export interface ProvinceAssembly {
  readonly procedures: readonly Procedure[];
  readonly province: Province;
  /** Directory written by `buildFunctions`. */
  readonly functions: string;
  readonly outdir: string;
  readonly validate: boolean;
}

/** Synthesises a province's shop and counts what came out. @throws when a template rule or a state machine rule is broken */
export async function synthProvince(source: ProvinceAssembly): Promise<{ readonly shapes: number; readonly resources: number }> {
  const shapes = shapesOf(source.procedures);
  const { province } = source;
  const name = province.id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  synthesise(
    name,
    {
      province: province.id,
      shapes,
      functions: source.functions,
      publicRoutes: routes.filter((route) => route.auth === "public").map(({ method, path }) => ({ method, path })),
      connectorUrl: `https://lgsp.${province.id.replaceAll("-", "")}.gov.vn`,
      description: `Motcua: ${province.name.en ?? province.name.vi}`,
      env: { region: "ap-southeast-1" },
    },
    { outdir: source.outdir, validate: source.validate },
  );
  const template = JSON.parse(await readFile(join(source.outdir, `${name}.template.json`), "utf8")) as { Resources: object };
  if (source.validate) checkDefinitions(template);
  return { shapes: shapes.length, resources: Object.keys(template.Resources).length };
}

/** Equal shapes share one machine. */
export function shapesOf(procedures: readonly Procedure[]): readonly WorkflowShape[] {
  const shapes = new Map<string, WorkflowShape>();
  for (const procedure of procedures) {
    const { shape, definition } = toStateMachine(procedure);
    shapes.set(shape, { shape, definition });
  }
  return [...shapes.values()].sort((a, b) => (a.shape < b.shape ? -1 : 1));
}
