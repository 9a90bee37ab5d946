import { createHmac } from "node:crypto";
import type { Principal } from "./principal.ts";

/** Credentials of one principal, as a function finds them in its environment. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Issues every principal credentials of its own and recognises them in calls. */
export interface Keyring {
  readonly issue: (principal: Principal) => Credentials;
  readonly find: (accessKeyId: string) => { readonly principal: Principal; readonly credentials: Credentials } | undefined;
}

/** Credentials are derived from a secret of this machine, so that addresses signed before a restart stay good. */
export function createKeyring(secret: string): Keyring {
  const known = new Map<string, { readonly principal: Principal; readonly credentials: Credentials }>();
  const derive = (what: string, principal: Principal) =>
    createHmac("sha256", secret).update(`${what} ${principal.name} ${principal.roleArn ?? ""}`).digest();
  return {
    issue: (principal) => {
      const credentials = {
        accessKeyId: `ASIA${derive("id", principal).toString("hex").slice(0, 16).toUpperCase()}`,
        secretAccessKey: derive("secret", principal).toString("base64"),
        sessionToken: derive("session", principal).toString("base64url"),
      };
      known.set(credentials.accessKeyId, { principal, credentials });
      return credentials;
    },
    find: (accessKeyId) => known.get(accessKeyId),
  };
}
