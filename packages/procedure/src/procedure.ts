import type { FormSchema } from "./form.ts";
import type { ProcedureFile } from "./definition.ts";
import type { Money } from "./money.ts";
import type { WorkflowFile } from "./workflow.ts";

/**
 * A definition compiled once: frozen, plain JSON, no `$ref` outside its own `$defs`.
 * Expressions stay as text here; `@motcua/codegen` prints them as JavaScript.
 */
export interface Procedure extends Omit<ProcedureFile, "$schema"> {
  /** Content hash over the three files with their references resolved: 16 hex digits of SHA-256. */
  readonly version: string;
  readonly form: FormSchema;
  readonly workflow: Omit<WorkflowFile, "$schema">;
  /** Every CEL expression of the definition, by the JSON Pointer where it stands (`/procedure/documents/3/when`). */
  readonly expressions: Readonly<Record<string, CompiledExpression>>;
}

/** An expression the compiler has parsed and type-checked. */
export interface CompiledExpression {
  readonly source: string;
  readonly type: "bool" | "int" | "string" | "list" | "dyn";
  /** Paths read, for example `form.tre.ngay_sinh`: a rule applies only when they exist. */
  readonly reads: readonly string[];
}

/** A compiled procedure's samples, the procedure's own tests. */
export interface Sample {
  readonly id: string;
  /** ISO 8601 with offset. */
  readonly submittedAt: string;
  readonly acceptedAt?: string;
  readonly channel: "online" | "counter" | "post";
  /** Code of the receiving unit in the province's unit table. */
  readonly receivingUnit?: string;
  readonly answers?: Readonly<Record<string, boolean>>;
  readonly form: unknown;
  readonly documents: readonly SampleDocument[];
  /** What officers, the applicant and others do, in order, when the sample is driven to its end; the happy path where absent. */
  readonly script?: readonly SampleAct[];
  readonly expected: SampleExpectation;
  readonly note?: string;
}

/** A document as a sample gives it. */
export interface SampleDocument {
  readonly id: string;
  readonly original?: number;
  readonly copy?: number;
  readonly sets?: number;
  readonly presented?: boolean;
  readonly electronic?: boolean;
  /** Retrieved as data instead of being handed in. */
  readonly retrieved?: boolean;
  /** Date the paper bears, ISO date. */
  readonly issuedOn?: string;
}

/** One scripted act on a sample's way. `step` names the open step; `outcome` what is chosen there. */
export interface SampleAct {
  readonly step?: string;
  readonly outcome?: string;
  /** Time that passes before this act. */
  readonly after?: string;
  /** Values for the step's record form. */
  readonly record?: unknown;
  /** Instead of an outcome: let legal time pass until the sweep decides by silence. */
  readonly silence?: boolean;
  /** Instead of an outcome: ask for a supplement, then the applicant supplements after this time. */
  readonly supplement?: { readonly reasons: readonly string[]; readonly after: string };
  readonly withdraw?: boolean;
}

/** How a sample must end. */
export interface SampleExpectation {
  /** `accepted`: goes to its result; `invalid`: the form or its documents give exactly `problems`; `gate`: stopped before intake. */
  readonly outcome: "accepted" | "invalid" | "gate";
  readonly case?: string;
  /** Ids of the documents needed. */
  readonly documents?: readonly string[];
  /** VND by fee id; `null` where set locally; an amount in another currency. */
  readonly fees?: Readonly<Record<string, number | null | Money>>;
  /** Due date printed at acceptance, ISO date or date-time. */
  readonly due?: string;
  /** Due date after the script, where it moved. */
  readonly finalDue?: string;
  readonly nationalStatus?: number;
  /** Ids of the results handed over in the end, in the order of the definition. */
  readonly results?: readonly string[];
  readonly gate?: string;
  readonly problems?: readonly { readonly pointer: string; readonly code: string; readonly severity?: "error" | "warning" }[];
  readonly notes?: readonly string[];
}
