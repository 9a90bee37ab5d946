/** A file about to be uploaded. */
export interface UploadRequest {
  /** Procedure and document it belongs to. */
  readonly procedure: string;
  readonly document: string;
  /** Media type: PDF, JPEG or PNG. */
  readonly type: string;
  readonly bytes: number;
  /** Where a browser that posts the form itself is sent afterwards. */
  readonly redirect: string;
  /** Unguessable id of the draft. */
  readonly draft: string;
}

/** A form that uploads one file straight to the bucket. */
export interface PreparedUpload {
  readonly key: string;
  readonly form: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}
