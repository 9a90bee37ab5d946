import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { FormSchema, ProcedureModule, Sample } from "@motcua/procedure";
import type { ZodMiniType } from "zod/mini";

/** An SDK of this folder, with its zod schema and the samples of its definition. */
export interface SampledSdk {
  /** Name of its module: the code, with the day it came into force where a later version has the plain code. */
  readonly code: string;
  readonly module: ProcedureModule;
  readonly zod: ZodMiniType;
  readonly is: (value: unknown) => boolean;
  readonly form: FormSchema;
  readonly samples: readonly Sample[];
}

const SDK = new URL("../", import.meta.url);
const PROCEDURES = new URL("../../../schemas/procedures/", import.meta.url);

/** Every SDK of this folder, older versions of a procedure included, in the order of their names. */
export const SDKS: readonly SampledSdk[] = await Promise.all(
  readdirSync(SDK)
    .filter((path) => /^\d\.\d{6}(@[0-9-]+)?\.js$/.test(path))
    .toSorted()
    .map(async (path) => {
      const { default: module } = (await import(new URL(path, SDK).href)) as { readonly default: ProcedureModule };
      const name = path.slice(0, -".js".length);
      const { Form } = (await import(new URL(`${name}/zod.js`, SDK).href)) as { readonly Form: ZodMiniType };
      const { is } = (await import(new URL(`${name}/is.js`, SDK).href)) as { readonly is: (value: unknown) => boolean };
      return { code: name, module, zod: Form, is, form: module.procedure.form, samples: samplesOf(module) };
    }),
);

/** The SDK of a name. @throws RangeError when there is none */
export function sdkOf(name: string): SampledSdk {
  const found = SDKS.find(({ code }) => code === name);
  if (found === undefined) throw new RangeError(`there is no SDK ${name}`);
  return found;
}

/** The samples beside the definition a module was made of. */
function samplesOf({ procedure: { code, effective } }: ProcedureModule): readonly Sample[] {
  const folders = readdirSync(PROCEDURES, { recursive: true, encoding: "utf8" }).filter((path) => existsSync(new URL(`${path}/procedure.json`, PROCEDURES)));
  const folder = folders.find((path) => {
    const definition = readJson(`${path}/procedure.json`) as ProcedureModule["procedure"];
    return definition.code === code && definition.effective.from === effective.from;
  });
  const files = readdirSync(new URL(`${folder}/samples/`, PROCEDURES)).filter((path) => path.endsWith(".json"));
  return files.toSorted().map((path) => readJson(`${folder}/samples/${path}`) as Sample);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, PROCEDURES), "utf8"));
}

/** Context a sample is checked in: the day of its submission. */
export function contextOf({ submittedAt, channel }: Sample): { readonly today: string; readonly submittedOn: string; readonly channel: Sample["channel"] } {
  const day = submittedAt.slice(0, 10);
  return { today: day, submittedOn: day, channel };
}
