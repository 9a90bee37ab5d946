import { randomBytes } from "node:crypto";
import { createHandlers, MAX_FORM_BYTES, type CatalogueEntry, type Handlers, type Ports } from "@motcua/handlers";
import { memoryPorts, type MemoryPorts } from "@motcua/handlers/testing";
import { createPortal, draftProcedure, previewDraft } from "@motcua/portal";
import { isError, type ProcedureModule, type Province, unitCalendar } from "@motcua/procedure";
import type { AuthorContext, AuthoredProcedure, AuthorProject } from "./author-project.ts";
import { needsNow } from "./needs-now.ts";
import { asidePart, problemsNotice } from "./preview-page.ts";

/** The citizen's own pages of the procedures that are being written, in memory, with notes for their author beside them. */
export interface AuthorPortal {
  /** Offers a procedure to citizens as it was last saved; its path. */
  open(authored: AuthoredProcedure): string;
  answer(request: Request): Promise<Response>;
}

/** What the pages are made of. */
export interface AuthorPortalOptions {
  readonly project: AuthorProject;
  readonly root: string;
  readonly now: () => Date;
}

/** Every save is one and the same version: a form that is being filled in goes on under what was saved last. */
const VERSION = "0".repeat(16);
/** Where files of a form are sent to. */
const FILES = "/xem-truoc/tep";
/** A file with its multipart frame. */
const MOST_BYTES = MAX_FORM_BYTES + 65_536;

/** Creates the pages. What is filled in stays in this process and ends with it; nothing is sent anywhere. */
export function createAuthorPortal({ project, root, now }: AuthorPortalOptions): AuthorPortal {
  const offered = new Offered(project);
  let shop: Shop | undefined;
  const shopOf = (context: AuthorContext, province: Province): Shop => {
    shop = shop?.context === context ? shop : openShop({ context, province, offered, now, before: shop });
    return shop;
  };
  return {
    open: (authored) => offered.open(authored),
    answer: async (request) => {
      const context = await project.context();
      if (context.province === undefined) return new Response("Chưa có tỉnh nào trong schemas/provinces.", { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
      const { ports, app } = shopOf(context, context.province);
      await offered.refresh();
      const { pathname } = new URL(request.url);
      if (pathname === FILES) return fileAnswer(ports, request);
      if (pathname.startsWith("/dang-nhap")) return new Response(NO_LOGIN, { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
      const answer = await app.fetch(request);
      if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) return answer;
      const notes = await notesOn({ context, province: context.province, offered, ports, now: now(), root }, pathname);
      return withNotes(answer, notes);
    },
  };
}

const NO_LOGIN = "Bản xem trước không có đăng nhập: quay lại và chọn “Khai không cần đăng nhập”.";

/** The procedures that were opened, by code: of several versions in work the one opened last. */
class Offered {
  readonly #keys = new Map<string, string>();
  readonly #modules = new Map<string, ProcedureModule>();
  readonly #fixed = new WeakMap<ProcedureModule, ProcedureModule>();
  readonly #project: AuthorProject;

  constructor(project: AuthorProject) {
    this.#project = project;
  }

  open({ key, module }: AuthoredProcedure): string {
    const code = module?.procedure.code ?? "";
    this.#keys.set(code, key);
    return `/thu-tuc/${code}`;
  }

  /** Takes in what was saved meanwhile. */
  async refresh(): Promise<void> {
    for (const [code, key] of this.#keys) {
      const module = (await this.#project.procedure(key))?.module;
      if (module !== undefined) this.#modules.set(code, this.#fix(module));
    }
  }

  async authored(code: string): Promise<AuthoredProcedure | undefined> {
    const key = this.#keys.get(code);
    return key === undefined ? undefined : this.#project.procedure(key);
  }

  module(code: string): ProcedureModule | undefined {
    return this.#modules.get(code);
  }

  entries(): readonly CatalogueEntry[] {
    // Offered whatever its dates say: what is written today comes into force later.
    return [...this.#modules.values()].map(({ procedure: { code, version, name, field } }) => ({ code, version, name, field, from: "2000-01-01", shape: "xem-truoc" }));
  }

  #fix(module: ProcedureModule): ProcedureModule {
    const known = this.#fixed.get(module) ?? { ...module, procedure: { ...module.procedure, version: VERSION } };
    this.#fixed.set(module, known);
    return known;
  }
}

interface Shop {
  readonly context: AuthorContext;
  readonly ports: Ports & Pick<MemoryPorts, "files">;
  readonly handlers: Handlers;
  readonly app: ReturnType<typeof createPortal>;
}

function openShop(of: { readonly context: AuthorContext; readonly province: Province; readonly offered: Offered; readonly now: () => Date; readonly before: Shop | undefined }): Shop {
  const { context, province, offered, now, before } = of;
  const memory = memoryPorts({ province, calendar: unitCalendar(province, undefined, context.calendars), modules: [], now: now().toISOString() });
  const { files, sessions } = before?.ports ?? memory;
  const ports: Shop["ports"] = {
    ...memory,
    sessions,
    files: { ...files, presignUpload: async (request) => ({ ...(await files.presignUpload(request)), url: new URL(FILES, request.redirect).href }), presignDownload: async ({ key, type }) => `${FILES}?${new URLSearchParams({ key, type }).toString()}` },
    catalogue: {
      get entries() {
        return offered.entries();
      },
      load: async (code) => offered.module(code),
    },
    clock: { now },
  };
  const handlers = createHandlers(ports);
  const fetch = () => Promise.reject(new Error("nobody logs in to a preview"));
  const app = createPortal({
    handlers, sessions, catalogue: ports.catalogue, province, codeLists: context.shared.codeLists, clock: ports.clock,
    random: (bytes) => randomBytes(bytes).toString("hex"), log: () => undefined, oidc: { issuer: "https://login.invalid", clientId: "xem-truoc" }, cookie: "motcua-xem-truoc", fetch,
  });
  return { context, ports, handlers, app };
}

/** What the bucket does for a form: takes a file and sends the browser on; shows one. In memory. */
async function fileAnswer({ files }: Shop["ports"], request: Request): Promise<Response> {
  if (request.method !== "POST") {
    const { searchParams } = new URL(request.url);
    const content = await files.read(searchParams.get("key") ?? "");
    const headers = { "content-type": searchParams.get("type") ?? "application/octet-stream", "content-security-policy": "sandbox; default-src 'none'", "x-content-type-options": "nosniff" };
    return content === undefined ? new Response("", { status: 404 }) : new Response(new Uint8Array(content), { headers });
  }
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return new Response("EntityTooLarge", { status: 400 });
  const form = await request.formData();
  const [key, redirect, file] = [form.get("key"), form.get("success_action_redirect"), form.get("file")];
  if (typeof key !== "string" || typeof redirect !== "string" || file === null || typeof file === "string") return new Response("InvalidArgument", { status: 400 });
  await files.write(key, new Uint8Array(await file.arrayBuffer()), file.type);
  return new Response(null, { status: 303, headers: { location: redirect } });
}

interface Seen {
  readonly context: AuthorContext;
  readonly province: Province;
  readonly offered: Offered;
  readonly ports: Shop["ports"];
  readonly now: Date;
  readonly root: string;
}

/** HTML for the head and the foot of a page. */
interface Notes {
  readonly head: string;
  readonly foot: string;
}

/** What the author reads beside a page: problems of the definition, and what the answers so far need and cost. */
async function notesOn({ context, province, offered, ports, now, root }: Seen, pathname: string): Promise<Notes> {
  const draft = /^\/nop\/([0-9a-f]{16,64})/.exec(pathname)?.[1];
  const code = draft === undefined ? (/^\/thu-tuc\/([^/]+)/.exec(pathname)?.[1] ?? "") : ((await draftProcedure(ports.sessions, draft)) ?? "");
  const [authored, module] = [await offered.authored(code), offered.module(code)];
  if (authored === undefined || module === undefined) return { head: "", foot: "" };
  const filled = draft === undefined ? undefined : await previewDraft({ sessions: ports.sessions, lists: context.shared.codeLists, module, now }, draft);
  const needs = filled === undefined ? undefined : needsNow({ module, province, calendars: context.calendars, ...filled, now: now.toISOString() });
  const foot = asidePart({ authored, root, ...(needs === undefined ? {} : { needs }), wrong: (filled?.problems ?? []).filter(isError).length });
  return { head: problemsNotice(authored).text, foot: foot.text };
}

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

async function withNotes(answer: Response, { head, foot }: Notes): Promise<Response> {
  const text = (await answer.text())
    .replace("</head>", `<link rel="stylesheet" href="/xem-truoc/kieu.css"><script type="module" src="/xem-truoc/trang.js"></script></head>`)
    .replace(/<main[^>]*>/, (main) => `${main}${head}`)
    .replace("</main>", () => `${foot}</main>`);
  const headers = new Headers(answer.headers);
  headers.set("content-security-policy", POLICY);
  // Without a referrer a form's origin would be told as none, and be refused here as foreign.
  headers.set("referrer-policy", "same-origin");
  headers.set("cache-control", "no-store");
  headers.delete("content-length");
  return new Response(text, { status: answer.status, headers });
}
