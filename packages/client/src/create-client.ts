import type { Result } from "@motcua/procedure";
import { attachFile, type FileToAttach } from "./attach-file.ts";
import { followLog, type FollowedEvent, type FollowOptions } from "./follow.ts";
import { readAnswer } from "./http/read-answer.ts";
import { send, type Transport } from "./http/send.ts";
import type { Act, ErasureStep } from "./wire/act.ts";
import type { EventBatch } from "./wire/dossier-event.ts";
import type { DossierProof } from "./wire/dossier-proof.ts";
import type { DossierState, DossierView } from "./wire/dossier-view.ts";
import type { AttachedFile } from "./wire/given-document.ts";
import type { Account, CatalogueLine, OpenDossier, Page, TrackingView, UnsentDossier, WorklistLine } from "./wire/listings.ts";
import type { NamedProcedure } from "./wire/named-procedure.ts";
import type { QuoteOf, QuoteRequest } from "./wire/quote.ts";
import type { Receipt, SubmissionOf } from "./wire/submission.ts";
import type { Substitution, SubstitutionOffer, Substitutions, WantedSubstitution } from "./wire/substitution.ts";
import type { PreparedUpload, UploadRequest } from "./wire/upload.ts";

/**
 * A province's API, typed. What a person can put right comes back as problems; {@link ServiceError} is thrown when the
 * service cannot be reached or fails, after several attempts under the same idempotency key.
 */
export interface Client {
  procedures(): Promise<Result<readonly CatalogueLine[]>>;
  /** Documents, fees and due date for what was filled in so far. */
  quote<M extends NamedProcedure>(module: M, request: QuoteRequest<M>): Promise<Result<QuoteOf<M>>>;
  submit<M extends NamedProcedure>(module: M, submission: SubmissionOf<M>): Promise<Result<Receipt>>;
  /** The caller's own dossiers. */
  mine(): Promise<Result<readonly DossierState[]>>;
  dossier(code: string): Promise<Result<DossierView>>;
  /** Where a browser finds an attached file, named by its SHA-256 (hex), for the next five minutes. */
  file(code: string, sha256: string): Promise<Result<{ readonly url: string }>>;
  log(code: string): Promise<Result<readonly EventBatch[]>>;
  /** The log byte for byte, with the proofs of its sealed days: enough to check it offline. */
  proof(code: string): Promise<Result<DossierProof>>;
  /** The log's batches as the texts its chain of hashes is made of. */
  rawLog(code: string): Promise<Result<readonly string[]>>;
  /** Events as they come, until the dossier has ended. */
  follow<M = unknown>(code: string, options?: FollowOptions<M>): AsyncGenerator<FollowedEvent<M>, void>;
  act(code: string, act: Act, idempotencyKey?: string): Promise<Result<{ readonly state: DossierState }>>;
  /** Asks for, approves or rejects the erasure of a dossier's personal data: two people who answer for them. */
  erasure(code: string, wanted: ErasureStep): Promise<Result<{ readonly state: DossierState }>>;
  /** Open tasks of the caller's duties, earliest due first; `cursor` is from the page before. */
  worklist(page?: { readonly cursor?: string }): Promise<Result<Page<WorklistLine>>>;
  /** Dossiers a unit settles that have not ended, a page; to its officers and the administrator. */
  open(unit: string, page?: { readonly cursor?: string }): Promise<Result<Page<OpenDossier>>>;
  /** Dossiers the national portal has not got as they are, a page; `cursor` is from the page before. */
  unsent(request: { readonly state: UnsentDossier["state"]; readonly cursor?: string }): Promise<Result<Page<UnsentDossier>>>;
  /** Has a dossier told to the national portal again. */
  retrySync(code: string): Promise<Result<UnsentDossier>>;
  me(): Promise<Result<Account>>;
  /** The caller's duties, who acts in them while they are away, and for whom they act. */
  substitutions(): Promise<Result<Substitutions>>;
  /** Offers a duty for the days the caller is away; a colleague given the id takes it on. */
  offerSubstitution(wanted: WantedSubstitution): Promise<Result<{ readonly id: string }>>;
  substitutionOffer(id: string): Promise<Result<SubstitutionOffer>>;
  takeSubstitution(id: string): Promise<Result<Substitution>>;
  /** By either of the two; `absent` is the `sub` of who is away. */
  endSubstitution(of: { readonly absent: string; readonly id: string }): Promise<Result<{ readonly ended: true }>>;
  /** By the secret of a receipt, or by code and the last four digits of the owner's phone or identity number. */
  track(by: { readonly secret: string } | { readonly code: string; readonly factor: string }): Promise<Result<TrackingView>>;
  /** Form 01 as PDF. */
  receipt(code: string): Promise<Result<Uint8Array>>;
  /** A paper of the dossier as PDF, by its id in {@link DossierView.papers}: `01`, `02-1`, … `06`. */
  paper(code: string, id: string): Promise<Result<Uint8Array>>;
  /** Form 07 of a unit as PDF, for its officers; local days `yyyy-mm-dd`, both included, at most 31. */
  register(unit: string, period: { readonly from: string; readonly to: string }): Promise<Result<Uint8Array>>;
  upload(request: UploadRequest): Promise<Result<PreparedUpload>>;
  attach(request: { readonly key: string; readonly draft: string }): Promise<Result<AttachedFile>>;
  /** Uploads a file and has it checked, in one. */
  attachFile(file: FileToAttach): Promise<Result<AttachedFile>>;
}

/** Options of {@link createClient}. */
export interface ClientOptions {
  /** Where the API is, without `/api`: `https://motcua.dongthap.gov.vn`. */
  readonly baseUrl: string;
  /** Access token of a person, or where to get a fresh one. */
  readonly token?: string | (() => string | Promise<string>);
  /** @default the global one */
  readonly fetch?: typeof fetch;
  /** @default 30000 */
  readonly timeoutMs?: number;
  /** Times a request is sent at most. @default 4 */
  readonly attempts?: number;
  /** Waits between attempts and polls; given in tests. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** A client of one province's API for one person, or for nobody in particular. */
export function createClient(options: ClientOptions): Client {
  const transport: Transport = {
    fetch: options.fetch ?? ((...request) => fetch(...request)),
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => void setTimeout(resolve, ms))),
    timeoutMs: options.timeoutMs ?? 30_000,
    attempts: options.attempts ?? 4,
  };
  return new ApiClient(options.baseUrl.replace(/\/+$/, ""), options.token, transport);
}

class ApiClient implements Client {
  readonly #baseUrl: string;
  readonly #token: ClientOptions["token"];
  readonly #transport: Transport;

  constructor(baseUrl: string, token: ClientOptions["token"], transport: Transport) {
    this.#baseUrl = baseUrl;
    this.#token = token;
    this.#transport = transport;
  }

  procedures(): Promise<Result<readonly CatalogueLine[]>> {
    return this.#get("/api/procedures");
  }

  quote<M extends NamedProcedure>(module: M, request: QuoteRequest<M>): Promise<Result<QuoteOf<M>>> {
    return this.#post(`/api/procedures/${segment(module.procedure.code)}/quote`, request);
  }

  submit<M extends NamedProcedure>(module: M, submission: SubmissionOf<M>): Promise<Result<Receipt>> {
    const { idempotencyKey = crypto.randomUUID(), ...rest } = submission;
    const { code, version } = module.procedure;
    return this.#post("/api/dossiers", { procedure: code, version, ...rest }, idempotencyKey);
  }

  mine(): Promise<Result<readonly DossierState[]>> {
    return this.#get("/api/dossiers");
  }

  dossier(code: string): Promise<Result<DossierView>> {
    return this.#get(`/api/dossiers/${segment(code)}`);
  }

  file(code: string, sha256: string): Promise<Result<{ readonly url: string }>> {
    return this.#get(`/api/dossiers/${segment(code)}/files/${segment(sha256)}`);
  }

  log(code: string): Promise<Result<readonly EventBatch[]>> {
    return this.#get(`/api/dossiers/${segment(code)}/log`);
  }

  proof(code: string): Promise<Result<DossierProof>> {
    return this.#get(`/api/dossiers/${segment(code)}/proof`);
  }

  async rawLog(code: string): Promise<Result<readonly string[]>> {
    const log = await this.log(code);
    return log.ok ? { ok: true, value: log.value.map((batch) => JSON.stringify(batch)) } : log;
  }

  follow<M = unknown>(code: string, options: FollowOptions<M> = {}): AsyncGenerator<FollowedEvent<M>, void> {
    return followLog<M>({ log: (of) => this.log(of), sleep: this.#transport.sleep }, code, options);
  }

  act(code: string, act: Act, idempotencyKey: string = crypto.randomUUID()): Promise<Result<{ readonly state: DossierState }>> {
    return this.#post(`/api/dossiers/${segment(code)}/acts`, act, idempotencyKey);
  }

  erasure(code: string, wanted: ErasureStep): Promise<Result<{ readonly state: DossierState }>> {
    return this.#post(`/api/dossiers/${segment(code)}/erasure`, wanted);
  }

  worklist({ cursor }: { readonly cursor?: string } = {}): Promise<Result<Page<WorklistLine>>> {
    return this.#get(`/api/worklist${cursor === undefined ? "" : `?cursor=${segment(cursor)}`}`);
  }

  open(unit: string, { cursor }: { readonly cursor?: string } = {}): Promise<Result<Page<OpenDossier>>> {
    return this.#get(`/api/units/${segment(unit)}/open${cursor === undefined ? "" : `?cursor=${segment(cursor)}`}`);
  }

  unsent({ state, cursor }: { readonly state: UnsentDossier["state"]; readonly cursor?: string }): Promise<Result<Page<UnsentDossier>>> {
    return this.#get(`/api/sync?state=${state}${cursor === undefined ? "" : `&cursor=${segment(cursor)}`}`);
  }

  retrySync(code: string): Promise<Result<UnsentDossier>> {
    return this.#post(`/api/dossiers/${segment(code)}/sync`, {});
  }

  me(): Promise<Result<Account>> {
    return this.#get("/api/me");
  }

  substitutions(): Promise<Result<Substitutions>> {
    return this.#get("/api/substitutions");
  }

  offerSubstitution(wanted: WantedSubstitution): Promise<Result<{ readonly id: string }>> {
    return this.#post("/api/substitutions", wanted);
  }

  substitutionOffer(id: string): Promise<Result<SubstitutionOffer>> {
    return this.#get(`/api/substitutions/${segment(id)}`);
  }

  takeSubstitution(id: string): Promise<Result<Substitution>> {
    return this.#post(`/api/substitutions/${segment(id)}/take`, {});
  }

  endSubstitution({ absent, id }: { readonly absent: string; readonly id: string }): Promise<Result<{ readonly ended: true }>> {
    return this.#post(`/api/substitutions/${segment(id)}/end`, { absent });
  }

  track(by: { readonly secret: string } | { readonly code: string; readonly factor: string }): Promise<Result<TrackingView>> {
    return this.#post("/api/track", by);
  }

  receipt(code: string): Promise<Result<Uint8Array>> {
    return this.#pdf(`/api/dossiers/${segment(code)}/receipt`);
  }

  paper(code: string, id: string): Promise<Result<Uint8Array>> {
    return this.#pdf(`/api/dossiers/${segment(code)}/papers/${segment(id)}`);
  }

  register(unit: string, { from, to }: { readonly from: string; readonly to: string }): Promise<Result<Uint8Array>> {
    return this.#pdf(`/api/units/${segment(unit)}/register?from=${segment(from)}&to=${segment(to)}`);
  }

  upload(request: UploadRequest): Promise<Result<PreparedUpload>> {
    return this.#post("/api/uploads", request);
  }

  attach(request: { readonly key: string; readonly draft: string }): Promise<Result<AttachedFile>> {
    return this.#post("/api/uploads/attach", request);
  }

  attachFile(file: FileToAttach): Promise<Result<AttachedFile>> {
    const calls = { upload: (request: UploadRequest) => this.upload(request), attach: (request: { key: string; draft: string }) => this.attach(request) };
    return attachFile(calls, file, { transport: this.#transport, redirect: `${this.#baseUrl}/` });
  }

  #pdf(path: string): Promise<Result<Uint8Array>> {
    return this.#call(path, {}, async (response) => new Uint8Array(await response.arrayBuffer()));
  }

  #get<T>(path: string): Promise<Result<T>> {
    return this.#call(path, {}, (response) => response.json() as Promise<T>);
  }

  #post<T>(path: string, body: unknown, idempotencyKey?: string): Promise<Result<T>> {
    const headers = { "content-type": "application/json", ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }) };
    return this.#call(path, { method: "POST", headers, body: JSON.stringify(body) }, (response) => response.json() as Promise<T>);
  }

  async #call<T>(path: string, init: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string }, read: (response: Response) => Promise<T>): Promise<Result<T>> {
    const token = typeof this.#token === "function" ? await this.#token() : this.#token;
    const headers = { ...init.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    return readAnswer(await send(this.#transport, `${this.#baseUrl}${path}`, { ...init, headers }), read);
  }
}

function segment(text: string): string {
  return encodeURIComponent(text);
}
