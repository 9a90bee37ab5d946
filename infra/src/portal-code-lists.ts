import type { CodeList } from "@motcua/procedure/compile";

/** Lists the portal offers values of that no form carries: communes are too many, provinces lead to them. */
const NEEDED: ReadonlySet<string> = new Set(["communes-2025", "provinces-34"]);

/** A code list as the portal reads it: values with their names, and the province of a commune. */
export interface PortalCodeList {
  readonly id: string;
  readonly values: readonly { readonly code: string; readonly name: { readonly vi: string; readonly en?: string }; readonly province?: string }[];
}

/** The lists the portal needs, without sources and everything else it never reads: the file is parsed at every cold start. */
export function portalCodeLists(lists: readonly CodeList[]): readonly PortalCodeList[] {
  return lists
    .filter(({ id }) => NEEDED.has(id))
    .map(({ id, values }) => ({
      id,
      values: values.map(({ code, name, province }) => ({ code, name, ...(typeof province === "string" ? { province } : {}) })),
    }));
}
