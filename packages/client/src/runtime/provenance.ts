import type { Procedure } from "@motcua/procedure";

/** Which definition a module was generated from: its code, its version (content hash), when it is in force, and the law it stands on. */
export type Provenance = Pick<Procedure, "code" | "version" | "name" | "effective" | "legalBasis">;
