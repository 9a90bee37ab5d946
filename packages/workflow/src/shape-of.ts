import { createHash } from "node:crypto";
import type { Definition } from "./definition.ts";

/** Content hash of a definition: the first 16 hexadecimal digits of SHA-256 over its JSON text, which is built in one order only. */
export function shapeOf(definition: Definition): string {
  return createHash("sha256").update(JSON.stringify(definition)).digest("hex").slice(0, 16);
}
