import { readFileSync } from "node:fs";
import { runningHandlers } from "@motcua/aws";
import { TerminalError } from "@motcua/handlers";
import type { CodeList } from "@motcua/portal";
import { portalHandler } from "@motcua/portal/lambda";

/**
 * The portal behind the HTTP API. Made while the function starts, when Lambda gives it a whole processor.
 * @throws TerminalError naming what is missing in the environment
 */
export const handler = portalHandler(portalOptions());

function portalOptions(): Parameters<typeof portalHandler>[0] {
  const { handlers, ports } = runningHandlers(import.meta.url);
  const { sessions, catalogue, province, clock, random, log } = ports;
  const publicUrl = process.env["PUBLIC_URL"] ?? "";
  return {
    handlers, sessions, catalogue, province, clock, random, log,
    codeLists: JSON.parse(readFileSync(new URL("code-lists.json", import.meta.url), "utf8")) as readonly CodeList[],
    oidc: { issuer: needed("OIDC_ISSUER"), clientId: needed("OIDC_CLIENT_ID") },
    ...(publicUrl === "" ? {} : { publicUrl }),
  };
}

function needed(name: string): string {
  const value = process.env[name] ?? "";
  if (value === "") throw new TerminalError(`missing in the environment: ${name}`);
  return value;
}
