import type { Handlers } from "@motcua/handlers";
import type { ProcedureModule } from "@motcua/procedure";
import type { Context } from "hono";
import type { Drafts } from "./draft/drafts.ts";
import type { CodeLists } from "./form/code-list.ts";
import type { FormBody } from "./form/form-body.ts";
import type { OpenId } from "./login/open-id.ts";
import type { PortalOptions } from "./portal-options.ts";
import type { Visit } from "./session/visit.ts";

/** What every page is made with. */
export interface Portal extends Omit<PortalOptions, "codeLists"> {
  readonly handlers: Handlers;
  readonly lists: CodeLists;
  readonly drafts: Drafts;
  readonly openId: OpenId;
}

/** What the first steps of every request leave for its page. */
export interface PortalEnv {
  readonly Variables: {
    readonly visit: Visit;
    /** `https://host`, as the browser sees it. */
    readonly base: string;
    /** Of a POST whose token was right. */
    readonly body: FormBody;
  };
}

export type PortalContext = Context<PortalEnv>;

/** The module of a procedure's version in force today; `undefined` where it is not offered. */
export async function moduleInForce(portal: Portal, code: string): Promise<ProcedureModule | undefined> {
  const entry = (await portal.handlers.procedures()).find((each) => each.code === code);
  return entry === undefined ? undefined : portal.catalogue.load(entry.code, entry.version);
}
