import type { Parameter } from "../../definition.ts";
import type { CompiledExpression, Procedure } from "../../procedure.ts";
import { localSettings } from "../../local-settings.ts";
import type { LocalSettings, Province } from "../../province.ts";
import { setParameters } from "../cel/set-parameters.ts";
import { expressionPlaces } from "../cel/expression-places.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { versionHash } from "../version-hash.ts";
import { localWorkflow } from "./local-workflow.ts";

/**
 * A procedure as a province runs it: its parameters, step times and extra steps put in, with a version of its own where
 * anything differs. Fees and limits stay in the province: they are looked up when a dossier is accepted. The overlay must
 * have been checked, see `compileProvince`.
 */
export function localiseProcedure(procedure: Procedure, province: Pick<Province, "procedures">): Procedure {
  const local = localSettings(province, procedure);
  if (local === undefined || !changes(local)) return procedure;
  const inProvinces = localised.get(procedure) ?? new WeakMap<LocalSettings, Procedure>();
  localised.set(procedure, inProvinces);
  const found = inProvinces.get(local) ?? localise(procedure, local);
  inProvinces.set(local, found);
  return found;
}

/** Whether a province runs a procedure otherwise than it is: with parameters, step times or steps of its own. */
export function isLocalised(procedure: Procedure, province: Pick<Province, "procedures">): boolean {
  const local = localSettings(province, procedure);
  return local !== undefined && changes(local);
}

/** Asked for again by every check and every sample. Neither a procedure nor what a province decides of it changes. */
const localised = new WeakMap<Procedure, WeakMap<LocalSettings, Procedure>>();

function localise(procedure: Procedure, local: LocalSettings): Procedure {
  const { version: _, form, workflow: national, expressions, ...rest } = procedure;
  const parameters = localParameters(rest.parameters, local);
  const file = parameters === undefined ? rest : { ...rest, parameters };
  const workflow = localWorkflow(national, local);
  const written = new Map(expressionPlaces({ procedure: file, form, workflow }).map(({ part, pointer, source }) => [`/${part}${pointer}`, source]));
  const set = Object.entries(expressions).map(([at, expression]): readonly [string, CompiledExpression] => [at, { ...expression, source: setParameters(written.get(at) ?? expression.source, parameters ?? {}) }]);
  return deepFreeze({ ...file, version: versionHash({ procedure: file, form, workflow }), form, workflow, expressions: Object.fromEntries(set) });
}

function changes({ parameters = {}, stepTimes = {}, extraSteps = {} }: LocalSettings): boolean {
  return [parameters, stepTimes, extraSteps].some((part) => Object.keys(part).length > 0);
}

function localParameters(parameters: Readonly<Record<string, Parameter>> | undefined, { parameters: local = {} }: LocalSettings): Readonly<Record<string, Parameter>> | undefined {
  if (parameters === undefined) return undefined;
  return Object.fromEntries(Object.entries(parameters).map(([id, parameter]) => [id, { ...parameter, default: local[id]?.value ?? parameter.default }]));
}
