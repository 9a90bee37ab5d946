import type { WorklistLine } from "@motcua/handlers";
import type { Portal } from "../portal.ts";
import { CONSULTED } from "./worklist-filter.ts";

/** Names of the roles in a worklist, from the procedures it holds; their modules are loaded by then. */
export async function roleNames(portal: Portal, lines: readonly WorklistLine[]): Promise<(role: string) => string> {
  const names = new Set(lines.map(({ procedure }) => procedure.vi));
  const entries = (await portal.handlers.procedures()).filter(({ name }) => names.has(name.vi));
  const modules = await Promise.all(entries.map(({ code, version }) => portal.catalogue.load(code, version)));
  const known = new Map(modules.flatMap((module) => Object.entries(module?.procedure.roles ?? {}).map(([id, { name }]) => [id, name.vi] as const)));
  return (role) => (role === CONSULTED ? "Đơn vị được lấy ý kiến" : (known.get(role) ?? role));
}
