import { handle } from "hono/aws-lambda";
import { createPortal } from "./create-portal.tsx";
import type { PortalOptions } from "./portal-options.ts";

/** The portal as the handler of a Lambda function behind an HTTP API (payload format 2.0). The entry that has the ports calls it once. */
export function portalHandler(options: PortalOptions): ReturnType<typeof handle> {
  return handle(createPortal(options));
}
