import { existsSync } from "node:fs";
import { join } from "node:path";
import { readAssembly } from "../assembly/read-assembly.ts";
import { readModel } from "../assembly/read-model.ts";
import { readMemory } from "../runtime/local-memory.ts";
import { signAccessToken } from "./access-token.ts";
import type { LocalPerson } from "./local-person.ts";
import { readLoginClients } from "./login-clients.ts";
import { loadLoginKeys } from "./login-keys.ts";

/** A shop that runs in another process of this machine, as one of its people sees it. */
export interface RunningShop {
  readonly httpUrl: string;
  /** An access token, good for an hour. */
  readonly token: string;
}

/** Options of {@link findRunningShop}. */
export interface RunningShopOptions {
  readonly assembly: string;
  /** Data directory it runs on. */
  readonly data: string;
  readonly person: LocalPerson;
}

/** The shop that runs on a data directory; `undefined` when none answers. Who may read the directory may act as anybody in it. */
export async function findRunningShop({ assembly, data, person }: RunningShopOptions): Promise<RunningShop | undefined> {
  const keyFile = join(data, "login", "keys.json");
  const { ports } = readMemory(data);
  const { http, oidc } = ports;
  if (http === undefined || oidc === undefined || !existsSync(keyFile)) return undefined;
  const httpUrl = `http://127.0.0.1:${http}`;
  const answers = await fetch(`${httpUrl}/api/procedures`).then(({ ok }) => ok, () => false);
  if (!answers) return undefined;
  const clientId = readLoginClients(readModel(readAssembly(assembly)), http)[0]?.id ?? "";
  return { httpUrl, token: await signAccessToken({ keys: await loadLoginKeys(keyFile), issuer: `http://127.0.0.1:${oidc}`, clientId, person }) };
}
