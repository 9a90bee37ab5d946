import type { DossierState, EventBatch, GivenDocument, LogProof } from "@motcua/dossier";
import type { Channel, Money, Problem, Result, Text } from "@motcua/procedure";
import type { OpenClock } from "./open-clock.ts";
import type { CatalogueEntry } from "./ports/catalogue.ts";
import type { UploadForm } from "./ports/files.ts";
import type { Membership, Substitution } from "./ports/people.ts";
import type { FreeAct } from "./open-acts.ts";
import type { Registration } from "./ports/orchestrator.ts";
import type { ErasureStep } from "./use-cases/erasure.ts";
import type { Page, SyncItem } from "./ports/sync-queue.ts";
import type { Sealing } from "./use-cases/seal-days.ts";
import type { SyncRun } from "./use-cases/sync.ts";
import type { UnsentRequest } from "./use-cases/unsent.ts";

/** Who calls: the verified `sub` of a token or session. Memberships are read from the table. */
export interface Caller {
  readonly sub: string;
}

/** What a dossier needs and costs, for answers given so far. */
export interface Quote {
  readonly case: string;
  readonly documents: readonly QuotedDocument[];
  readonly fees: readonly { readonly id: string; readonly name: Text; readonly vnd: number | null; readonly foreign?: Money; readonly waived?: Text; readonly reduced?: { readonly reason: Text; readonly from: number | Money } }[];
  /** For a dossier accepted now. */
  readonly due?: { readonly due: string; readonly provisional: boolean; readonly days: readonly { readonly date: string; readonly counted: boolean; readonly why: string }[] };
  /** A gate that stops the dossier before intake. */
  readonly gate?: { readonly id: string; readonly message: Text };
}

/** A document a dossier needs, or may be given. Where it is asked for each entry of a list it is there once an entry, under an id of its own, with the entry in its name. */
export interface QuotedDocument {
  readonly id: string;
  readonly name: Text;
  readonly needed: boolean;
  readonly mode: string;
  /** How many papers, each in its copies. */
  readonly quantity: number;
  readonly group?: string;
  /** The document as declared, and the number of the entry, from 1. */
  readonly entry?: { readonly document: string; readonly nth: number };
  /** `lookup`: where the agency finds it; `else` what is asked when it does not. */
  readonly lookup?: { readonly from: string; readonly else: "present" | "none" };
  /** How old it may be: its date (`issuedOn`) has to be given with it. */
  readonly notOlderThan?: string;
  /** What it has to be, a sentence each, its age included. */
  readonly conditions?: readonly Text[];
}

/** A submission as the API and the portal send it. */
export interface Submission {
  readonly procedure: string;
  /** Version the form was filled under; refused as `stale-version` when it is not the one in force. */
  readonly version?: string;
  readonly channel: Channel;
  readonly receivingUnit: string;
  readonly form: unknown;
  readonly answers?: Readonly<Record<string, boolean>>;
  readonly documents: readonly GivenDocument[];
  readonly resultBy: "counter" | "post" | "online";
  /** An officer or a kiosk's attendant fills it in online for an applicant, whose account it is not. */
  readonly assisted?: boolean;
  /** Draft the attached files were uploaded under; where given, files of another draft are refused. */
  readonly draft?: string;
}

/** The answer to a submission. The tracking secret is shown once; only its hash is stored. */
export interface Receipt {
  readonly code: string;
  readonly trackingSecret: string;
  readonly nationalStatus: number;
  readonly warnings: readonly Problem[];
}

/** A task the caller may act on, with what they may choose there. */
export interface TaskView {
  readonly id: string;
  readonly step: string;
  readonly name: Text;
  readonly kind: string;
  readonly outcomes: readonly { readonly id: string; readonly name: Text }[];
  readonly due?: string;
  /** `attend`: the day people mean to come, and who has to. */
  readonly appointment?: string;
  readonly expected?: readonly string[];
  /** Schema of the step's record form. */
  readonly record?: unknown;
  /** Questions officers may answer with the task; `answer` is what was said so far. */
  readonly questions?: readonly { readonly id: string; readonly text: Text; readonly answer?: boolean }[];
  /** Documents this step asks for that are not there yet: it goes on once they are received. */
  readonly documents?: readonly { readonly id: string; readonly name: Text; readonly mode: "submit" | "present" }[];
  readonly canSupplement: boolean;
  readonly canStop: boolean;
  /** Whether more time may be asked for from here. */
  readonly canExtend: boolean;
  /** Whether the result waits here to be handed over, and may still be corrected. */
  readonly canCorrect: boolean;
  /** Whether the result waits here and has not been handed to the post. */
  readonly canPost: boolean;
  /** Of the approval of an extension: the dates, and why it was asked for. */
  readonly extension?: { readonly before?: string; readonly after: string; readonly provisional: boolean; readonly reason?: string };
}

/** What an officer or the owner sees of a dossier. */
export interface DossierView {
  readonly state: DossierState;
  readonly procedure: { readonly code: string; readonly version: string; readonly name: Text };
  readonly form: unknown;
  readonly records: Readonly<Record<string, unknown>>;
  readonly tasks: readonly TaskView[];
  /** Acts that belong to no task and that this person may do now. */
  readonly acts: readonly FreeAct[];
  /** `note` is what was written there, a line each: to the applicant (what is missing, why it was refused or stopped) or by them; officers also see what they wrote to each other. */
  readonly history: readonly { readonly at: string; readonly text: Text; readonly step?: string; readonly actor: string; readonly note?: string }[];
  /** Papers there are, by what they are asked for with; the applicant is offered those addressed to them. */
  readonly papers: readonly { readonly id: string; readonly form: string; readonly name: Text; readonly at: string }[];
}

/** Public tracking: status and dates only; `papers`, addressed to the applicant, for whoever holds the secret. */
export interface TrackingView {
  readonly code: string;
  readonly procedure: Text;
  readonly nationalStatus: number;
  readonly statusName: Text;
  readonly submittedAt: string;
  readonly acceptedAt?: string;
  readonly due?: string;
  readonly finishedAt?: string;
  readonly papers?: DossierView["papers"];
}

/** A dossier's log and what proves it: enough to check it offline. */
export interface DossierProof {
  readonly code: string;
  /** Batches as the bytes that were hashed, in order. */
  readonly log: readonly string[];
  /** A day each, in order. */
  readonly proofs: readonly LogProof[];
}

/** A dossier's log and proofs as the text that `motcua audit verify` reads: JSON lines. */
export interface AuditFile {
  readonly code: string;
  readonly text: string;
}

/** The log of a dossier by its hashes alone: to find the one printed on a receipt, and the day whose seal holds it. */
export interface SealedLog {
  readonly code: string;
  readonly entries: readonly {
    readonly seq: number;
    readonly at: string;
    /** SHA-256 hex of the batch. */
    readonly hash: string;
    /** Absent until the night after. */
    readonly seal?: { readonly day: string; readonly sealedAt: string; readonly root: string };
  }[];
}

/** A line of a worklist. */
export interface WorklistLine {
  readonly code: string;
  readonly task: string;
  readonly step: string;
  readonly stepName: Text;
  readonly procedure: Text;
  readonly due?: string;
  readonly lateness: "on-time" | "due-soon" | "late" | "none";
  readonly unit: string;
  readonly role?: string;
}

/** What was found in a worklist; `more` where not all is listed. */
export interface FoundWork {
  readonly lines: readonly (WorklistLine & { readonly owner?: string })[];
  readonly more: boolean;
}

/** A dossier that has not ended; `clock` where its main clock runs. Names no citizen. */
export interface OpenDossier {
  readonly code: string;
  readonly procedure: string;
  readonly version: string;
  readonly phase: DossierState["phase"];
  readonly nationalStatus: number;
  readonly competentUnit: string;
  readonly receivingUnit: string;
  readonly submittedAt: string;
  readonly acceptedAt?: string;
  readonly due?: string;
  readonly clock?: OpenClock;
}

/** Acts on an open task, as the API and the portal send them. */
export type Act =
  | { readonly act: "complete"; readonly task: string; readonly outcome: string; readonly record?: unknown; readonly note?: string; readonly answers?: Readonly<Record<string, boolean>>; readonly received?: Readonly<Record<string, boolean>>; readonly receipt?: string; readonly recipient?: { readonly name: string; readonly identity?: string; readonly by: "counter" | "post" | "online" } }
  | { readonly act: "answer"; readonly task: string; readonly answer: "agreed" | "objected"; readonly note?: string }
  | { readonly act: "request-supplement"; readonly task: string; readonly defects: readonly { readonly document?: string; readonly text: string }[]; readonly overLimitReason?: string }
  | { readonly act: "supplement"; readonly form?: unknown; readonly documents: readonly GivenDocument[] }
  | { readonly act: "withdraw"; readonly reason?: string }
  /** Takes a withdrawal after acceptance back, until the unit has closed it. */
  | { readonly act: "revoke-withdrawal" }
  | { readonly act: "stop"; readonly task: string; readonly reason: string }
  /** More time, until the end of a local day `yyyy-mm-dd`; the reason is for the applicant (form 04). */
  | { readonly act: "request-extension"; readonly task: string; readonly until: string; readonly reason: string }
  | { readonly act: "approve-extension"; readonly task: string }
  | { readonly act: "reject-extension"; readonly task: string; readonly reason: string }
  /** A decision after a change of calendar, by its number and date; `due` is local time with `+07:00`. */
  | { readonly act: "recompute-due"; readonly decision: string; readonly due: string }
  /** An error in a result that is not handed over yet. */
  | { readonly act: "correct-result"; readonly task: string; readonly reason: string }
  /** By the number of the receipt or of the payment platform's transaction; integer VND. */
  | { readonly act: "record-payment"; readonly fee: string; readonly vnd: number; readonly receipt: string }
  /** What fell due to be paid back was. */
  | { readonly act: "record-refund"; readonly fee: string; readonly vnd: number; readonly receipt: string }
  | { readonly act: "waive-fee"; readonly fee: string; readonly reason: string }
  | { readonly act: "post-result"; readonly task: string; readonly tracking: string }
  /** Closes a withdrawal after acceptance; integer VND. */
  | { readonly act: "confirm-withdrawal"; readonly papersReturned: boolean; readonly refundVnd: number }
  /** From 1, not at all content, to 5. */
  | { readonly act: "rate"; readonly score: number; readonly comment?: string };

/** A duty somebody who will be away wants another to do, between two local days `yyyy-mm-dd`, both included, on a decision. */
export interface WantedSubstitution {
  readonly unit: string;
  readonly role: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly decision: string;
}

/** What is offered, and by whom; `own` to the one who offers it. */
export type SubstitutionOffer = Omit<Substitution, "substitute" | "takenAt" | "endedAt"> & { readonly own: boolean; readonly absentName?: string };

/** A person's duties, and who acts for whom. */
export interface SubstitutionsView {
  readonly own: readonly Membership[];
  readonly given: readonly (Substitution & { readonly substituteName: string; readonly over: boolean })[];
  readonly taken: readonly (Membership & { readonly onBehalfOf: string; readonly absentName: string })[];
}

/** Use cases. Each returns problems a person can fix; unknown and forbidden dossiers answer alike (`not-found`). */
export interface Handlers {
  procedures(): Promise<readonly CatalogueEntry[]>;
  quote(request: { readonly procedure: string; readonly channel: Channel; readonly form: unknown; readonly answers?: Readonly<Record<string, boolean>>; readonly unit?: string }): Promise<Result<Quote>>;
  submit(caller: Caller | undefined, submission: Submission, idempotencyKey: string): Promise<Result<Receipt>>;
  dossier(caller: Caller, code: string): Promise<Result<DossierView>>;
  /** Where a browser finds an attached file of a dossier, named by its SHA-256, for the next five minutes. */
  file(caller: Caller, code: string, sha256: string): Promise<Result<{ readonly url: string }>>;
  mine(caller: Caller): Promise<readonly DossierState[]>;
  /** Open tasks of all a person's duties, earliest due first; where more is open there is a cursor. */
  worklist(caller: Caller, page?: { readonly cursor?: string }): Promise<Result<Page<WorklistLine>>>;
  /** Lines of the caller's worklist by words of the dossier's code, its owner's or its submitter's name, whatever the diacritics. */
  findWork(caller: Caller, text: string): Promise<Result<FoundWork>>;
  /** Dossiers a unit settles that have not ended, whoever they wait for, oldest first; a page may hold fewer than another and still have a cursor. */
  openDossiers(caller: Caller, of: { readonly unit: string; readonly cursor?: string }): Promise<Result<Page<OpenDossier>>>;
  /** Dossiers the national portal has not got as they are: waiting to be told, or refused with its code. To officers, of their units; to the province's administrator, of all. */
  unsent(caller: Caller, request: UnsentRequest): Promise<Result<Page<SyncItem>>>;
  /** Has a dossier told again: what the portal refused, or what waits for its next try. */
  retrySync(caller: Caller, code: string): Promise<Result<SyncItem>>;
  act(caller: Caller, code: string, act: Act, idempotencyKey: string): Promise<Result<{ readonly state: DossierState }>>;
  /** Has a dossier's personal data erased where the law asks for it: one who answers for them asks, another approves; the chain of its log still holds. */
  erasure(caller: Caller, code: string, wanted: ErasureStep): Promise<Result<{ readonly state: DossierState }>>;
  log(caller: Caller, code: string): Promise<Result<readonly EventBatch[]>>;
  /** The log as exact bytes, with the proofs of the days it was sealed on. */
  proof(caller: Caller, code: string): Promise<Result<DossierProof>>;
  /** By the tracking secret of a receipt. */
  sealedLog(secret: string): Promise<Result<SealedLog>>;
  /** By the tracking secret of a receipt: what checks the sealed log away from the province. */
  auditFile(secret: string): Promise<Result<AuditFile>>;
  track(by: { readonly secret: string } | { readonly code: string; readonly factor: string }): Promise<Result<TrackingView>>;
  /** Form 01 as PDF; to the owner, the receiving unit, or whoever holds the tracking secret. `baseUrl` is where the portal is open to the public: the QR code leads there. */
  receipt(by: ({ readonly caller: Caller; readonly code: string; readonly secret?: string } | { readonly secret: string }) & { readonly baseUrl?: string }): Promise<Result<Uint8Array>>;
  /** A paper the dossier's log gives rise to, as PDF: `01` receipt, `02` supplement request, `03` refusal, `04` extension, `05` stop, `06` control sheet (officers only); `02-1` is the first of several, `02` the latest. */
  paper(by: ({ readonly caller: Caller; readonly code: string } | { readonly secret: string }) & { readonly baseUrl?: string }, id: string): Promise<Result<Uint8Array>>;
  /** Form 07 of a unit as PDF, for its officers: dossiers handed in between two local days `yyyy-mm-dd`, both included; at most 31 days and 1,000 dossiers. */
  dossierRegister(caller: Caller, of: { readonly unit: string; readonly from: string; readonly to: string; readonly baseUrl?: string }): Promise<Result<Uint8Array>>;
  upload(caller: Caller | undefined, request: { readonly procedure: string; readonly document: string; readonly type: string; readonly bytes: number; readonly redirect: string; readonly draft: string }): Promise<Result<{ readonly key: string; readonly form: UploadForm }>>;
  /** Checks content against its claimed type; a wrong file is removed. */
  attach(caller: Caller | undefined, request: { readonly key: string; readonly draft: string }): Promise<Result<{ readonly key: string; readonly sha256: string; readonly bytes: number; readonly type: string }>>;
  memberships(caller: Caller): Promise<readonly Membership[]>;
  /** Acting for an absent officer: offered by who will be away, taken on by a colleague of the unit, ended by either. */
  offerSubstitution(caller: Caller, wanted: WantedSubstitution): Promise<Result<{ readonly id: string }>>;
  substitutionOffer(caller: Caller, id: string): Promise<Result<SubstitutionOffer>>;
  takeSubstitution(caller: Caller, id: string): Promise<Result<Substitution>>;
  endSubstitution(caller: Caller, of: { readonly absent: string; readonly id: string }): Promise<Result<{ readonly ended: true }>>;
  substitutions(caller: Caller): Promise<SubstitutionsView>;

  /** System side. */
  register(registration: Registration): Promise<void>;
  /** A commit or registration came through the stream: start, stop or answer what follows. Idempotent. */
  dispatch(change: { readonly kind: "commit"; readonly body: string } | { readonly kind: "registration"; readonly registration: Registration }): Promise<void>;
  /** A register step of an execution: calls the system and records the outcome. @throws RetryableError */
  connect(task: { readonly code: string; readonly generation: number; readonly wait: string; readonly step: string; readonly lastAttempt: boolean }): Promise<void>;
  /** Issues the commands whose legal time has come; returns how many. */
  sweep(): Promise<number>;
  /** Tells the national portal what it has not acknowledged. Idempotent. */
  sync(): Promise<SyncRun>;
  /** Reads the table and repeats what got stuck between commit and execution; returns how many. */
  reconcile(): Promise<number>;
  /** Signs what happened on the last whole days that are not sealed yet. Idempotent. */
  sealDays(): Promise<Sealing>;
}
