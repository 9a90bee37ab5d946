import { writeFile } from "node:fs/promises";
import type { Client, OpenDossier } from "@motcua/client";
import { PROVINCE_ROLES, provinceUnit } from "@motcua/handlers";
import { readBuilt } from "../built.ts";
import { connectShop, type ShopAddress } from "../connect-shop.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { requireWorkspace } from "../workspace.ts";

interface ExportOptions extends ShopAddress {
  readonly out?: string;
}

/**
 * `motcua calendar export`: the open dossiers of a running shop whose clock runs, one JSON line each, as `impact` reads them,
 * whoever they wait for: those of the units the person works in, of all units for the province's administrator.
 */
export async function calendarExport(options: ExportOptions): Promise<number> {
  const open = new Map<string, OpenDossier>();
  for (const client of await connectShop({ as: "quantri", ...options })) {
    for (const unit of await unitsOf(client)) for await (const dossier of openOf(client, unit)) open.set(dossier.code, dossier);
  }
  const lines = [...open.values()].flatMap(({ code, competentUnit: unit, clock }) => (clock === undefined ? [] : [{ code, unit, ...clock }])).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  if (options.out === undefined) process.stdout.write(text);
  else await writeFile(options.out, text);
  if (options.out !== undefined) console.log(`${options.out}: ${lines.length} hồ sơ đang được tính thời hạn, trong ${open.size} hồ sơ chưa kết thúc`);
  return EXIT.done;
}

/** Units a person works in; all of the province's for its administrator. */
async function unitsOf(client: Client): Promise<readonly string[]> {
  const me = await client.me();
  if (!me.ok) throw new CommandFailure(me.problems.map(({ message }) => message.vi).join("; "));
  const { memberships } = me.value;
  if (!memberships.some(({ role }) => role === PROVINCE_ROLES.administrator)) return [...new Set(memberships.map(({ unit }) => unit))];
  const { province } = await readBuilt(requireWorkspace());
  const everywhere = memberships.some(({ unit, role }) => role === PROVINCE_ROLES.administrator && unit === provinceUnit(province));
  return everywhere ? province.units.map(({ code }) => code) : [...new Set(memberships.map(({ unit }) => unit))];
}

async function* openOf(client: Client, unit: string): AsyncGenerator<OpenDossier, void> {
  let cursor: string | undefined;
  do {
    const page = await client.open(unit, cursor === undefined ? {} : { cursor });
    if (!page.ok) throw new CommandFailure(page.problems.map(({ message }) => message.vi).join("; "));
    yield* page.value.items;
    cursor = page.value.cursor;
  } while (cursor !== undefined);
}
