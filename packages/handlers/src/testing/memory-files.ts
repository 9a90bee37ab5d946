import type { Files } from "../ports/files.ts";

/** A bucket in memory. */
export interface MemoryFiles extends Files {
  readonly kept: Map<string, { readonly bytes: Uint8Array; readonly type: string }>;
  /** Answers an address of `presignDownload` as the bucket would; its time never runs out. */
  readonly open: (url: string) => Response;
}

const ADDRESS = "https://files.invalid/";

/** An empty bucket; its upload forms lead nowhere, a test writes the file itself. */
export function memoryFiles(): MemoryFiles {
  const kept: MemoryFiles["kept"] = new Map();
  return {
    kept,
    presignUpload: async ({ key, maxBytes, type, redirect }) => ({
      url: ADDRESS,
      fields: { key, "Content-Type": type, success_action_redirect: redirect, "x-max-bytes": String(maxBytes) },
    }),
    presignDownload: async ({ key, type, name }) => `${ADDRESS}${key}?${new URLSearchParams({ type, name }).toString()}`,
    open: (url) => {
      const { pathname, searchParams } = new URL(url);
      const stored = kept.get(decodeURIComponent(pathname.slice(1)));
      if (stored === undefined) return new Response("", { status: 404 });
      return new Response(new Uint8Array(stored.bytes), { headers: { "content-type": searchParams.get("type") ?? stored.type, "content-disposition": `inline; filename="${searchParams.get("name") ?? ""}"` } });
    },
    size: async (key) => kept.get(key)?.bytes.length,
    read: async (key) => kept.get(key)?.bytes,
    write: async (key, bytes, type) => void kept.set(key, { bytes, type }),
    remove: async (key) => void kept.delete(key),
  };
}
