import type { Portal } from "../portal.ts";

/** Procedures looked into for the name of a role; an id is shown where none of them has it. */
const MOST_MODULES = 40;

/** Names of roles, from the procedures that have them: read one after the other until each is found. */
export async function dutyNames(portal: Portal, roles: readonly string[]): Promise<(role: string) => string> {
  const wanted = new Set(roles);
  const names = new Map<string, string>();
  for (const { code, version } of (await portal.handlers.procedures()).slice(0, MOST_MODULES)) {
    if (wanted.size === 0) break;
    const module = await portal.catalogue.load(code, version);
    for (const [id, { name }] of Object.entries(module?.procedure.roles ?? {})) if (wanted.delete(id)) names.set(id, name.vi);
  }
  return (role) => names.get(role) ?? role;
}
