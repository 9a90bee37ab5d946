/**
 * Personal data of a dossier, kept apart from its events under an erasable record.
 * Events hold only the salted SHA-256 of it, so the chain survives a lawful erasure.
 */
export interface PersonalRecord {
  /** 128-bit hex, fresh for each dossier. */
  readonly salt: string;
  readonly form: unknown;
  /** What officers recorded, by step id. */
  readonly records: Readonly<Record<string, unknown>>;
  /** Answers to the procedure's questions. */
  readonly answers: Readonly<Record<string, boolean>>;
  /** Free texts officers and applicants wrote (reasons, evidence), by event key `{seq}/{index}`. */
  readonly notes: Readonly<Record<string, string>>;
}
