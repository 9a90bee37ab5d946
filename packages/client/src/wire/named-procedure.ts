/**
 * What a call says of the procedure it is about: code and version. An imported SDK is one; so is anything smaller that
 * names the same version.
 */
export interface NamedProcedure {
  readonly procedure: { readonly code: string; readonly version: string };
}
