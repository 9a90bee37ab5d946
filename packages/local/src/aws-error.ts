/** An error as an AWS service answers it: a code SDK clients know, an HTTP status, a message. */
export class AwsError extends Error {
  override readonly name = "AwsError";
  readonly code: string;
  readonly status: number;
  /** Further members of the answer's body. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, more: { readonly status?: number; readonly members?: Readonly<Record<string, unknown>> } = {}) {
    super(message);
    this.code = code;
    this.status = more.status ?? 400;
    this.members = more.members ?? {};
  }
}
