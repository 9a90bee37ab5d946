import type { Money } from "./money.ts";
import type { Text } from "./text.ts";

/** An expression in CEL, type-checked when the definition is compiled. Its variables: see `docs/define-a-procedure.md`. */
export type Cel = string;

/** A duration in the one grammar used everywhere: `30min`, `2wh`, `24h`, `3wd`, `10d`, `2mo`, `same-day`. */
export type DurationText = string;

/** How a dossier arrives (kênh thực hiện): at the counter, online, by public post. */
export type Channel = "online" | "counter" | "post";

/** Tier of government that settles a procedure, since 01/07/2025. */
export type Level = "ministry" | "province" | "commune";

/** How a paper is to be given: handed in, shown, or looked up by the agency itself. */
export type DocumentMode = "submit" | "present" | "lookup";

/** One legal text a procedure stands on. */
export interface LegalBasis {
  readonly id: string;
  readonly title: string;
  readonly articles?: readonly string[];
}

/** A role (vai trò) that acts in the workflow, and the unit whose people hold it. */
export interface Role {
  readonly name: Text;
  /** `receiving`: the one-stop unit that took the dossier; `competent`: the unit that settles it; `at`: the unit of the commune whose code stands there in the form; else one of the procedure's `units`. */
  readonly unit: string | { readonly at: string };
}

/** A unit that has a part in a procedure beside the receiving and the competent one: another agency, another level, another province. */
export interface PartUnit {
  /** As papers and the history call it, where the province has no unit of its own for it. */
  readonly name: Text;
  /** Which agency: `tax`, `police`, `land`, `insurance`, …; the people's committee where absent. */
  readonly agency?: string;
  readonly level: Level;
  /** JSON Pointer of the five-digit commune code in the form that says which one; the province's own where absent. */
  readonly at?: string;
  /** `external`: it works in a system of its own, and the competent unit enters what it did. @default "internal" */
  readonly mode?: "internal" | "external";
}

/** A statutory time limit that a finding of the officers makes another. */
export interface FoundLimit {
  readonly when: Cel;
  readonly limit: DurationText;
  readonly source: string;
}

/** A longer time than the statutory one, to which the applicant agrees in writing. */
export interface AgreedLimit {
  /** Where the agreed day is recorded: a date of a step's record (`steps.tiep_nhan.ngay_hen`) or of the form. The limit then ends with that day. */
  readonly day: Cel;
  /** The law lets nobody agree to more than this, counted from the same acceptance. */
  readonly atMost?: DurationText;
  readonly source: string;
}

/** A statutory time limit with its source. */
export interface Limit {
  readonly time: DurationText;
  /** Received after this local time (`HH:mm`), the limit starts on the next working day. */
  readonly cutOff?: string;
  readonly source: string;
  /** Limits that differ by channel. */
  readonly byChannel?: Partial<Record<Channel, DurationText>>;
  /** The province may set another time, up to this one. Elsewhere it may only promise a shorter one. */
  readonly setLocally?: { readonly atMost: DurationText };
  /** Limits that findings bring, read from records (`steps`): the first that holds replaces the time, counted from the same acceptance. */
  readonly then?: readonly FoundLimit[];
  readonly agreed?: AgreedLimit;
}

/** A number the law leaves to the province within bounds, such as a minimum area; read in CEL as `local.<id>`. */
export interface Parameter {
  readonly name: Text;
  /** Unit the number is in, for people: m², %, … */
  readonly unit?: string;
  /** `int` compares with whole numbers, `double` with numbers that have decimals. */
  readonly type: "int" | "double";
  /** Stands where a province has set none. */
  readonly default: number;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly source: string;
}

/** A case (trường hợp) of a procedure; the first whose `when` holds applies. */
export interface ProcedureCase {
  readonly name: Text;
  readonly when?: Cel;
  readonly limit: Limit;
}

/** A question that is no form field; its answer is read in CEL as `ask.<id>`. */
export interface Question {
  readonly text: Text;
  readonly by: "applicant" | "officer";
}

/** What a paper has to be beside being there: shown to whoever gives it and to the officer who looks at it. */
export interface DocumentRequirement {
  readonly kind: "legalised" | "translated" | "certified" | "valid";
  readonly when?: Cel;
  /** Who is excepted, where no condition can tell. */
  readonly except?: Text;
  readonly source?: string;
}

/** A document (thành phần hồ sơ). */
export interface DocumentDefinition {
  /** Key in CEL and in payloads, `snake_case`. */
  readonly id: string;
  /** Code in the published record, for example `KS-CS`. */
  readonly code?: string;
  readonly name: Text;
  /** Needed when this holds; always where absent. */
  readonly when?: Cel;
  readonly mode: DocumentMode;
  /** Group of which only some are needed; see {@link DocumentGroup}. */
  readonly group?: string;
  /** Number of originals and copies on paper; `sets` for drawings. */
  readonly copies?: { readonly original?: number; readonly copy?: number; readonly sets?: number };
  /** Step at which it is given or shown, where that is not the filing. */
  readonly at?: string;
  /** JSON Pointer of a list in the form: one document for each of its entries, `item` in `when` and `quantity`, the `nth` of them. */
  readonly each?: string;
  /** JSON Pointers inside an entry where stands what people call it; the first that is present. */
  readonly entryName?: readonly string[];
  /** Integer number of papers of this kind, each in as many `copies`; 1 where absent. */
  readonly quantity?: Cel;
  /** How old it may be on the day the dossier is handed in, months or calendar days from the date it bears. */
  readonly notOlderThan?: DurationText;
  readonly requirements?: readonly DocumentRequirement[];
  /** Data that make the paper unnecessary when it was retrieved, for example `health-insurance.birth-notification`. */
  readonly replacedBy?: { readonly data: string };
  /** `lookup`: where the agency finds it, and what happens when it does not. */
  readonly lookup?: { readonly from: string; readonly else: "present" | "none" };
  /** The e-form itself serves as this document. */
  readonly isForm?: boolean;
  readonly note?: Text;
  readonly source?: string;
}

/** Documents of which `need` are enough; `ordered` when an earlier one is preferred. */
export interface DocumentGroup {
  readonly name: Text;
  readonly need: number;
  readonly ordered?: boolean;
  /** JSON Pointer of a list in the form: the group is needed for each of its entries, and its documents are asked for each. */
  readonly each?: string;
  /** JSON Pointers inside an entry where stands what people call it; the first that is present. */
  readonly entryName?: readonly string[];
  readonly when?: Cel;
}

/**
 * A fee's amount has four states; "free" is never read from an empty amount.
 * `set-locally` is decided by the province's People's Council; `typical` is an indication only.
 */
export type FeeAmount =
  | {
      readonly state: "amount";
      /** One unit; with `tiers`, each unit after the last of them. */
      readonly vnd: number;
      /** The first units, up to and including `upTo`, cost another amount each. Ascending. */
      readonly tiers?: readonly { readonly upTo: number; readonly vnd: number }[];
      /** Most that one set of units costs, VND. */
      readonly cap?: number;
      readonly source: string;
    }
  /** One unit in another currency; what is collected in đồng is recorded with the payment, at the rate of that day. */
  | { readonly state: "amount"; readonly foreign: Money; readonly source: string }
  | { readonly state: "free"; readonly source: string }
  /** Another agency computes it: VND by the fee's `quantity`, read from what that agency's step records; unknown until then. */
  | { readonly state: "assessed"; readonly by: Text; readonly source: string }
  | { readonly state: "set-locally"; readonly atMost?: number; readonly typical?: number; readonly source: string };

/** A reduction of a fee: by `percent` of what would be due, or to another amount in đồng for one unit. */
export type FeeReductionRule = { readonly when: Cel; readonly reason: Text; readonly source: string } & ({ readonly percent: number } | { readonly vnd: number });

/** A fee (phí, lệ phí). */
export interface Fee {
  readonly id: string;
  readonly name: Text;
  readonly kind: "fee" | "charge";
  readonly case?: string;
  /** JSON Pointer of a list in the form: charged once for each of its entries, `item` in the expressions below, the `nth` of them. */
  readonly each?: string;
  readonly when?: Cel;
  /** Integer number of units charged; 1 where absent. */
  readonly quantity?: Cel;
  /** Integer number of times these units are charged, each time with its tiers and cap; 1 where absent. */
  readonly times?: Cel;
  readonly amount: FeeAmount;
  readonly waived?: readonly { readonly when: Cel; readonly reason: Text }[];
  /** The first that holds, where it is not waived. */
  readonly reduced?: readonly FeeReductionRule[];
  /** `filing`: paid before the dossier is received. */
  readonly collect: "filing" | "intake" | "return";
  /** Paid back when the dossier is refused or withdrawn. @default not said */
  readonly refundable?: boolean;
}

/** What a pause does to the due date. See the legal clock. */
export type PausePolicy = "RESTART" | "EXTEND" | "SUBTRACT" | "NONE";

/** How the legal clock behaves for this procedure. */
export interface ClockPolicy {
  /** Time the one-stop unit has to accept an online dossier. */
  readonly acceptance?: DurationText;
  readonly supplement: PausePolicy;
  readonly payment?: PausePolicy;
  /** Number of supplement requests; `hard` refuses more, else a warning with a recorded reason. */
  readonly supplementLimit: { readonly count: number; readonly hard: boolean; readonly source: string };
  /** How often the due date may be extended with an apology. @default what the product takes where this is silent */
  readonly extensionLimit?: { readonly count: number; readonly source: string };
  /** Until when the applicant may take the dossier back. @default "until-signed" */
  readonly withdrawal?: "until-accepted" | "until-signed";
  /** Time the applicant has to answer a supplement request. */
  readonly responseWindow?: DurationText;
}

/** How long a result is valid where that depends: a time from the day of issue, a last day, or whichever ends earlier. */
export interface ResultValidity {
  readonly when?: Cel;
  readonly time?: DurationText;
  /** A day of the form or of a record. */
  readonly until?: Cel;
  readonly source?: string;
}

/** What is to be done with a result later: `within` months or days of its issue, or so long `before` the last day it is valid. */
export interface ResultDuty {
  readonly id: string;
  readonly what: Text;
  readonly when?: Cel;
  readonly within?: DurationText;
  readonly before?: DurationText;
  readonly source: string;
}

/** A result (kết quả) the procedure yields. */
export interface ResultDefinition {
  readonly id: string;
  readonly nationalCode?: string;
  readonly name: Text;
  readonly signed: boolean;
  readonly sealed: boolean;
  /** JSON Pointer of a list in the form: one result for each of its entries, `item` in the expressions below, the `nth` of them. */
  readonly each?: string;
  /** Issued when this holds; always where absent. */
  readonly when?: Cel;
  readonly copies?: Cel;
  /** From the day it is issued, or the first way that applies; until when is told wherever the result is. */
  readonly validity?: DurationText | readonly ResultValidity[];
  /** What whoever is given it has to do later. */
  readonly duties?: readonly ResultDuty[];
  /** Who is to be told that it is issued: parties, and the procedure's `units`. */
  readonly notify?: readonly string[];
}

/** Where in the form a person stands: JSON Pointers, the first that is present wins. */
export interface PartyPointers {
  readonly name: readonly string[];
  readonly identity?: readonly string[];
  readonly phone?: readonly string[];
  readonly email?: readonly string[];
  readonly address?: readonly string[];
}

/** A gate before intake: the dossier is not needed, or belongs elsewhere. */
export interface Gate {
  readonly id: string;
  readonly when: Cel;
  readonly then: "not-needed" | "elsewhere";
  readonly message: Text;
  readonly source?: string;
}

/** `procedure.json` as written. */
export interface ProcedureFile {
  readonly $schema?: string;
  /** National code `d.dddddd` (mã thủ tục hành chính). */
  readonly code: string;
  readonly name: Text;
  readonly field: { readonly id: string; readonly name: Text };
  readonly levels: readonly Level[];
  readonly channels: readonly Channel[];
  readonly effective: { readonly from: string; readonly to?: string; readonly decision?: string };
  readonly replaces?: readonly string[];
  readonly legalBasis: readonly LegalBasis[];
  /** `signers`: people who have to sign in person. */
  readonly parties: { readonly submitter: PartyPointers; readonly owner: PartyPointers; readonly signers?: readonly PartyPointers[] };
  /** Competent unit: the receiving one unless a pointer to a commune code in the form says otherwise, or it is the province's own, or one of `units`. */
  readonly competentUnit?: { readonly at: string } | { readonly level: "province" } | { readonly unit: string };
  readonly units?: Readonly<Record<string, PartUnit>>;
  readonly roles: Readonly<Record<string, Role>>;
  readonly questions?: Readonly<Record<string, Question>>;
  readonly gates?: readonly Gate[];
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly cases: Readonly<Record<string, ProcedureCase>>;
  readonly documentGroups?: Readonly<Record<string, DocumentGroup>>;
  readonly documents: readonly DocumentDefinition[];
  readonly fees: readonly Fee[];
  readonly clock: ClockPolicy;
  readonly results: readonly ResultDefinition[];
  readonly retention?: { readonly class: string; readonly source: string };
  readonly note?: Text;
}
