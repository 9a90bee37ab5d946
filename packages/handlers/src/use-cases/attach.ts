import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { checkedKey, claimedType } from "../draft-files.ts";
import { foundType, MAX_FILE_BYTES } from "../file-types.ts";
import { sha256 } from "../fingerprint.ts";
import type { Caller } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";

/** A file that may be named in a submission. */
export interface AttachedFile {
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
}

/**
 * Checks an uploaded file's content against its claimed type and keeps it under a key that states its hash and size.
 * The upload itself is left to the bucket's expiry, so that repeating the request gives the same answer;
 * a file that is refused is removed at once.
 */
export async function attach(ports: Ports, caller: Caller | undefined, request: { readonly key: string; readonly draft: string }): Promise<Result<AttachedFile>> {
  const claimed = claimedType(caller, request.draft, request.key);
  if (claimed === undefined) return refused(problem("file-not-yours", "/key"));
  const size = await ports.files.size(request.key);
  if (size === undefined || size === 0) return refused(problem("file-missing", "/key"));
  if (size > MAX_FILE_BYTES) return refuseAndRemove(ports, request.key, "file-too-large");
  const content = await ports.files.read(request.key);
  if (content === undefined) return refused(problem("file-missing", "/key"));
  const type = foundType(claimed, content);
  if (type === undefined) return refuseAndRemove(ports, request.key, "wrong-file-type");
  const facts = { sha256: sha256(content), bytes: content.length };
  const key = checkedKey(caller, request.draft, { ...facts, type });
  await ports.files.write(key, content, type.type);
  return ok({ key, ...facts, type: type.type });
}

async function refuseAndRemove(ports: Ports, key: string, code: "file-too-large" | "wrong-file-type"): Promise<Result<never>> {
  await ports.files.remove(key);
  return refused(problem(code, "/key"));
}
