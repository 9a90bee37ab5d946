import type { WorkCalendar } from "@motcua/calendar";
import type { Province } from "@motcua/procedure";
import type { Attempts } from "./attempts.ts";
import type { Catalogue } from "./catalogue.ts";
import type { DossierStore, WorkIndex } from "./dossier-store.ts";
import type { Files } from "./files.ts";
import type { Connectors, Orchestrator, Registrations } from "./orchestrator.ts";
import type { People, Sessions } from "./people.ts";
import type { Seals, Signer } from "./seals.ts";
import type { SyncQueue } from "./sync-queue.ts";

/** Everything the use cases need from outside. One conformance suite: `@motcua/handlers/testing`. */
export interface Ports {
  readonly dossiers: DossierStore;
  readonly work: WorkIndex;
  readonly sync: SyncQueue;
  readonly registrations: Registrations;
  readonly orchestrator: Orchestrator;
  readonly connectors: Connectors;
  readonly files: Files;
  readonly people: People;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly signer: Signer;
  readonly seals: Seals;
  readonly catalogue: Catalogue;
  readonly province: Province;
  readonly calendar: (unit: string) => WorkCalendar;
  /** Name of a province (two digits) or commune (five digits) of Decision 19/2025/QĐ-TTg. @default only this province's own are known by name */
  readonly placeName?: (code: string) => string | undefined;
  readonly clock: { now(): Date };
  /** Cryptographically random bytes as lower-case hex. */
  readonly random: (bytes: number) => string;
  readonly log: (entry: { readonly level: "info" | "warn" | "error"; readonly event: string } & Readonly<Record<string, string | number | boolean | undefined>>) => void;
}
