import type { Caller } from "./handlers.ts";
import type { FileType } from "./file-types.ts";
import { ANY_FILE_TYPE, FILE_TYPES } from "./file-types.ts";
import { sha256 } from "./fingerprint.ts";

/** What the key of a checked file says of it; only `attach` writes under `checked/`, so the key is the evidence. */
export interface CheckedFile {
  readonly owner: string;
  readonly draft: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: string;
}

const DRAFT = /^[A-Za-z0-9_-]{16,64}$/;
const INCOMING = /^incoming\/([0-9a-f]{16})-([A-Za-z0-9_-]{16,64})\/[0-9a-f]{32}\.([a-z]{3})$/;
const CHECKED = /^checked\/([0-9a-f]{16})-([A-Za-z0-9_-]{16,64})\/([0-9a-f]{64})-(\d{1,9})\.([a-z]{3})$/;

/** Whether a draft's id can stand in a key: 16 to 64 letters, digits, `-`, `_`. */
export function isDraftId(draft: string): boolean {
  return DRAFT.test(draft);
}

/** Folder part that stands for a person; people without an account share one and are kept apart by their draft's id. */
export function ownerFolder(caller: Caller | undefined): string {
  return sha256(caller === undefined ? "anonymous" : `sub:${caller.sub}`).slice(0, 16);
}

/** Key a browser uploads to: `incoming/<owner>-<draft>/<random>.<extension of the claimed type>`. */
export function incomingKey(caller: Caller | undefined, draft: string, file: { readonly random: string; readonly type: FileType }): string {
  return `incoming/${ownerFolder(caller)}-${draft}/${file.random}.${file.type.extension}`;
}

/** Claimed type of an incoming key that belongs to this person's draft; `undefined` when it does not. */
export function claimedType(caller: Caller | undefined, draft: string, key: string): FileType | undefined {
  const match = INCOMING.exec(key);
  if (match === null || match[1] !== ownerFolder(caller) || match[2] !== draft) return undefined;
  return [...FILE_TYPES, ANY_FILE_TYPE].find((type) => type.extension === match[3]);
}

/** Key of a checked file: `checked/<owner>-<draft>/<sha256>-<bytes>.<extension>`. */
export function checkedKey(caller: Caller | undefined, draft: string, file: { readonly sha256: string; readonly bytes: number; readonly type: FileType }): string {
  return `checked/${ownerFolder(caller)}-${draft}/${file.sha256}-${file.bytes}.${file.type.extension}`;
}

/** What a checked file's key says; `undefined` for any other key. */
export function readCheckedKey(key: string): CheckedFile | undefined {
  const match = CHECKED.exec(key);
  const type = FILE_TYPES.find(({ extension }) => extension === match?.[5]);
  if (match === null || type === undefined) return undefined;
  return { owner: match[1] ?? "", draft: match[2] ?? "", sha256: match[3] ?? "", bytes: Number(match[4]), type: type.type };
}
