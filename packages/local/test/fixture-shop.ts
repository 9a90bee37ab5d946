import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalOptions, type LocalShop, startLocal } from "../src/index.ts";
import { type FixtureTemplate, writeFixtureAssembly } from "./fixture-assembly.ts";

/** The one who logs in to the fixture. */
export const PERSON = { sub: "person-1", login: "an", name: "Nguyễn Văn An" };

/** A place for one fixture: its assembly and its data. */
export interface FixturePlace {
  readonly directory: string;
  /** Starts (again) on the same data. */
  readonly start: (options?: Partial<LocalOptions>) => Promise<LocalShop>;
  readonly remove: () => void;
}

/** Writes the assembly into a temporary directory. */
export function fixturePlace(bend?: (template: FixtureTemplate) => void): FixturePlace {
  const directory = mkdtempSync(join(tmpdir(), "motcua-local-"));
  const assembly = writeFixtureAssembly(join(directory, "assembly"), bend);
  return {
    directory,
    start: (options = {}) => startLocal({ assembly, data: join(directory, "data"), people: [PERSON], ...options }),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** What the fixture's API answers, as far as tests look at it. */
export type Answer = Readonly<Record<string, unknown>> & { readonly requestContext?: { readonly authorizer: { readonly jwt: { readonly claims: Readonly<Record<string, string>> } } } };

/** Asks the fixture's API to do something, with a good token unless another is given. */
export async function ask(shop: LocalShop, body: object, token?: string): Promise<{ readonly status: number; readonly body: Answer }> {
  const authorization = `Bearer ${token ?? (await shop.tokenFor(PERSON.login))}`;
  const response = await fetch(`${shop.httpUrl}/api/do`, { method: "POST", headers: { authorization, "content-type": "application/json" }, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Answer };
}
