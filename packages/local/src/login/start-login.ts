import { join } from "node:path";
import type { Model } from "../assembly/read-model.ts";
import type { TokenVerifier } from "../http/verify-token.ts";
import { createTokenVerifier } from "../http/verify-token.ts";
import type { Doors } from "../runtime/doors.ts";
import type { RuntimeLog } from "../runtime/runtime-log.ts";
import { signAccessToken } from "./access-token.ts";
import { openGrantMemory } from "./grant-adapter.ts";
import type { LocalPerson } from "./local-person.ts";
import { poolIssuers, readLoginClients } from "./login-clients.ts";
import { loadLoginKeys, publicKey } from "./login-keys.ts";
import { createLoginServer } from "./login-provider.ts";

/** The log-in of the shop. */
export interface Login {
  readonly issuer: string;
  readonly password: string;
  readonly verify: TokenVerifier;
  readonly tokenFor: (login: string) => Promise<string>;
  /** Cognito issuers of the templates → the issuer here. */
  readonly rewrites: readonly (readonly [string, string])[];
  readonly close: () => void;
}

/** Options of {@link startLogin}. */
export interface StartLoginOptions {
  readonly model: Model;
  readonly directory: string;
  readonly people: readonly LocalPerson[];
  readonly doors: Doors;
  readonly log: RuntimeLog;
}

/** Puts the log-in provider behind its door. */
export async function startLogin({ model, directory, people, doors, log }: StartLoginOptions): Promise<Login> {
  const keys = await loadLoginKeys(join(directory, "login", "keys.json"));
  const memory = openGrantMemory(join(directory, "login", "grants.jsonl"));
  const clients = readLoginClients(model, doors.ports.http);
  const issuers = poolIssuers(model);
  const issuer = doors.url("oidc");
  doors.open("oidc", createLoginServer({ issuer: () => issuer, clients: () => clients, people, keys, memory, onError: (error) => log.write("login", String(error.stack), "error") }));
  return {
    issuer,
    password: keys.password,
    rewrites: issuers.map((pool) => [pool, issuer] as const),
    verify: createTokenVerifier({ keys: [publicKey(keys)] }, (asked) => (issuers.includes(asked) ? issuer : asked)),
    tokenFor: async (login) => {
      const person = people.find((each) => each.login === login);
      if (person === undefined) throw new Error(`nobody logs in as ${login}; known: ${people.map((each) => each.login).join(", ")}`);
      return signAccessToken({ keys, issuer, clientId: clients[0]?.id ?? "", person });
    },
    close: () => memory.close(),
  };
}
