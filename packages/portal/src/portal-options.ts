import type { Catalogue, Handlers, Ports, Sessions } from "@motcua/handlers";
import type { Province } from "@motcua/procedure";
import type { CodeList } from "./form/code-list.ts";

/** What the pages stand on. */
export interface PortalOptions {
  readonly handlers: Handlers;
  readonly sessions: Sessions;
  readonly catalogue: Catalogue;
  readonly province: Province;
  /** Long code lists that forms name and do not carry: `communes-2025` and `provinces-34`. @default none: such fields have nothing to choose */
  readonly codeLists?: readonly CodeList[];
  readonly clock: Ports["clock"];
  readonly random: Ports["random"];
  readonly log: Ports["log"];
  /** The OpenID provider and the public client the portal is known as there. */
  readonly oidc: { readonly issuer: string; readonly clientId: string };
  /** Absolute URL people open. @default the host of the request, `https` unless the gateway says otherwise */
  readonly publicUrl?: string;
  /** Name of the session cookie: another one for a second portal on the same host, whose ports share cookies. @default `motcua` */
  readonly cookie?: string;
  /** How the provider is asked. @default the global `fetch` */
  readonly fetch?: typeof fetch;
}
