import type { Problem, Result } from "@motcua/procedure";
import { ok } from "@motcua/procedure";
import { incomingKey, isDraftId } from "../draft-files.ts";
import { ANY_FILE_TYPE, FILE_TYPES, MAX_FILE_BYTES, MAX_FORM_BYTES } from "../file-types.ts";
import type { Caller, Handlers } from "../handlers.ts";
import { inForce } from "../in-force.ts";
import { localDay } from "../local-day.ts";
import type { UploadForm } from "../ports/files.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";

type UploadRequest = Parameters<Handlers["upload"]>[1];

/** Prepares a form with which a browser sends one file straight to the bucket. */
export async function upload(ports: Ports, caller: Caller | undefined, request: UploadRequest): Promise<Result<{ readonly key: string; readonly form: UploadForm }>> {
  const problems: Problem[] = [];
  const type = [...FILE_TYPES, ANY_FILE_TYPE].find((known) => known.type === request.type);
  if (inForce(ports.catalogue, request.procedure, localDay(ports.clock.now())) === undefined) problems.push(problem("unknown-procedure", "/procedure"));
  if (!isDraftId(request.draft)) problems.push(problem("invalid-request", "/draft"));
  if (request.bytes > MAX_FILE_BYTES) problems.push(problem("file-too-large", "/bytes"));
  if (type === undefined) problems.push(problem("wrong-file-type", "/type"));
  if (problems.length > 0 || type === undefined) return { ok: false, problems };
  const key = incomingKey(caller, request.draft, { random: ports.random(16), type });
  const form = await ports.files.presignUpload({ key, maxBytes: type === ANY_FILE_TYPE ? MAX_FORM_BYTES : MAX_FILE_BYTES, type: type.type, redirect: request.redirect });
  return ok({ key, form });
}
