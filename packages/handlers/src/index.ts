export { createHandlers } from "./create-handlers.ts";
export type {
  Act, Caller, DossierProof, DossierView, Handlers, Quote, Receipt, SealedLog, Submission, TaskView, TrackingView, WorklistLine,
} from "./handlers.ts";
export type { Ports } from "./ports/index.ts";
export type { Attempts } from "./ports/attempts.ts";
export type { Catalogue, CatalogueEntry } from "./ports/catalogue.ts";
export type { Commit, CommitOutcome, DossierStore, GrownLog, PendingCommit, StoredDossier, WorkIndex, WorkItem } from "./ports/dossier-store.ts";
export type { Files, ShownFile, UploadForm } from "./ports/files.ts";
export type { Connectors, Orchestrator, Registration, Registrations } from "./ports/orchestrator.ts";
export type { Membership, People, Sessions } from "./ports/people.ts";
export type { SealedDay, Seals, Signer } from "./ports/seals.ts";
export type { Erasure } from "./use-cases/erase.ts";
export type { Sealing } from "./use-cases/seal-days.ts";
export { isRetryable, RetryableError } from "./retryable-error.ts";
export { TerminalError } from "./terminal-error.ts";
export type { HandlerProblemCode } from "./problem-table.ts";
export { PROBLEMS, statusOf } from "./problem-table.ts";
export { STATUS_NAMES } from "./status-names.ts";
export { outcomeName } from "./outcome-names.ts";
export { nfc } from "./nfc.ts";
export { sha256 } from "./fingerprint.ts";
export { ANY_FILE_TYPE, FILE_TYPES, MAX_FILE_BYTES } from "./file-types.ts";
export { apiRouter, MAX_BODY_BYTES } from "./http/api-router.ts";
export type { HttpRequest, HttpResponse } from "./http/http-message.ts";
export { jsonResponse, problemResponse } from "./http/http-message.ts";
export { openApi } from "./http/open-api.ts";
export type { OperationId, Route } from "./http/routes.ts";
export { routes } from "./http/routes.ts";
