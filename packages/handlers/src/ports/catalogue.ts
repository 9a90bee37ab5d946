import type { ProcedureModule } from "@motcua/procedure";

/** One runnable version of a procedure, without its code. */
export interface CatalogueEntry {
  readonly code: string;
  readonly version: string;
  readonly name: { readonly vi: string; readonly en?: string };
  readonly field: { readonly id: string; readonly name: { readonly vi: string; readonly en?: string } };
  readonly from: string;
  readonly to?: string;
  /** Hash of the workflow's shape: the state machine's key. */
  readonly shape: string;
}

/** Procedures this deployment can run; versions are imported lazily, one file each. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  load(code: string, version: string): Promise<ProcedureModule | undefined>;
}
