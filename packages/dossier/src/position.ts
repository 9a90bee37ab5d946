/**
 * Where a dossier stands in its workflow: a step and, inside a fork, where each branch stands.
 * `done` is a branch that has reached `@join`.
 */
export interface Position {
  readonly step: string;
  readonly branches?: Readonly<Record<string, Position | "done">>;
}
