import type { Result } from "@motcua/procedure";
import { ServiceError } from "./http/service-error.ts";
import type { TypesOf } from "./runtime/procedure-ids.ts";
import type { Actor, DossierEvent, EventBatch } from "./wire/dossier-event.ts";

/** An event with what is known of its whole batch. */
export interface FollowedEvent<M = unknown> {
  readonly seq: number;
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
  /** Sequence number of the last batch already seen. @default 0 */
  readonly after?: number;
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
  let seen = options.after ?? 0;
  let wait = FIRST_WAIT_MS;
  while (options.signal?.aborted !== true) {
    const log = await reader.log(code);
    if (!log.ok) throw new ServiceError("the log of the dossier may not be read", { problems: log.problems });
    const fresh = log.value.filter((batch) => batch.seq > seen);
    for (const batch of fresh) {
      seen = batch.seq;
      for (const event of batch.events) yield followed<M>(batch, event);
    }
    if (log.value.some((batch) => batch.events.some((event) => ENDS.has(event.type)))) return;
    wait = fresh.length > 0 ? FIRST_WAIT_MS : Math.min(LONGEST_WAIT_MS, wait * 1.5);
    await reader.sleep(wait);
  }
}

function followed<M>({ seq, at, actor }: EventBatch, event: DossierEvent): FollowedEvent<M> {
  const step = event.type === "task-opened" ? event.task.step : "step" in event ? event.step : undefined;
  return { seq, at, actor, type: event.type, event, ...(step === undefined ? {} : { step: step as keyof TypesOf<M>["outcomes"] }) };
}
