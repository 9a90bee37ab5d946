import { COMMUNE_TABLE } from "./commune-table.ts";

/** Alphabet of the table: a commune is the distance of its code from the one before, as one character. */
export const DISTANCES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

let index: ReadonlyMap<string, string> | undefined;
let codes: ReadonlySet<string> | undefined;

/** Province by commune code. Unfolded from the table when first asked for: most pages never ask. */
export function communes(): ReadonlyMap<string, string> {
  index ??= unfold(COMMUNE_TABLE);
  return index;
}

/** Codes of the provinces. */
export function provinces(): ReadonlySet<string> {
  codes ??= new Set(communes().values());
  return codes;
}

function unfold(table: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let code = 0;
  for (const run of table.split(" ")) {
    const province = run.slice(0, 2);
    for (const distance of run.slice(2)) {
      code += DISTANCES.indexOf(distance);
      found.set(String(code).padStart(5, "0"), province);
    }
  }
  return found;
}
