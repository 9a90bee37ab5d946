import type { Facts, ForkMove } from "@motcua/procedure";
import type { Command } from "./command.ts";
import type { Reach } from "./consulted-parties.ts";
import type { DecideContext, Decision } from "./decide.ts";
import { factsAt, routeFacts } from "./dossier-facts.ts";
import type { EventBody, OpenedTask } from "./event.ts";
import { unitHolder } from "./unit-holder.ts";
import { applyEvent } from "./evolve.ts";
import { saltedHash } from "./personal-hash.ts";
import type { PersonalRecord } from "./personal.ts";
import type { DossierState } from "./state.ts";

/** Where an {@link Unfolding} begins. */
export interface UnfoldingStart {
  readonly code: string;
  readonly command: Pick<Command, "actor" | "at">;
  /** `undefined` before the submission. */
  readonly state: DossierState | undefined;
  readonly personal: PersonalRecord;
  readonly context: DecideContext;
}

/**
 * A decision in the making: the events so far and the state they lead to, so that what follows an event is decided on
 * the dossier as it then is. Local to one call of `decide`; thrown away where the command is refused.
 */
export class Unfolding {
  readonly context: DecideContext;
  readonly actor: Command["actor"];
  /** ISO 8601 instant of the command. */
  readonly at: string;
  /** Sequence number of the batch being decided. */
  readonly seq: number;
  /** {@link at}, milliseconds. */
  readonly now: number;
  readonly #code: string;
  readonly #events: EventBody[] = [];
  readonly #before: PersonalRecord | undefined;
  #state: DossierState | undefined;
  #personal: PersonalRecord;
  /** What conditions read, with all it depends on that a command may replace. */
  #facts: { readonly branches: DossierState["branches"]; readonly personal: PersonalRecord; readonly facts: Facts } | undefined;

  constructor(start: UnfoldingStart) {
    this.context = start.context;
    this.actor = start.command.actor;
    this.at = start.command.at;
    this.now = Date.parse(this.at);
    this.seq = (start.state?.seq ?? 0) + 1;
    this.#code = start.code;
    this.#state = start.state;
    this.#personal = start.personal;
    this.#before = start.state === undefined ? undefined : start.personal;
  }

  /** The dossier after the events so far. @throws RangeError before its submission */
  get state(): DossierState {
    if (this.#state === undefined) throw new RangeError("a dossier begins with its submission");
    return this.#state;
  }

  get personal(): PersonalRecord {
    return this.#personal;
  }

  get procedure(): DecideContext["module"]["procedure"] {
    return this.context.module.procedure;
  }

  /** Events so far; the next one has this index in its batch. */
  get eventCount(): number {
    return this.#events.length;
  }

  add(event: EventBody): void {
    this.#state = applyEvent(this.#state, event, { code: this.#code, seq: this.seq, at: this.at, actor: this.actor });
    this.#events.push(event);
  }

  /** Replaces parts of the personal record. */
  remember(change: Partial<Omit<PersonalRecord, "salt">>): void {
    this.#personal = { ...this.#personal, ...change };
  }

  /** Keeps a text of the event that is added next in the personal record; what the event carries in its place. */
  note(text: string): string {
    this.remember({ notes: { ...this.#personal.notes, [`${this.seq}/${this.#events.length}`]: text } });
    return this.hash(text);
  }

  /** Whether a time has passed at the command's instant; none never has. */
  isPast(due: string | undefined): boolean {
    return due !== undefined && this.now > Date.parse(due);
  }

  /** Whether a task that is done now is late: after its own time, and after what the law gives its step. */
  lateness({ due, legalDue }: Pick<OpenedTask, "due" | "legalDue">): { readonly late: boolean; readonly overLegal?: true } {
    return { late: this.isPast(due), ...(this.isPast(legalDue) ? { overLegal: true } : {}) };
  }

  /** Salted hash of something personal: what events carry in its place. */
  hash(value: unknown): string {
    const { hash = saltedHash } = this.context;
    return hash(this.#personal.salt, value);
  }

  /** Salted hash of the personal record as a whole. */
  personalHash(): string {
    const { form, records, answers } = this.#personal;
    return this.hash({ form, records, answers });
  }

  /** What conditions read now; `forks`: what a move is about to do to forks. */
  facts(forks: readonly ForkMove[] = []): Facts {
    if (forks.length > 0) return this.#factsAfter(forks);
    // A command asks many times between two changes.
    const { branches } = this.state;
    const known = this.#facts;
    if (known !== undefined && known.branches === branches && known.personal === this.#personal) return known.facts;
    const facts = this.#factsAfter(forks);
    this.#facts = { branches, personal: this.#personal, facts };
    return facts;
  }

  #factsAfter(forks: readonly ForkMove[]): Facts {
    const { channel, submittedAt, branches } = this.state;
    const { form, answers, records } = this.#personal;
    return factsAt(this.context.module, { form, channel, submittedAt, answers, records, ...(branches === undefined ? {} : { branches }), forks }, this.at);
  }

  /** Named booleans of the route now, or once a move has done its part to forks. */
  routeFacts(forks: readonly ForkMove[] = []): Readonly<Record<string, boolean>> {
    return routeFacts(this.context.module, this.facts(forks), () => this.reach());
  }

  reach(): Reach {
    const { receivingUnit, competentUnit } = this.state;
    const units = { procedure: this.procedure, receivingUnit, competentUnit, form: this.#personal.form, context: this.context };
    return {
      competentUnit,
      unitOfCommune: this.context.unitOfCommune,
      unitNamed(id) {
        return unitHolder(units, id);
      },
    };
  }

  decision(): Decision {
    const changed = this.#personal !== this.#before;
    return { events: this.#events, ...(changed ? { personal: this.#personal } : {}) };
  }
}
