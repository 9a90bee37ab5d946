import type { Engine, ExecutionDescription } from "@motcua/engine";
import { createEngine, createMemoryStore, createVirtualClock } from "@motcua/engine";
import type { Arrival, ForkMove, Position, WorkflowFile } from "@motcua/procedure";
import { advance, enter, joinFacts, openSteps } from "@motcua/procedure";
import { executionInput } from "../execution-input.ts";
import { executionName } from "../execution-name.ts";
import { taskAnswer } from "../task-answer.ts";
import { toStateMachine } from "../to-state-machine.ts";

const MACHINE = "arn:aws:states:ap-southeast-1:111111111111:stateMachine:walked";
const CODE = "H20.015-261005-0001";

type Facts = Readonly<Record<string, boolean>>;

/** What a waiting state hands to its function. */
export interface Call {
  readonly dossier: string;
  readonly generation: number;
  readonly step: string;
  readonly after: number;
  readonly token: string;
  readonly retry?: number;
}

/** A dossier that is routed by `enter` and `advance` and, beside it, by the state machine on the engine. */
export class WalkedDossier {
  readonly machine;
  readonly engine: Engine;
  readonly #clock = createVirtualClock(Date.parse("2026-10-05T01:00:00Z"));
  readonly #workflow: Pick<WorkflowFile, "start" | "steps">;
  readonly #calls: Call[] = [];
  readonly #answered = new Set<string>();
  /** Sequence number by open step. */
  #opened = new Map<string, number>();
  #seq = 0;
  #generation = 0;
  #execution = "";
  /** How its forks were joined: `{join} {outcome}`, `passed` before it where that was as they were entered. */
  readonly joins = new Set<string>();
  position: Position | undefined;
  ended: Arrival["ended"];

  /** `refuse` may throw for a call, as a function does that fails. */
  constructor(workflow: Pick<WorkflowFile, "start" | "steps">, refuse: (call: Call) => void = () => undefined) {
    this.#workflow = workflow;
    this.machine = toStateMachine({ workflow });
    this.engine = createEngine({
      store: createMemoryStore(),
      clock: this.#clock,
      invoke: async ({ payload, token }) => {
        const { Payload } = payload as unknown as { readonly Payload: Call };
        if (Payload.token !== token) throw new Error("the payload does not carry the token");
        refuse(Payload);
        this.#calls.push(Payload);
        return null;
      },
    });
    this.engine.putStateMachine({ arn: MACHINE, name: "walked", definition: this.machine.definition as never });
  }

  /** Submits the dossier: the first generation. */
  async begin(facts: Facts): Promise<void> {
    this.#arrive(enter(this.#workflow, this.#workflow.start, facts));
    if (this.position !== undefined) await this.restart(facts, { stop: false });
  }

  /** Lets time pass: retries wait for it. */
  async pass(milliseconds: number): Promise<void> {
    await this.#clock.advance(this.#clock.now() + milliseconds);
  }

  /** Ends the running execution and takes the dossier on in the next generation where it stands. */
  async restart(facts: Facts, { stop = true }: { readonly stop?: boolean } = {}): Promise<void> {
    if (stop) {
      this.engine.stopExecution({ executionArn: this.#execution });
      this.#seq += 1;
    }
    this.#generation += 1;
    this.#opened = new Map(openSteps(this.position as Position).map((step) => [step, this.#seq]));
    const input = executionInput(this.machine, { dossier: CODE, generation: this.#generation, after: this.#seq, facts, position: this.position as Position });
    const started = this.engine.startExecution({ machineArn: MACHINE, name: executionName(CODE, this.#generation), input: JSON.stringify(input) });
    this.#execution = started.executionArn;
    await this.#clock.settle();
  }

  /** Completes an open step and answers its state, whatever the outcome leads to. */
  async complete(step: string, outcome: string, facts: Facts): Promise<void> {
    const token = this.waiting().find((call) => call.step === step)?.token;
    if (token === undefined) throw new Error(`no state waits for ${step}`);
    this.#opened.delete(step);
    const before = this.waiting();
    const arrival = advance(this.#workflow, this.position as Position, { step, outcome }, facts);
    this.#arrive(arrival);
    this.#answered.add(token);
    const said = { ...facts, ...joinFacts(this.#workflow.steps, arrival.forks) };
    this.engine.sendTaskSuccess({ token, output: JSON.stringify(taskAnswer(this.machine, { step, outcome, facts: said, after: this.#seq })) });
    await this.#clock.settle();
    for (const call of before) if (call.token !== token && !this.#isOpen(call)) this.#takenBack(call.token);
  }

  /** Waits that decide has open, as the dossier knows them. */
  expected(): readonly string[] {
    return [...this.#opened].map(([step, seq]) => `${step}@${seq}`).sort();
  }

  /** Waits that states of the running execution registered and nobody has answered. */
  registered(): readonly string[] {
    if (this.status() !== "RUNNING") return [];
    return this.waiting().map(({ step, after }) => `${step}@${after}`).sort();
  }

  status(): string {
    return this.#execution === "" ? "NONE" : this.result().status;
  }

  result(): ExecutionDescription {
    return this.engine.describeExecution(this.#execution);
  }

  /** Names of the states the running execution has entered. */
  entered(): readonly string[] {
    return this.engine.getExecutionHistory(this.#execution).flatMap((event) => (event["stateEnteredEventDetails"] as { readonly name: string } | undefined)?.name ?? []);
  }

  /** Calls of the running generation that nobody has answered. */
  waiting(): readonly Call[] {
    return this.#calls.filter(({ generation, token, dossier }) => dossier === CODE && generation === this.#generation && !this.#answered.has(token));
  }

  #joinOf({ fork, outcome, passed }: Extract<ForkMove, { outcome: string }>): string {
    const step = this.#workflow.steps[fork];
    const join = step?.kind !== "fork" ? "" : typeof step.join === "string" ? step.join : "quorum";
    return `${passed ? "passed " : ""}${join} ${outcome}`;
  }

  #isOpen({ step, after }: Call): boolean {
    return this.#opened.get(step) === after;
  }

  /** A wait the dossier has taken back is to be one nobody can answer any more. */
  #takenBack(token: string): void {
    this.#answered.add(token);
    try {
      this.engine.sendTaskSuccess({ token, output: "{}" });
    } catch {
      return;
    }
    throw new Error("a state still waits for a step of a branch that was taken back");
  }

  #arrive({ position, entered, ended, forks = [] }: Arrival): void {
    for (const move of forks) if ("outcome" in move) this.joins.add(this.#joinOf(move));
    this.#seq += 1;
    this.position = position;
    this.ended = ended;
    const open = new Set(position === undefined ? [] : openSteps(position));
    for (const step of this.#opened.keys()) if (!open.has(step)) this.#opened.delete(step);
    for (const step of entered) this.#opened.set(step, this.#seq);
  }
}
