import { randomBytes } from "node:crypto";
import type { WorkCalendar } from "@motcua/calendar";
import type { ProcedureModule, Province } from "@motcua/procedure";
import type { CatalogueEntry } from "../ports/catalogue.ts";
import type { Ports } from "../ports/index.ts";
import type { Connectors, Registration } from "../ports/orchestrator.ts";
import { memoryDossiers } from "./memory-dossiers.ts";
import type { MemoryFiles } from "./memory-files.ts";
import { memoryFiles } from "./memory-files.ts";
import type { MemoryOrchestrator } from "./memory-orchestrator.ts";
import { memoryConnectors, memoryOrchestrator, memoryRegistrations } from "./memory-orchestrator.ts";
import { memorySeals, memorySigner } from "./memory-seals.ts";
import { memoryAttempts, memoryPeople, memorySessions } from "./memory-people.ts";

type LogEntry = Parameters<Ports["log"]>[0];
/** A change as the table's stream would carry it. */
export type MemoryChange = { readonly kind: "commit"; readonly body: string } | { readonly kind: "registration"; readonly registration: Registration };

/** Ports in memory, with what a test wants to look at. */
export interface MemoryPorts extends Ports {
  readonly files: MemoryFiles;
  readonly executions: MemoryOrchestrator;
  /** Changes in the order they happened; a test takes them out and hands them to `dispatch`. */
  readonly stream: MemoryChange[];
  readonly entries: LogEntry[];
  /** Sets the clock, ISO 8601. */
  readonly setNow: (instant: string) => void;
}

/** What memory ports are made of. */
export interface MemoryPortsOptions {
  readonly province: Province;
  readonly calendar: WorkCalendar;
  readonly modules: readonly { readonly entry: CatalogueEntry; readonly module: ProcedureModule }[];
  readonly now: string;
  readonly connectors?: Connectors["call"];
}

/** Creates empty ports. */
export function memoryPorts(options: MemoryPortsOptions): MemoryPorts {
  let now = new Date(options.now);
  const clock = { now: () => now };
  const stream: MemoryChange[] = [];
  const entries: LogEntry[] = [];
  const executions = memoryOrchestrator();
  const { modules } = options;
  return {
    ...memoryDossiers((body) => stream.push({ kind: "commit", body })),
    registrations: memoryRegistrations((registration) => stream.push({ kind: "registration", registration })),
    orchestrator: executions.orchestrator,
    connectors: memoryConnectors(options.connectors ?? (async ({ idempotencyKey }) => ({ outcome: "done", reference: idempotencyKey }))),
    files: memoryFiles(),
    people: memoryPeople(),
    sessions: memorySessions(clock),
    attempts: memoryAttempts(),
    signer: memorySigner(),
    seals: memorySeals(),
    catalogue: {
      entries: modules.map(({ entry }) => entry),
      load: async (code, version) => modules.find(({ entry }) => entry.code === code && entry.version === version)?.module,
    },
    province: options.province,
    calendar: () => options.calendar,
    clock,
    random: (bytes) => randomBytes(bytes).toString("hex"),
    log: (entry) => void entries.push(entry),
    executions,
    stream,
    entries,
    setNow: (instant) => {
      now = new Date(instant);
    },
  };
}
