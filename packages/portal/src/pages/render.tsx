import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type AssetFile, DESK_STYLE, LISTS_STYLE } from "../assets/asset-files.ts";
import { securityHeaders } from "../http/security-headers.ts";
import type { Portal, PortalContext } from "../portal.ts";
import { Layout } from "./layout.tsx";

/** What a page says about itself. */
export interface PageOptions {
  readonly title: string;
  readonly status?: ContentfulStatusCode;
  readonly back?: string;
  /** Whether the page shows mistakes: its title says so first. */
  readonly mistakes?: boolean;
  /** Whether the page is the same for everybody who has no session. */
  readonly shared?: boolean;
  /** Whether it asks and tells nothing: it then loads less. */
  readonly formOnly?: boolean;
  /** Origins its forms go to, beside this one. */
  readonly formOrigins?: readonly string[];
}

/** Answers with a page. */
export function render(c: PortalContext, portal: Portal, { options, children }: { readonly options: PageOptions; readonly children: Child }): Response {
  const visit = c.get("visit");
  const person = visit.person();
  const notice = visit.known() ? visit.session().notice : undefined;
  if (notice !== undefined) visit.forgetNotice();
  const page = (
    <Layout
      title={options.mistakes === true ? `Lỗi: ${options.title}` : options.title}
      province={portal.province}
      person={person}
      styles={stylesOf(c, options)}
      csrf={person === undefined ? "" : visit.csrf()}
      {...(options.back === undefined ? {} : { back: options.back })}
      {...(notice === undefined ? {} : { notice })}
    >
      {children}
    </Layout>
  );
  const headers = securityHeaders({
    https: c.get("base").startsWith("https:"),
    formOrigins: [...(options.formOrigins ?? []), ...(person?.logoutOrigin === undefined ? [] : [person.logoutOrigin])],
    shared: options.shared === true && !visit.known(),
  });
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return c.html<string>(`<!doctype html>${(page as { toString(): string }).toString()}`, options.status ?? 200);
}

function stylesOf(c: PortalContext, { formOnly = false }: PageOptions): readonly AssetFile[] {
  if (/^\/can-bo(\/|$)/.test(c.req.path)) return [LISTS_STYLE, DESK_STYLE];
  return formOnly ? [] : [LISTS_STYLE];
}

/** Sends the browser on after a POST, so that reloading sends nothing again. */
export function seeOther(c: PortalContext, path: string): Response {
  return c.redirect(path, 303);
}
