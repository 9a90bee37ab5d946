import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Configuration, KoaContextWithOIDC, Provider as ProviderType } from "oidc-provider";
import { readBody } from "../runtime/read-body.ts";
import { cognitoClaims } from "./access-token.ts";
import type { GrantMemory } from "./grant-adapter.ts";
import type { LocalPerson } from "./local-person.ts";
import type { LoginKeys } from "./login-keys.ts";
import { LOGIN_STYLE, loginPage, logoutPage, messagePage } from "./login-page.ts";

/** A client that may ask for log-ins. */
export interface LoginClient {
  readonly id: string;
  readonly redirectUris: readonly string[];
  readonly logoutUris: readonly string[];
}

/** Options of {@link createLoginServer}. */
export interface LoginOptions {
  /** Known once the server listens. */
  readonly issuer: () => string;
  /** Known once the portal listens. */
  readonly clients: () => readonly LoginClient[];
  readonly people: readonly LocalPerson[];
  readonly keys: LoginKeys;
  readonly memory: GrantMemory;
  /** Told of what the provider could not do. */
  readonly onError: (error: Error) => void;
}

/** Lifetimes, seconds. */
const HOUR = 3600;

/**
 * The server of a real OpenID provider: authorization code with PKCE, JWT access tokens shaped like Cognito's, logout,
 * discovery. The provider itself is loaded in the background, so that the shop is ready without waiting for it.
 */
export function createLoginServer(options: LoginOptions): Server {
  let provider: Promise<ProviderType> | undefined;
  const load = () => (provider ??= createProvider(options));
  const server = createServer((incoming, outgoing) => {
    outgoing.setHeader("content-security-policy", contentPolicy(options));
    outgoing.setHeader("x-content-type-options", "nosniff");
    outgoing.setHeader("referrer-policy", "no-referrer");
    load()
      .then((ready) => serve(ready, options, { incoming, outgoing }))
      .catch(() => {
        outgoing.statusCode = 400;
        outgoing.end(messagePage("Không đăng nhập được", "Phiên đăng nhập đã hết hạn. Hãy quay lại trang một cửa và thử lại."));
      });
  });
  server.once("listening", () => setTimeout(() => void load(), 1500).unref());
  return server;
}

function contentPolicy({ clients }: LoginOptions): string {
  const style = createHash("sha256").update(LOGIN_STYLE).digest("base64");
  const origins = [...new Set(clients().flatMap(({ redirectUris }) => redirectUris.map((uri) => new URL(uri).origin)))];
  return `default-src 'none'; style-src 'sha256-${style}'; form-action 'self' ${origins.join(" ")}; frame-ancestors 'none'; base-uri 'none'`;
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

async function serve(provider: ProviderType, options: LoginOptions, { incoming, outgoing }: Exchange): Promise<void> {
  const path = new URL(incoming.url ?? "/", "http://localhost").pathname;
  if (!path.startsWith("/interaction/")) return void provider.callback()(incoming, outgoing);
  const { prompt } = await provider.interactionDetails(incoming, outgoing);
  outgoing.setHeader("content-type", "text/html; charset=utf-8");
  if (prompt.name !== "login") throw new Error(`no page for the prompt ${prompt.name}`);
  if (incoming.method !== "POST") return void outgoing.end(loginPage({ action: path, people: options.people }));
  const form = new URLSearchParams((await readBody(incoming, 10_000)).toString("utf8"));
  const person = options.people.find(({ login }) => login === form.get("login"));
  if (person === undefined || !samePassword(form.get("password") ?? "", options.keys.password)) {
    outgoing.statusCode = 401;
    return void outgoing.end(loginPage({ action: path, people: options.people, refused: form.get("login") ?? "" }));
  }
  await provider.interactionFinished(incoming, outgoing, { login: { accountId: person.sub, remember: true } }, { mergeWithLastSubmission: false });
}

function samePassword(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text.trim()).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

async function createProvider(options: LoginOptions): Promise<ProviderType> {
  const { default: Provider } = await quietly(() => import("oidc-provider"));
  const provider = await quietly(async () => new Provider(options.issuer(), configuration(options)));
  provider.on("server_error", (_, error) => options.onError(error));
  return provider;
}

/** The provider warns about what is right here: loopback without TLS, and the Node.js it runs on. */
async function quietly<Value>(run: () => Promise<Value>): Promise<Value> {
  const { warn, info } = console;
  console.warn = console.info = () => {};
  try {
    return await run();
  } finally {
    Object.assign(console, { warn, info });
  }
}

function configuration(options: LoginOptions): Configuration {
  const personOf = (sub: string) => options.people.find((person) => person.sub === sub);
  const resource = `${options.issuer()}/api`;
  return {
    adapter: options.memory.adapter,
    clients: options.clients().map(({ id, redirectUris, logoutUris }) => ({
      client_id: id,
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      redirect_uris: [...redirectUris],
      post_logout_redirect_uris: [...logoutUris],
    })),
    jwks: { keys: [{ ...options.keys.signing }] },
    cookies: { keys: [options.keys.cookies] },
    responseTypes: ["code"],
    pkce: { required: () => true },
    scopes: ["openid", "profile", "offline_access"],
    claims: { openid: ["sub"], profile: ["name", "preferred_username", "cognito:username"] },
    conformIdTokenClaims: false,
    issueRefreshToken: async () => true,
    ttl: { AccessToken: HOUR, IdToken: HOUR, RefreshToken: 12 * HOUR, Session: 12 * HOUR, Grant: 12 * HOUR, Interaction: HOUR, AuthorizationCode: 60 },
    findAccount: async (_, sub) => {
      const person = personOf(sub);
      if (person === undefined) return undefined;
      return { accountId: sub, claims: async () => ({ sub, name: person.name, preferred_username: person.login, "cognito:username": person.login }) };
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: grantEverything,
    renderError: async (ctx, out) => {
      ctx.type = "html";
      ctx.body = messagePage("Không đăng nhập được", `${out.error}: ${out.error_description ?? ""}`);
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: async () => resource,
        useGrantedResource: async () => true,
        getResourceServerInfo: async () => ({ scope: "openid profile", accessTokenFormat: "jwt", accessTokenTTL: HOUR, jwt: { sign: { alg: "RS256" } } }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => void (ctx.body = logoutPage(form)),
        postLogoutSuccessSource: async (ctx) => void (ctx.body = messagePage("Đã đăng xuất", "Có thể đóng trang này.")),
      },
    },
    formats: {
      customizers: {
        jwt: async (_, token, jwt) => {
          const username = personOf(String(jwt.payload["sub"]))?.login ?? "";
          Object.assign(jwt.payload, cognitoClaims(String(token.clientId), username), { scope: "openid profile" });
          // The provider insists on an audience, Cognito has none: it is there, but not for whoever writes the token down.
          Object.defineProperty(jwt.payload, "aud", { enumerable: false });
          return jwt;
        },
      },
    },
  };
}

/** People here are asked for nothing but their log-in: whatever a known client asks for is granted. */
async function grantEverything(ctx: KoaContextWithOIDC) {
  const { client, provider, session, params } = ctx.oidc;
  if (client === undefined || session === undefined) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  const grant = existing ?? new provider.Grant({ clientId: client.clientId, accountId: session.accountId ?? "" });
  grant.addOIDCScope(typeof params?.["scope"] === "string" ? params["scope"] : "openid");
  grant.addResourceScope(`${provider.issuer}/api`, "openid profile");
  await grant.save();
  return grant;
}
