import type { Text } from "@motcua/procedure";
import type { Choice } from "./field.ts";

/** A code list that forms name and do not carry, as in `schemas/shared/code-lists`. */
export interface CodeList {
  readonly id: string;
  readonly values: readonly { readonly code: string; readonly name: Text; readonly province?: string }[];
}

/** Looks values up by list. Lists that are absent have none. */
export interface CodeLists {
  readonly choices: (list: string) => readonly Choice[];
  /** Communes of a province, in the order of their names. */
  readonly communes: (province: string) => readonly Choice[];
  readonly provinces: () => readonly Choice[];
  readonly provinceOf: (commune: string) => string | undefined;
  /** Name of a commune; its code where it is unknown. */
  readonly communeName: (commune: string) => string;
}

const COMMUNES = "communes-2025";
const PROVINCES = "provinces-34";

/** Indexes code lists. Communes and provinces are those of Decision 19/2025/QĐ-TTg. */
export function codeLists(lists: readonly CodeList[]): CodeLists {
  const byId = new Map(lists.map((list) => [list.id, list.values]));
  const collator = new Intl.Collator("vi");
  const communes = new Map((byId.get(COMMUNES) ?? []).map((value) => [value.code, value]));
  const ofProvince = new Map<string, readonly Choice[]>();
  const choices = (list: string) => (byId.get(list) ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return {
    choices,
    provinces: () => choices(PROVINCES),
    communes: (province) => {
      const known = ofProvince.get(province);
      if (known !== undefined) return known;
      const found = [...communes.values()].filter((value) => value.province === province).map(({ code, name }) => ({ value: code, label: name }));
      const sorted = found.sort((a, b) => collator.compare(a.label.vi, b.label.vi));
      ofProvince.set(province, sorted);
      return sorted;
    },
    provinceOf: (commune) => communes.get(commune)?.province,
    communeName: (commune) => communes.get(commune)?.name.vi ?? commune,
  };
}
