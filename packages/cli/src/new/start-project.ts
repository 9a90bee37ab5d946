import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Province } from "@motcua/procedure";

/** The product's own definitions: what a project begins with stands here. */
const PRODUCT = fileURLToPath(new URL("../../../../", import.meta.url));

/** Folders of `schemas/` that every project needs as they are. */
const AS_THEY_ARE = ["contract", "shared", "calendars"] as const;

/** Whether the product has a file of a province. */
export function knownProvince(id: string): boolean {
  return /^[a-z]+(-[a-z]+)*$/.test(id) && existsSync(provinceFile(id));
}

/**
 * Begins a project in a folder: the contract, what forms share, the calendars, one province without what it decides of
 * procedures that are not there, and the settings by which an editor completes and checks. Nothing that is there is touched.
 */
export async function startProject(folder: string, province: string): Promise<void> {
  const schemas = join(folder, "schemas");
  await mkdir(join(schemas, "procedures"), { recursive: true });
  for (const name of AS_THEY_ARE) await cp(join(PRODUCT, "schemas", name), join(schemas, name), { recursive: true });
  const own = JSON.parse(await readFile(provinceFile(province), "utf8")) as Province;
  await mkdir(join(schemas, "provinces", province), { recursive: true });
  await writeFile(join(schemas, "provinces", province, "province.json"), `${JSON.stringify({ ...own, procedures: {} }, undefined, 2)}\n`);
  await kept(join(folder, ".vscode", "settings.json"), await readFile(join(PRODUCT, ".vscode", "settings.json"), "utf8"));
  await kept(join(folder, ".gitignore"), ".motcua/\n");
}

/** Writes a file that is not there yet. */
async function kept(path: string, text: string): Promise<void> {
  if (existsSync(path)) return;
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
}

function provinceFile(id: string): string {
  return join(PRODUCT, "schemas", "provinces", id, "province.json");
}
