import type { Files } from "../ports/files.ts";

/** A bucket in memory. */
export interface MemoryFiles extends Files {
  readonly kept: Map<string, { readonly bytes: Uint8Array; readonly type: string }>;
}

/** An empty bucket; its upload forms lead nowhere, a test writes the file itself. */
export function memoryFiles(): MemoryFiles {
  const kept: MemoryFiles["kept"] = new Map();
  return {
    kept,
    presignUpload: async ({ key, maxBytes, type, redirect }) => ({
      url: "https://files.invalid/",
      fields: { key, "Content-Type": type, success_action_redirect: redirect, "x-max-bytes": String(maxBytes) },
    }),
    size: async (key) => kept.get(key)?.bytes.length,
    read: async (key) => kept.get(key)?.bytes,
    write: async (key, bytes, type) => void kept.set(key, { bytes, type }),
    remove: async (key) => void kept.delete(key),
  };
}
