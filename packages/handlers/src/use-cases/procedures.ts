import type { CatalogueEntry } from "../ports/catalogue.ts";
import { inForce } from "../in-force.ts";
import { localDay } from "../local-day.ts";
import type { Ports } from "../ports/index.ts";

/** The procedures in force today, one version each, in the order of their codes. */
export async function procedures(ports: Ports): Promise<readonly CatalogueEntry[]> {
  const today = localDay(ports.clock.now());
  const codes = [...new Set(ports.catalogue.entries.map(({ code }) => code))].sort();
  return codes.flatMap((code) => inForce(ports.catalogue, code, today) ?? []);
}
