import type { Hono } from "hono";
import type { PortalEnv } from "../portal.ts";
import type { Session } from "../session/session.ts";
import type { MemoryPorts } from "@motcua/handlers/testing";

/** A page as a browser without script has it. */
export interface SeenPage {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
  /** The form that goes to an address, as it would be sent untouched. */
  readonly form: (action: string | RegExp) => SeenForm;
}

/** A form's fields, in order. */
export interface SeenForm {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** A browser without script: cookies, redirects, forms. */
export interface TestBrowser {
  readonly get: (path: string) => Promise<SeenPage>;
  readonly post: (path: string, fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[]) => Promise<SeenPage>;
  /** Sends a form with some fields set. */
  readonly send: (form: SeenForm, set?: Readonly<Record<string, string>>) => Promise<SeenPage>;
  /** Signs in, as the provider's return would. */
  readonly signIn: (sub: string, name?: string) => Promise<void>;
  readonly cookie: () => string;
}

const MOST_REDIRECTS = 6;

/** Opens a browser on a portal. */
export function testBrowser({ app, ports }: { readonly app: Hono<PortalEnv>; readonly ports: MemoryPorts }): TestBrowser {
  let cookie = "";
  const go = async (path: string, init: RequestInit = {}): Promise<SeenPage> => {
    let response = await app.request(`http://motcua.test${path}`, withCookie(init, cookie));
    let at = path;
    for (let hops = 0; ; hops += 1) {
      const set = response.headers.get("set-cookie");
      if (set !== null) cookie = set.split(";")[0] ?? "";
      const location = response.headers.get("location");
      if (location === null) break;
      at = location;
      if (hops === MOST_REDIRECTS || /^https?:/.test(location)) break;
      response = await app.request(`http://motcua.test${location.split("#")[0]}`, withCookie({}, cookie));
    }
    return seen(response.status, at, { html: await response.text(), headers: response.headers });
  };
  const post: TestBrowser["post"] = (path, fields) => {
    const pairs: readonly (readonly [string, string])[] = Array.isArray(fields) ? fields : Object.entries(fields);
    const body = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
    return go(path, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded" } });
  };
  return {
    get: (path) => go(path),
    post,
    send: ({ action, fields }, set = {}) => post(action, [...fields.filter(([name]) => !Object.hasOwn(set, name)), ...Object.entries(set)]),
    signIn: async (sub, name = "Nguyễn Thị Thử") => {
      await go("/tra-cuu");
      const id = cookie.split("=")[1] ?? "";
      const session = (await ports.sessions.get(`session:${id}`)) as Session;
      const since = ports.clock.now().toISOString();
      await ports.sessions.put(`session:${id}`, { ...session, person: { sub, name, officer: false, since } }, new Date(ports.clock.now().getTime() + 86_400_000).toISOString());
    },
    cookie: () => cookie,
  };
}

function withCookie(init: RequestInit, cookie: string): RequestInit {
  return cookie === "" ? init : { ...init, headers: { ...(init.headers as Record<string, string> | undefined), cookie } };
}

function seen(status: number, path: string, { html, headers }: { readonly html: string; readonly headers: Headers }): SeenPage {
  return {
    status,
    path,
    html,
    headers,
    form: (wanted) => {
      const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = "", inside = ""]) => ({ action: attribute(attributes, "action") ?? path, inside }));
      const found = forms.find(({ action }) => (typeof wanted === "string" ? action === wanted : wanted.test(action)));
      if (found === undefined) throw new Error(`no form ${String(wanted)} on ${path} (${status})`);
      return { action: found.action, fields: fieldsOf(found.inside) };
    },
  };
}

const CONTROL = /<input\b([^>]*)>|<select\b([^>]*)>(.*?)<\/select>|<textarea\b([^>]*)>(.*?)<\/textarea>/gs;

function fieldsOf(html: string): readonly (readonly [string, string])[] {
  return [...html.matchAll(CONTROL)].flatMap(([, input, select, options = "", textarea, text = ""]) => {
    const name = attribute(input ?? select ?? textarea ?? "", "name");
    if (name === undefined) return [];
    if (select !== undefined) return [[name, chosenOption(options)] as const];
    if (textarea !== undefined) return [[name, plain(text)] as const];
    const type = attribute(input ?? "", "type");
    if ((type === "radio" || type === "checkbox") && !/\schecked\b/.test(input ?? "")) return [];
    return type === "file" ? [] : [[name, attribute(input ?? "", "value") ?? "on"] as const];
  });
}

function chosenOption(html: string): string {
  const options = [...html.matchAll(/<option\b([^>]*)>/g)].map(([, attributes = ""]) => attributes);
  const chosen = options.find((attributes) => /\sselected\b/.test(attributes)) ?? options[0] ?? "";
  return attribute(chosen, "value") ?? "";
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : plain(value);
}

/** Text of HTML: its entities read. */
export function plain(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
