import type { Channel, DocumentDefinition, DurationText, Fee, LegalBasis, Level, ResultDefinition, Text } from "@motcua/procedure";
import type { WorkflowTemplate } from "./workflow-template.ts";

/** Everything a new procedure is written from: what its author said, what a national record said, and a template's shape. */
export interface NewProcedure {
  readonly code: string;
  readonly name: Text;
  readonly field: { readonly id: string; readonly name: Text };
  readonly level: Level;
  readonly template: WorkflowTemplate;
  /** First day it applies, ISO date. */
  readonly from: string;
  /** What the record of the national catalogue gives; absent where the procedure starts from nothing. */
  readonly record?: RecordedProcedure;
}

/** What a record of the national catalogue gives of a procedure. Form, workflow and step times it never gives. */
export interface RecordedProcedure {
  readonly code?: string;
  readonly name?: string;
  readonly field?: string;
  readonly level?: Level;
  readonly channels: readonly Channel[];
  /** Time by channel. */
  readonly times: Readonly<Partial<Record<Channel, DurationText>>>;
  /** Names of the cases documents are listed by, where there is more than one. */
  readonly cases: readonly { readonly id: string; readonly name: string }[];
  readonly documents: readonly DocumentDefinition[];
  readonly fees: readonly Fee[];
  readonly results: readonly ResultDefinition[];
  readonly legalBasis: readonly LegalBasis[];
  /** What the record does not say, or says in words only a person can read: for the checklist. */
  readonly open: readonly string[];
}
