import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import type { JwtAuthorizer } from "./http-route.ts";

/** Claims of an accepted token as API Gateway hands them on: every value a string. */
export interface AuthorizedClaims {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

/** Why a token was not accepted. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
}

/** Verifies tokens of the issuers it knows. */
export type TokenVerifier = (token: string, authorizer: JwtAuthorizer, scopes: readonly string[]) => Promise<AuthorizedClaims>;

/**
 * A verifier as API Gateway's JWT authorizer: signature by the issuer's keys, `iss`, `exp`, `nbf`, `iat`, and `aud`, or
 * `client_id` where there is no `aud`. Real time, whatever the local clock says. `mapped` gives the issuer that answers
 * here for the one in the template.
 */
export function createTokenVerifier(keys: JSONWebKeySet, mapped: (issuer: string) => string): TokenVerifier {
  const keySet = createLocalJWKSet(keys);
  return async (token, authorizer, wanted) => {
    const { payload } = await jwtVerify(token, keySet, { issuer: mapped(authorizer.issuer), algorithms: ["RS256"], requiredClaims: ["exp"] }).catch((error: Error) => {
      throw new TokenRefused(error.message);
    });
    if (!audienceOf(payload).some((audience) => authorizer.audience.includes(audience))) throw new TokenRefused("not for this audience");
    if (payload.iat !== undefined && payload.iat > Date.now() / 1000 + 60) throw new TokenRefused("issued in the future");
    const scopes = typeof payload["scope"] === "string" ? payload["scope"].split(" ") : [];
    if (wanted.length > 0 && !wanted.some((scope) => scopes.includes(scope))) throw new TokenRefused("no scope of the route");
    const claims = Object.entries(payload).map(([name, value]) => [name, Array.isArray(value) ? `[${value.join(" ")}]` : String(value)] as const);
    return { claims: Object.fromEntries(claims), scopes: wanted.length > 0 ? scopes : null };
  };
}

function audienceOf(payload: JWTPayload): readonly string[] {
  if (payload.aud !== undefined) return [payload.aud].flat();
  return typeof payload["client_id"] === "string" ? [payload["client_id"]] : [];
}
