import type { LocalSettings, Province } from "./province.ts";

/** A version of a procedure, as a province names it. */
export interface NamedVersion {
  readonly code: string;
  readonly effective: { readonly from: string };
}

/** Key of `province.json` under which one version of a procedure is decided on alone: `1.013225@2026-07-01`. */
export function versionKey({ code, effective }: NamedVersion): string {
  return `${code}@${effective.from}`;
}

/**
 * What a province decides of a version of a procedure: what stands under its code holds for every version; under its code
 * and the day it came into force, for that version alone, entry by entry in the place of the other. `undefined` where it
 * decides nothing.
 */
export function localSettings({ procedures }: Pick<Province, "procedures">, version: NamedVersion): LocalSettings | undefined {
  const [all, own] = [procedures[version.code], procedures[versionKey(version)]];
  if (all === undefined || own === undefined) return own ?? all;
  const merged = ["fees", "limits", "parameters", "stepTimes", "extraSteps"] as const;
  const both = merged.flatMap((part) => (all[part] === undefined && own[part] === undefined ? [] : [[part, { ...all[part], ...own[part] }] as const]));
  return { ...all, ...own, ...Object.fromEntries(both) };
}
