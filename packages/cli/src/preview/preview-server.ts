import { type FSWatcher, watch } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Channel } from "@motcua/procedure";
import { formPreview, PORTAL_STYLE, readFormPreview } from "@motcua/portal";
import type { Workspace } from "../workspace.ts";
import { AuthorProject, type AuthoredProcedure } from "./author-project.ts";
import { type AuthorPortal, createAuthorPortal } from "./author-portal.ts";
import { needsNow } from "./needs-now.ts";
import { PREVIEW_SCRIPT, PREVIEW_STYLE } from "./preview-assets.ts";
import { listPage, messagePage, pathOf, procedurePage, type ProcedureView } from "./preview-page.ts";

/** A running preview. */
export interface PreviewServer {
  readonly url: string;
  close(): Promise<void>;
}

/** How one procedure's form is filled in: kept between loads, so that saving a file loses nothing typed. */
interface Filled {
  readonly sample: string | undefined;
  readonly channel: Channel;
  readonly form: unknown;
  readonly answers: Readonly<Record<string, boolean>>;
}

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly text?: string;
  readonly to?: string;
}

/** Milliseconds a burst of changes is waited out: an editor writes a file in several steps. */
const SETTLE_MS = 60;
/** Largest body of a form, in characters. */
const MAX_BODY = 300_000;
const ASSETS: Readonly<Record<string, Answer>> = {
  [PORTAL_STYLE.path]: { type: "text/css; charset=utf-8", text: PORTAL_STYLE.text },
  "/xem-truoc/kieu.css": { type: "text/css; charset=utf-8", text: PREVIEW_STYLE },
  "/xem-truoc/trang.js": { type: "text/javascript; charset=utf-8", text: PREVIEW_SCRIPT },
};

/** Serves the procedures of a workspace to their author, on this machine alone, and tells open pages what was saved. */
export async function startPreview(workspace: Workspace, { port = 0, now = () => new Date() }: { readonly port?: number; readonly now?: () => Date } = {}): Promise<PreviewServer> {
  const preview = new Preview(workspace, now);
  const server = createServer((request, response) => void preview.answer(request, response));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const watcher = watchSaves(workspace, (path) => preview.changed(path));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xem-truoc`,
    close: async () => {
      watcher.close();
      preview.close();
      await closed(server);
    },
  };
}

function watchSaves({ schemas }: Workspace, onChange: (path: string) => void): FSWatcher {
  return watch(schemas, { recursive: true }, (_, name) => onChange(name === null ? schemas : join(schemas, name)));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

class Preview {
  readonly #project: AuthorProject;
  readonly #workspace: Workspace;
  readonly #now: () => Date;
  readonly #filled = new Map<string, Filled>();
  readonly #listeners = new Set<ServerResponse>();
  readonly #portal: AuthorPortal;
  #settling: NodeJS.Timeout | undefined;

  constructor(workspace: Workspace, now: () => Date) {
    this.#workspace = workspace;
    this.#project = new AuthorProject(workspace);
    this.#now = now;
    this.#portal = createAuthorPortal({ project: this.#project, root: workspace.root, now });
  }

  changed(path: string): void {
    this.#project.changed(path);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      for (const listener of this.#listeners) listener.write("data: saved\n\n");
    }, SETTLE_MS);
  }

  close(): void {
    clearTimeout(this.#settling);
    for (const listener of this.#listeners) listener.end();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { pathname } = new URL(request.url ?? "/", "http://x");
      if (pathname === "/xem-truoc/tin" && isLocal(request)) this.#listen(response);
      else if (isLocal(request) && isCitizens(pathname)) await sendOn(response, await this.#portal.answer(toRequest(request)));
      else send(response, isLocal(request) ? await this.#page(request) : { status: 403, text: messagePage("Chỉ xem được trên máy này", "Mở bằng địa chỉ 127.0.0.1.") });
    } catch (error) {
      send(response, { status: 500, text: messagePage("Không hiển thị được", error instanceof Error ? error.message : String(error)) });
    }
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write(": \n\n");
    this.#listeners.add(response);
    response.once("close", () => this.#listeners.delete(response));
  }

  async #page(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://x");
    const asset = Object.hasOwn(ASSETS, pathname) ? ASSETS[pathname] : undefined;
    if (asset !== undefined) return asset;
    if (pathname === "/") return { status: 303, to: "/xem-truoc" };
    const { province } = await this.#project.context();
    if (/^\/xem-truoc\/?$/.test(pathname)) return { text: listPage(await this.#project.list(), province?.name.vi ?? "") };
    const key = pathname.startsWith("/xem-truoc/") ? decodeURIComponent(pathname.slice("/xem-truoc/".length)) : "";
    const authored = await this.#project.procedure(key);
    if (authored === undefined) return { status: 404, text: messagePage("Không có thủ tục này", key) };
    if (searchParams.has("mo") && authored.module !== undefined) return { status: 303, to: this.#portal.open(authored) };
    if (request.method === "POST") return this.#fill(authored, await bodyOf(request));
    if (searchParams.has("mau") || searchParams.has("kenh")) return this.#choose(authored, searchParams);
    return { text: procedurePage(await this.#view(authored)) };
  }

  async #view(authored: AuthoredProcedure): Promise<ProcedureView> {
    const { province, calendars, shared } = await this.#project.context();
    const base = { authored, root: this.#workspace.root, provinceName: province?.name.vi ?? "" };
    const { module } = authored;
    if (module === undefined || province === undefined) return base;
    const filled = this.#filledOf(authored);
    const at = this.#now();
    const form = formPreview({ module, province, lists: shared.codeLists, ...filled, now: at });
    const needs = needsNow({ module, province, calendars, ...filled, form: form.form, now: at.toISOString() });
    return { ...base, shown: { form, needs, channel: filled.channel, sample: filled.sample } };
  }

  #filledOf({ key, module, samples }: AuthoredProcedure): Filled {
    const channels = module?.procedure.channels ?? [];
    const kept = this.#filled.get(key);
    if (kept !== undefined) {
      const sample = kept.sample === undefined ? undefined : samples.find(({ id }) => id === kept.sample);
      // A sample is shown as it was last saved, what was typed as it was typed.
      return { ...kept, ...(sample === undefined ? {} : { form: sample.form, answers: sample.answers ?? {} }), channel: channels.includes(kept.channel) ? kept.channel : (channels[0] ?? kept.channel) };
    }
    const sample = samples.find(({ expected }) => expected.outcome === "accepted") ?? samples[0];
    return { sample: sample?.id ?? "", channel: sample?.channel ?? channels[0] ?? "online", form: sample?.form ?? {}, answers: sample?.answers ?? {} };
  }

  #choose(authored: AuthoredProcedure, chosen: URLSearchParams): Answer {
    const before = this.#filledOf(authored);
    const sample = authored.samples.find(({ id }) => id === chosen.get("mau"));
    const filled = chosen.has("mau") ? { ...before, sample: sample?.id ?? "", form: sample?.form ?? {}, answers: sample?.answers ?? {}, channel: sample?.channel ?? before.channel } : before;
    const channel = authored.module?.procedure.channels.find((one) => one === chosen.get("kenh")) ?? filled.channel;
    this.#filled.set(authored.key, { ...filled, channel });
    return { status: 303, to: pathOf(authored.key) };
  }

  async #fill(authored: AuthoredProcedure, sent: URLSearchParams): Promise<Answer> {
    const { province, shared } = await this.#project.context();
    const { module, key } = authored;
    if (module !== undefined && province !== undefined) {
      const before = this.#filledOf(authored);
      const read = readFormPreview({ module, province, lists: shared.codeLists, ...before, now: this.#now() }, sent);
      this.#filled.set(key, { ...before, ...read, sample: undefined });
    }
    return { status: 303, to: pathOf(key) };
  }
}

/** A page of elsewhere that points a name of its own at this machine gets nothing. */
function isLocal({ headers, method }: IncomingMessage): boolean {
  const own = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? "");
  return own && (method !== "POST" || headers.origin === undefined || headers.origin === `http://${headers.host}`);
}

/** Whether a path is of the citizen's own pages rather than the author's. */
function isCitizens(pathname: string): boolean {
  return pathname === "/xem-truoc/tep" || !(pathname === "/" || /^\/xem-truoc(\/|$)/.test(pathname) || Object.hasOwn(ASSETS, pathname));
}

function toRequest(request: IncomingMessage): Request {
  const headers = new Headers(Object.entries(request.headers).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]])));
  const body = request.method === "GET" || request.method === "HEAD" ? null : Readable.toWeb(request);
  return new Request(`http://${request.headers.host}${request.url ?? "/"}`, { method: request.method ?? "GET", headers, body, duplex: "half" });
}

async function sendOn(response: ServerResponse, answer: Response): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_BODY) throw new Error("Nội dung quá dài.");
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

function send(response: ServerResponse, { status = 200, type = "text/html; charset=utf-8", text = "", to }: Answer): void {
  const headers = { "content-type": type, "content-security-policy": POLICY, "cache-control": "no-store", "x-content-type-options": "nosniff", ...(to === undefined ? {} : { location: to }) };
  response.writeHead(status, headers).end(text);
}
