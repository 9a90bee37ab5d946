import type { Result } from "@motcua/procedure";
import { ServiceError } from "./http/service-error.ts";
import type { TypesOf } from "./runtime/procedure-ids.ts";
import type { Actor, DossierEvent, EventBatch } from "./wire/dossier-event.ts";

/** An event with what is known of its whole batch. */
export interface FollowedEvent<M = unknown> {
  readonly seq: number;
  /** Its place among the events of its batch, from 0. */
  readonly index: number;
  readonly at: string;
  readonly actor: Actor;
  readonly type: DossierEvent["type"];
  /** The step it concerns, where it concerns one. */
  readonly step?: keyof TypesOf<M>["outcomes"];
  readonly event: DossierEvent;
}

/** Options of `follow`. */
export interface FollowOptions<M = unknown> {
  /** The procedure's SDK: makes `step` typed. */
  readonly of?: M;
  /** The last event already seen: nothing up to it comes again. @default from the beginning */
  readonly after?: Pick<FollowedEvent, "seq" | "index">;
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const ENDS: ReadonlySet<DossierEvent["type"]> = new Set(["returned", "refused", "withdrawn", "stopped"]);

/** What {@link followLog} reads with. */
export interface LogReader {
  readonly log: (code: string) => Promise<Result<readonly EventBatch[]>>;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * The events of a dossier as they come, until it has ended. Asks less often while nothing happens: half a second at first,
 * a quarter of a minute at last.
 * @throws ServiceError when the log may not be read
 */
export async function* followLog<M>(reader: LogReader, code: string, options: FollowOptions<M> = {}): AsyncGenerator<FollowedEvent<M>, void> {
  let seen = options.after ?? { seq: 0, index: 0 };
  let wait = FIRST_WAIT_MS;
  const told = abortion(options.signal);
  while (options.signal?.aborted !== true) {
    const log = await reader.log(code);
    if (!log.ok) throw new ServiceError("the log of the dossier may not be read", { problems: log.problems });
    const from = seen;
    const fresh = log.value.flatMap((batch) => batch.events.map((event, index) => followed<M>(batch, event, index))).filter((event) => isAfter(event, from));
    for (const event of fresh) {
      seen = event;
      yield event;
    }
    if (hasEnded(log.value)) return;
    wait = fresh.length > 0 ? FIRST_WAIT_MS : Math.min(LONGEST_WAIT_MS, wait * 1.5);
    await Promise.race([reader.sleep(wait), told]);
  }
}

/** A withdrawal that was taken back is no end. */
function hasEnded(log: readonly EventBatch[]): boolean {
  const events = log.flatMap((batch) => batch.events);
  return events.slice(events.findLastIndex(({ type }) => type === "withdrawal-revoked") + 1).some(({ type }) => ENDS.has(type));
}

function isAfter(event: Pick<FollowedEvent, "seq" | "index">, seen: Pick<FollowedEvent, "seq" | "index">): boolean {
  return event.seq > seen.seq || (event.seq === seen.seq && event.index > seen.index);
}

/** Settles when the signal says so; never without one. */
function abortion(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener("abort", () => resolve(), { once: true }));
}

function followed<M>({ seq, at, actor }: EventBatch, event: DossierEvent, index: number): FollowedEvent<M> {
  const step = event.type === "task-opened" ? event.task.step : "step" in event ? event.step : undefined;
  return { seq, index, at, actor, type: event.type, event, ...(step === undefined ? {} : { step: step as keyof TypesOf<M>["outcomes"] }) };
}
