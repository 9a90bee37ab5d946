/** A form that uploads straight to the bucket, no JavaScript needed. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** One stored file as a browser is to show it. */
export interface ShownFile {
  readonly key: string;
  /** Media type it is served as, whatever it was stored as. */
  readonly type: string;
  /** Name it is saved under: ASCII letters, digits, `.`, `_`, `-`; nothing of a citizen. */
  readonly name: string;
}

/** Files of applicants and results. */
export interface Files {
  /** A presigned POST limited to `maxBytes` and `type`, an empty file included; the browser is sent to `redirect` afterwards. */
  presignUpload(request: { readonly key: string; readonly maxBytes: number; readonly type: string; readonly redirect: string }): Promise<UploadForm>;
  /** An address that shows the file in a browser, to whoever has it, for five minutes. The file need not exist. */
  presignDownload(file: ShownFile): Promise<string>;
  /** Size in bytes of a stored file, `undefined` when absent. */
  size(key: string): Promise<number | undefined>;
  /** Bytes of a stored file, `undefined` when absent. */
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array, type: string): Promise<void>;
  remove(key: string): Promise<void>;
}
