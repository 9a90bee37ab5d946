import { pathToFileURL } from "node:url";
import { join } from "node:path";
import type { LocalFunction } from "../functions/read-functions.ts";
import type { LocalPerson } from "./local-person.ts";

/** Options of {@link seedPeople}. */
export interface SeedOptions {
  readonly people: readonly LocalPerson[];
  /** Function whose environment names the table. */
  readonly fn: LocalFunction;
  readonly administrator: Readonly<Record<string, string>>;
}

/** Puts the people's memberships into the table through the product's own port, as an administrator would. */
export async function seedPeople({ people, fn, administrator }: SeedOptions): Promise<void> {
  const { awsPorts, readAsset, readEnvironment } = await import("@motcua/aws");
  const before = Object.keys(administrator).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, administrator);
  try {
    const ports = awsPorts(readEnvironment(fn.environment), readAsset(pathToFileURL(join(fn.directory, "api.mjs")).href));
    await Promise.all(people.map(({ sub, name, memberships }) => ports.people.put({ sub, name, memberships: memberships ?? [] })));
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
