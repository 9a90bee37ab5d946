import type { Step } from "@motcua/procedure";

const name = { vi: "Bước" };

/** A step of a kind with its outcomes; what routing does not read is made up. */
export function stepOf(kind: Exclude<Step["kind"], "fork">, next: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step {
  return { kind, name, role: "r", next, within: "1wd", join: "all", system: "s", operation: "o", ...more } as unknown as Step;
}

/** A fork with the start of each branch. */
export function forkOf(branches: Readonly<Record<string, string>>, joined: string, more: Partial<Step> = {}): Step {
  const entries = Object.entries(branches).map(([id, start]) => [id, { name, start }]);
  return { kind: "fork", name, join: "all", next: { joined }, branches: Object.fromEntries(entries), ...more } as unknown as Step;
}
