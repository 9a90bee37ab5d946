import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import type { LocalPerson } from "./local-person.ts";
import type { LoginKeys } from "./login-keys.ts";

/** Options of {@link signAccessToken}. */
export interface AccessTokenOptions {
  readonly keys: LoginKeys;
  readonly issuer: string;
  readonly clientId: string;
  readonly person: LocalPerson;
  /** Lifetime, seconds. @default 3600 */
  readonly lifetime?: number;
}

/** The claims that make an access token look like Cognito's: a client and a use, no audience. */
export function cognitoClaims(clientId: string, username: string): Readonly<Record<string, string>> {
  return { token_use: "access", client_id: clientId, username };
}

/** An access token as the provider would issue it to this person, signed with its key, in real time. */
export async function signAccessToken({ keys, issuer, clientId, person, lifetime = 3600 }: AccessTokenOptions): Promise<string> {
  return new SignJWT({ ...cognitoClaims(clientId, person.login), scope: "openid profile" })
    .setProtectedHeader({ alg: "RS256", kid: keys.signing.kid })
    .setIssuer(issuer)
    .setSubject(person.sub)
    .setIssuedAt()
    .setJti(randomUUID())
    .setExpirationTime(Math.floor(Date.now() / 1000) + lifetime)
    .sign(await importJWK(keys.signing, "RS256"));
}
