import type { Sessions } from "@motcua/handlers";
import type { Hono } from "hono";
import type { PortalEnv } from "../portal.ts";
import { type HtmlForm, htmlForms, unescaped } from "./html-form.ts";

/** A page as it came. */
export interface SeenPage {
  readonly status: number;
  readonly location: string;
  readonly headers: Headers;
  readonly html: string;
  /** Without tags. */
  readonly text: string;
  readonly forms: readonly HtmlForm[];
}

/** Somebody with a browser that runs no script. */
export interface PageVisitor {
  readonly get: (path: string) => Promise<SeenPage>;
  /** Sends fields as they are, token and all. */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<SeenPage>;
  /** Fills a form in and presses a button. */
  readonly send: (form: HtmlForm, fill: Readonly<Record<string, string>>, button?: { readonly name: string; readonly value: string }) => Promise<SeenPage>;
}

const BASE = "http://localhost";
const HOUR_MS = 3_600_000;

/** A visitor who has logged in as `sub`; nobody in particular where absent. */
export async function pageVisitor(app: Hono<PortalEnv>, { sessions, clock, sub }: { readonly sessions: Sessions; readonly clock: { now(): Date }; readonly sub?: string }): Promise<PageVisitor> {
  const id = [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const now = clock.now();
  const person = sub === undefined ? {} : { person: { sub, name: sub, officer: true, since: now.toISOString() } };
  await sessions.put(`session:${id}`, { csrf: `csrf-${id}`, visitor: id, logins: {}, renewedAt: now.toISOString(), ...person }, new Date(now.getTime() + 9_000 * HOUR_MS).toISOString());
  const headers = { cookie: `motcua=${id}` };
  const post = async (path: string, fields: Readonly<Record<string, string>>) =>
    seen(await app.request(`${BASE}${path}`, { method: "POST", headers: { ...headers, "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams(fields) }));
  return {
    get: async (path) => seen(await app.request(`${BASE}${path}`, { headers })),
    post,
    send: (form, fill, button) => post(form.action, { ...form.fields, ...fill, ...(button === undefined ? {} : { [button.name]: button.value }) }),
  };
}

async function seen(response: Response): Promise<SeenPage> {
  const html = await response.text();
  const text = unescaped(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");
  return { status: response.status, location: response.headers.get("location") ?? "", headers: response.headers, html, text, forms: htmlForms(html) };
}
