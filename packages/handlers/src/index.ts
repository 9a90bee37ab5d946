export type * from "./handlers.ts";
export type { Ports } from "./ports/index.ts";
export type { Catalogue, CatalogueEntry } from "./ports/catalogue.ts";
export type { Commit, CommitOutcome, DossierStore, StoredDossier, WorkIndex, WorkItem } from "./ports/dossier-store.ts";
export type { Files, UploadForm } from "./ports/files.ts";
export type { Connectors, Orchestrator, Registration, Registrations } from "./ports/orchestrator.ts";
export type { Membership, People, Sessions } from "./ports/people.ts";
