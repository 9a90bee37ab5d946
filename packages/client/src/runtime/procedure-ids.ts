/** What a generated SDK knows of its procedure at compile time. */
export interface ProcedureTypes {
  readonly form: unknown;
  /** Outcomes by step. */
  readonly outcomes: object;
  /** Records by step. */
  readonly records: object;
  readonly role: string;
  readonly document: string;
  readonly case: string;
  readonly fee: string;
  readonly question: string;
}

/** Names a definition gives, as an SDK exports them. */
export interface ProcedureIds<T extends ProcedureTypes> {
  readonly steps: readonly (keyof T["outcomes"])[];
  readonly outcomes: { readonly [S in keyof T["outcomes"]]: readonly T["outcomes"][S][] };
  readonly roles: readonly T["role"][];
  readonly documents: readonly T["document"][];
  readonly cases: readonly T["case"][];
  readonly fees: readonly T["fee"][];
  readonly questions: readonly T["question"][];
  /** For the compiler only; no module has a value here. */
  readonly types?: T;
}

/** A module loaded at run time, whose names are not known to the compiler. */
export interface AnyTypes {
  readonly form: unknown;
  readonly outcomes: Readonly<Record<string, string>>;
  readonly records: Readonly<Record<string, unknown>>;
  readonly role: string;
  readonly document: string;
  readonly case: string;
  readonly fee: string;
  readonly question: string;
}

/** Types of a module: its own where it is an imported SDK, texts and unknowns where it was loaded at run time. */
export type TypesOf<M> = M extends { readonly ids: ProcedureIds<infer T> } ? T : AnyTypes;

