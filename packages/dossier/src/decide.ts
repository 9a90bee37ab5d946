import type { WorkCalendar } from "@motcua/calendar";
import type { ProcedureModule, Result } from "@motcua/procedure";
import type { Command } from "./command.ts";
import type { EventBody } from "./event.ts";
import type { PersonalRecord } from "./personal.ts";
import type { DossierState } from "./state.ts";

/** What a decision needs besides command and state. No clock: the time is in the command. */
export interface DecideContext {
  readonly module: ProcedureModule;
  readonly personal?: PersonalRecord;
  /** Calendar of the competent unit. */
  readonly calendar: WorkCalendar;
  /** Unit code of a commune, `undefined` when it is outside the province. */
  readonly unitOfCommune: (commune: string) => string | undefined;
  /** Amounts the province set, VND by fee id. */
  readonly localFees: Readonly<Record<string, number>>;
}

/** What a command leads to. `personal` is the record to store beside the events, where it changed. */
export interface Decision {
  readonly events: readonly EventBody[];
  readonly personal?: PersonalRecord;
}

/** Decides a command: events, or all the problems at once. Pure. */
export declare function decide(command: Command, state: DossierState | undefined, context: DecideContext): Result<Decision>;
