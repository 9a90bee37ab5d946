import { readdirSync, readFileSync } from "node:fs";
import type { FormSchema, ProcedureModule, Sample } from "@motcua/procedure";
import type { ZodMiniType } from "zod/mini";
import * as birth from "../1.001193.js";
import * as birthZod from "../1.001193/zod.js";
import * as marriage from "../1.004873.js";
import * as marriageZod from "../1.004873/zod.js";
import * as building from "../1.013225.js";
import * as buildingZod from "../1.013225/zod.js";
import * as extract from "../2.000635.js";
import * as extractZod from "../2.000635/zod.js";

/** An SDK of this folder, with its zod schema and the samples of its definition. */
export interface SampledSdk {
  readonly code: string;
  readonly module: ProcedureModule;
  readonly zod: ZodMiniType;
  readonly form: FormSchema;
  readonly samples: readonly Sample[];
}

const PROCEDURES = new URL("../../../schemas/procedures/", import.meta.url);

/** Every SDK of this folder. */
export const SDKS: readonly SampledSdk[] = [
  sampled(birth.default, birthZod.Form),
  sampled(marriage.default, marriageZod.Form),
  sampled(building.default, buildingZod.Form),
  sampled(extract.default, extractZod.Form),
];

function sampled(module: ProcedureModule, zod: ZodMiniType): SampledSdk {
  const { code, form } = module.procedure;
  return { code, module, zod, form, samples: samplesOf(code) };
}

function samplesOf(code: string): readonly Sample[] {
  const files = readdirSync(PROCEDURES, { recursive: true, encoding: "utf8" }).filter((path) => path.includes(`/${code}-`) && path.includes("/samples/"));
  return files.toSorted().map((path) => JSON.parse(readFileSync(new URL(path, PROCEDURES), "utf8")) as Sample);
}

/** Context a sample is checked in: the day of its submission. */
export function contextOf({ submittedAt, channel }: Sample): { readonly today: string; readonly submittedOn: string; readonly channel: Sample["channel"] } {
  const day = submittedAt.slice(0, 10);
  return { today: day, submittedOn: day, channel };
}
