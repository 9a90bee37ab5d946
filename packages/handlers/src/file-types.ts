/** Largest file taken, in bytes: 20 MB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * Largest upload a form without script may send, in bytes. Its size is not known before, and what the bucket itself refuses
 * ends on the bucket's own page: so it takes somewhat more, and what is too large is refused by a page of ours.
 */
export const MAX_FORM_BYTES = 3 * MAX_FILE_BYTES;

/** A kind of file applicants may attach: how it is named and how its content begins. */
export interface FileType {
  readonly type: string;
  readonly extension: string;
  readonly magic: readonly number[];
}

/** The file types accepted, each with the bytes it must begin with. */
export const FILE_TYPES: readonly FileType[] = [
  { type: "application/pdf", extension: "pdf", magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/jpeg", extension: "jpg", magic: [0xff, 0xd8, 0xff] },
  { type: "image/png", extension: "png", magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** Claimed where nobody can say the type beforehand, as in a form without script: the content decides. */
export const ANY_FILE_TYPE: FileType = { type: "application/octet-stream", extension: "bin", magic: [] };

/** The accepted type content is of, when it was claimed to be of `claimed`; `undefined` when it is not. */
export function foundType(claimed: FileType, content: Uint8Array): FileType | undefined {
  return (claimed === ANY_FILE_TYPE ? FILE_TYPES : [claimed]).find((type) => looksLike(type, content));
}

/** Whether content begins as its type must. */
function looksLike(type: FileType, content: Uint8Array): boolean {
  return type.magic.every((byte, at) => content[at] === byte);
}
