import type { Result } from "@motcua/procedure";
import { send, type Transport } from "./http/send.ts";
import type { AttachedFile } from "./wire/given-document.ts";
import type { PreparedUpload, UploadRequest } from "./wire/upload.ts";

/** A file to attach to a draft. */
export interface FileToAttach {
  readonly procedure: string;
  readonly document: string;
  readonly draft: string;
  /** Media type: PDF, JPEG or PNG. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The two calls an upload takes beside the bucket itself. */
export interface UploadCalls {
  readonly upload: (request: UploadRequest) => Promise<Result<PreparedUpload>>;
  readonly attach: (request: { readonly key: string; readonly draft: string }) => Promise<Result<AttachedFile>>;
}

/** A file takes longer than a call: 20 MB at 1 Mbit/s are almost three minutes. */
const PATIENCE = 10;

/** Sends a file straight to the bucket, then has its content checked. What the bucket refuses, the check finds missing. */
export async function attachFile(calls: UploadCalls, file: FileToAttach, options: { readonly transport: Transport; readonly redirect: string }): Promise<Result<AttachedFile>> {
  const { procedure, document, draft, type, bytes } = file;
  const prepared = await calls.upload({ procedure, document, type, bytes: bytes.byteLength, redirect: options.redirect, draft });
  if (!prepared.ok) return prepared;
  const { url, fields } = prepared.value.form;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([bytes], { type }));
  const patient = { ...options.transport, timeoutMs: options.transport.timeoutMs * PATIENCE };
  await send(patient, url, { method: "POST", body: form, redirect: "manual" });
  return calls.attach({ key: prepared.value.key, draft });
}
