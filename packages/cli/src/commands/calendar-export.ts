import { writeFile } from "node:fs/promises";
import type { Client } from "@motcua/client";
import type { Procedure, Province } from "@motcua/procedure";
import { loadCatalogue, loadProvinces, localiseProcedure } from "@motcua/procedure/compile";
import { exportedLine, type ExportedDossier } from "../calendar/exported-line.ts";
import { connectShop, type ShopAddress } from "../connect-shop.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { chosenProvince } from "../for-province.ts";
import { requireWorkspace } from "../workspace.ts";

interface ExportOptions extends ShopAddress {
  readonly out?: string;
}

interface Definitions {
  readonly procedures: readonly Procedure[];
  readonly province: Province | undefined;
}

/**
 * `motcua calendar export`: the open dossiers of a running shop, one JSON line each, as `impact` reads them. They are those
 * that wait for one of the officers asked: what only waits for another system or for the applicant stands in no worklist.
 */
export async function calendarExport(options: ExportOptions): Promise<number> {
  const definitions = await readDefinitions();
  const seen = new Map<string, ExportedDossier | undefined>();
  const unknown: string[] = [];
  for (const client of await connectShop(options)) {
    for (const code of await codesOf(client)) {
      if (seen.has(code)) continue;
      const line = await lineOf(client, code, definitions);
      if (line === "unknown-version") unknown.push(code);
      seen.set(code, line === "unknown-version" ? undefined : line);
    }
  }
  const lines = [...seen.values()].flatMap((line) => (line === undefined ? [] : [line])).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  if (options.out === undefined) process.stdout.write(text);
  else await writeFile(options.out, text);
  if (options.out !== undefined) console.log(`${options.out}: ${lines.length} hồ sơ đang được tính thời hạn, trong ${seen.size} hồ sơ đang chờ cán bộ`);
  if (unknown.length > 0) throw new CommandFailure(`Không có định nghĩa của phiên bản mà các hồ sơ này được nộp, cần xem từng hồ sơ: ${unknown.join(", ")}`);
  return EXIT.done;
}

async function readDefinitions(): Promise<Definitions> {
  const workspace = requireWorkspace();
  const { procedures } = await loadCatalogue(workspace.schemas);
  const { provinces } = await loadProvinces(workspace.schemas, procedures);
  const province = chosenProvince(provinces, workspace.province);
  return { province, procedures: procedures.map(({ procedure }) => (province === undefined ? procedure : localiseProcedure(procedure, province))) };
}

async function codesOf(client: Client): Promise<readonly string[]> {
  const found = await client.worklist();
  if (!found.ok) throw new CommandFailure(found.problems.map(({ message }) => message.vi).join("; "));
  return [...new Set(found.value.map(({ code }) => code))];
}

async function lineOf(client: Client, code: string, { procedures, province }: Definitions): Promise<ExportedDossier | undefined | "unknown-version"> {
  const [view, log] = await Promise.all([client.dossier(code), client.log(code)]);
  // Ended or handed on between the worklist and now.
  if (!view.ok || !log.ok) return undefined;
  const { state } = view.value;
  const procedure = procedures.find((known) => known.code === state.procedure && known.version === state.version);
  if (procedure === undefined) return "unknown-version";
  return exportedLine({ state, log: log.value, procedure, localLimits: province?.procedures[state.procedure]?.limits ?? {} });
}
