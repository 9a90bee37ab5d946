import type { Machine } from "../definition/machine.ts";
import { withoutTables, withTables } from "../definition/machine.ts";
import type { Change, Execution } from "../execution/execution.ts";
import { applyChange, asOneChange, newExecution } from "../execution/execution.ts";
import type { Store, StoreRecord } from "./store.ts";

/** How long AWS keeps the events of a closed execution, in milliseconds. */
const RETENTION = 90 * 86_400_000;

/** Machines and executions in memory, and the store behind them. Whatever it takes is saved first. */
export interface Ledger {
  /** By ARN, in the order they were started. */
  readonly executions: ReadonlyMap<string, Execution>;
  /** The latest revision of a machine. */
  readonly machineOf: (arn: string) => Machine | undefined;
  readonly putMachine: (machine: Machine) => void;
  readonly begin: (execution: Execution, first: Change) => void;
  /** Makes a change durable; applying it is for whoever made it. */
  readonly save: (execution: Execution, change: Change) => void;
}

/** Reads a store, and writes it anew where that makes it shorter. */
export function openLedger(store: Store, now: number): Ledger {
  const executions = new Map<string, Execution>();
  const revisions = new Map<string, Machine>();
  const latest = new Map<string, Machine>();
  const keep = (machine: Machine): void => {
    revisions.set(`${machine.arn} ${machine.revision}`, machine);
    latest.set(machine.arn, machine);
  };
  const records = store.load();
  for (const record of records) READERS[record.kind](record as never, { executions, revisions, keep });
  const fewest = compacted(executions, { revisions, latest, now });
  if (fewest.length < records.length) store.replace(fewest);
  return {
    executions,
    machineOf: (arn) => latest.get(arn),
    putMachine: (machine) => {
      if (latest.get(machine.arn)?.revision === machine.revision) return;
      store.append({ kind: "machine", machine: withoutTables(machine) });
      keep(machine);
    },
    begin: (execution, first) => {
      store.append({ kind: "execution", origin: execution.origin, ...first });
      applyChange(execution, first);
      executions.set(execution.origin.arn, execution);
    },
    save: ({ origin }, change) => store.append({ kind: "changed", arn: origin.arn, ...change }),
  };
}

interface Reading {
  readonly executions: Map<string, Execution>;
  readonly revisions: ReadonlyMap<string, Machine>;
  readonly keep: (machine: Machine) => void;
}

type Readers = { readonly [Kind in StoreRecord["kind"]]: (record: Extract<StoreRecord, { readonly kind: Kind }>, into: Reading) => void };

const READERS: Readers = {
  machine: ({ machine }, { keep }) => keep(withTables(machine)),
  execution: ({ origin, head, frames = [], events = [] }, { executions, revisions }) => {
    const machine = revisions.get(`${origin.machineArn} ${origin.revision}`);
    if (machine === undefined) throw new Error(`the store has no revision ${origin.revision} of ${origin.machineArn}`);
    const execution = newExecution(origin, machine);
    applyChange(execution, { head, frames, events });
    executions.set(origin.arn, execution);
  },
  changed: ({ arn, ...change }, { executions }) => {
    const execution = executions.get(arn);
    if (execution === undefined) throw new Error(`the store changes ${arn} before it begins`);
    applyChange(execution, change);
  },
};

interface Compaction {
  readonly revisions: ReadonlyMap<string, Machine>;
  readonly latest: ReadonlyMap<string, Machine>;
  readonly now: number;
}

/** The fewest records that say the same; old events go, names stay. */
function compacted(executions: ReadonlyMap<string, Execution>, { revisions, latest, now }: Compaction): readonly StoreRecord[] {
  const used = new Set([...executions.values()].map(({ origin }) => `${origin.machineArn} ${origin.revision}`));
  // The latest revision of a machine comes last: a reader takes it for the current one.
  const machines = [...[...revisions].filter(([key, machine]) => used.has(key) && latest.get(machine.arn) !== machine).map(([, machine]) => machine), ...latest.values()];
  for (const { head, events } of executions.values()) if (head.stoppedAt !== undefined && head.stoppedAt < now - RETENTION) events.length = 0;
  return [
    ...machines.map((machine): StoreRecord => ({ kind: "machine", machine: withoutTables(machine) })),
    ...[...executions.values()].map((execution): StoreRecord => ({ kind: "execution", origin: execution.origin, ...asOneChange(execution) })),
  ];
}
