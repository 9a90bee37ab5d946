import type { Handlers } from "@motcua/handlers";
import type { MemoryPorts } from "@motcua/handlers/testing";
import type { Hono } from "hono";
import { createPortal } from "../create-portal.tsx";
import type { CodeList } from "../form/code-list.ts";
import type { PortalEnv } from "../portal.ts";

/** A portal over ports in memory, whose provider nobody asks unless one is given. */
export function testPortal(of: { readonly ports: MemoryPorts; readonly handlers: Handlers; readonly codeLists?: readonly CodeList[]; readonly provider?: typeof fetch }): Hono<PortalEnv> {
  const { ports, handlers, codeLists = [] } = of;
  const { sessions, catalogue, province, clock, random, log } = ports;
  const fetch = of.provider ?? (() => Promise.reject(new Error("nobody is asked here")));
  return createPortal({ handlers, sessions, catalogue, province, clock, random, log, codeLists, oidc: { issuer: "https://login.invalid", clientId: "portal" }, fetch });
}
