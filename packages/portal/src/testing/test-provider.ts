import { exportJWK, generateKeyPair, SignJWT } from "jose";

const ISSUER = "https://login.invalid";

/** An OpenID provider that lets one person in, asked through `fetch` alone. */
export interface TestProvider {
  readonly fetch: typeof fetch;
  /** What the provider's page does: the address it sends the browser back to. */
  readonly approve: (authorization: string, person: { readonly sub: string; readonly name: string }) => string;
}

/** Creates the provider with a key of its own. */
export async function testProvider(): Promise<TestProvider> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: "RS256" }] };
  const codes = new Map<string, { readonly nonce: string; readonly sub: string; readonly name: string }>();
  const answers: Readonly<Record<string, (body: URLSearchParams) => unknown>> = {
    "/.well-known/openid-configuration": () => ({ issuer: ISSUER, authorization_endpoint: `${ISSUER}/authorize`, token_endpoint: `${ISSUER}/token`, jwks_uri: `${ISSUER}/keys`, end_session_endpoint: `${ISSUER}/logout` }),
    "/keys": () => keys,
    "/token": async (body) => {
      const { nonce = "", sub = "", name = "" } = codes.get(body.get("code") ?? "") ?? {};
      const token = new SignJWT({ nonce, name }).setProtectedHeader({ alg: "RS256", kid: "k" }).setIssuer(ISSUER).setAudience("portal").setSubject(sub).setIssuedAt().setExpirationTime("5m");
      return { id_token: await token.sign(privateKey) };
    },
  };
  return {
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const answer = answers[url.pathname];
      return answer === undefined ? new Response("", { status: 404 }) : Response.json(await answer(init?.body instanceof URLSearchParams ? init.body : new URLSearchParams()));
    },
    approve: (authorization, person) => {
      const asked = new URL(authorization).searchParams;
      const code = `code-${codes.size}`;
      codes.set(code, { ...person, nonce: asked.get("nonce") ?? "" });
      const back = new URL(asked.get("redirect_uri") ?? "");
      return `${back.pathname}?${new URLSearchParams({ code, state: asked.get("state") ?? "" }).toString()}`;
    },
  };
}
