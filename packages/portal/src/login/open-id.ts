import { createHash } from "node:crypto";
import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from "jose";

/** The parts of a provider's discovery document that are used. */
interface Discovery {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
  readonly end_session_endpoint?: string;
}

/** Somebody the provider vouches for. */
export interface OpenIdPerson {
  readonly sub: string;
  readonly name: string;
}

/** The portal as a public client of an OpenID provider: authorization code with PKCE. */
export interface OpenId {
  /** Where the browser goes to log in. */
  readonly authorizationUrl: (request: { readonly redirectUri: string; readonly state: string; readonly nonce: string; readonly verifier: string }) => Promise<string>;
  /** Exchanges a code and checks the token it gives. @throws Error when the provider refuses or the token does not hold */
  readonly exchange: (answer: { readonly code: string; readonly redirectUri: string; readonly nonce: string; readonly verifier: string }) => Promise<OpenIdPerson>;
  /** Where the browser goes to log out of the provider too, if that is offered. No token is in it: a token names its person. */
  readonly logoutUrl: (back: string) => Promise<string | undefined>;
}

/** Seconds clocks may differ. */
const TOLERANCE = 60;
const TIMEOUT_MS = 10_000;

/** Creates the client. The provider is asked when first needed, and its answer kept for the life of the process. */
export function openIdClient({ issuer, clientId, fetch }: { readonly issuer: string; readonly clientId: string; readonly fetch: typeof globalThis.fetch }): OpenId {
  let known: Promise<{ readonly discovery: Discovery; readonly keys: JWTVerifyGetKey }> | undefined;
  const provider = () => {
    known ??= discover(issuer, fetch);
    // A provider that was away for a moment is asked again next time.
    known.catch(() => (known = undefined));
    return known;
  };
  return {
    authorizationUrl: async ({ redirectUri, state, nonce, verifier }) => {
      const { discovery } = await provider();
      const url = new URL(discovery.authorization_endpoint);
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      const parameters = { response_type: "code", client_id: clientId, redirect_uri: redirectUri, scope: "openid profile", state, nonce, code_challenge: challenge, code_challenge_method: "S256" };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    },
    exchange: async ({ code, redirectUri, nonce, verifier }) => {
      const { discovery, keys } = await provider();
      const body = new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: redirectUri, client_id: clientId, code_verifier: verifier });
      const response = await fetch(discovery.token_endpoint, { method: "POST", body, signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok) throw new Error(`the provider refused the code: ${response.status}`);
      const { id_token: token } = (await response.json()) as { readonly id_token?: string };
      if (token === undefined) throw new Error("the provider gave no identity token");
      const { payload } = await jwtVerify(token, keys, { issuer: discovery.issuer, audience: clientId, clockTolerance: TOLERANCE, requiredClaims: ["sub", "nonce", "exp"] });
      if (payload["nonce"] !== nonce) throw new Error("the identity token was made for another login");
      return { sub: payload.sub ?? "", name: nameOf(payload) };
    },
    logoutUrl: async (back) => {
      const { discovery } = await provider();
      if (discovery.end_session_endpoint === undefined) return undefined;
      const url = new URL(discovery.end_session_endpoint);
      // Cognito calls the address `logout_uri`; the standard, `post_logout_redirect_uri`.
      for (const [name, value] of [["client_id", clientId], ["post_logout_redirect_uri", back], ["logout_uri", back]] as const) url.searchParams.set(name, value);
      return url.href;
    },
  };
}

async function discover(issuer: string, fetch: typeof globalThis.fetch) {
  const base = issuer.replace(/\/+$/, "");
  const response = await fetch(`${base}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`the provider does not describe itself: ${response.status}`);
  const discovery = (await response.json()) as Discovery;
  if (discovery.issuer.replace(/\/+$/, "") !== base) throw new Error("the provider describes another issuer");
  return { discovery, keys: createRemoteJWKSet(new URL(discovery.jwks_uri), { [customFetch]: fetch }) };
}

function nameOf(payload: Readonly<Record<string, unknown>>): string {
  const told = [payload["name"], payload["preferred_username"], payload["cognito:username"]].find((each) => typeof each === "string" && each !== "");
  return typeof told === "string" ? told.normalize("NFC") : "Tài khoản";
}
