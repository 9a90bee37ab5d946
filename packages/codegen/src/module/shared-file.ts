import { createHash } from "node:crypto";
import type { GeneratedFile } from "../generate-sdk.ts";
import { GENERATED } from "./header.ts";

/** Second line of a file that several procedures import. */
export const SHARED = `// ${GENERATED} by @motcua/codegen; shared by every form that has a definition like this.`;

/** A file of `shared/`, named by what it holds: whoever has the same definition has the same file. */
export function sharedFile(name: string, text: string): GeneratedFile {
  return { path: `shared/${name}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.js`, text, shared: true };
}
