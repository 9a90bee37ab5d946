import { randomUUID } from "node:crypto";
import { dueDate, parseDuration } from "@motcua/calendar";
import type { Client } from "@motcua/client";
import type { DossierState, OpenedTask } from "@motcua/dossier";
import { type DurationText, type Problem, type Sample, textIn, unitCalendar } from "@motcua/procedure";
import { CommandFailure } from "../exit.ts";
import type { OpenShop, ShopProcedure } from "../open-shop.ts";
import { moveFor, type NextMove } from "./act-on-task.ts";
import { giveDocuments } from "./give-documents.ts";
import { officerFor } from "./officer-for.ts";
import { Script } from "./script.ts";
import { stopOnDenial } from "./stop-on-denial.ts";

/** One line of a dossier's way. */
export interface DrivenStep {
  readonly step: string;
  readonly name: string;
  readonly who: string;
  readonly what: string;
  readonly ms: number;
}

/** How a sample ended. */
export type Driven =
  | { readonly kind: "dossier"; readonly state: DossierState; readonly steps: readonly DrivenStep[]; readonly papers: number; readonly printedDue: string | undefined; readonly trackingSecret: string }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Options of {@link driveSample}. */
export interface DriveOptions {
  readonly shop: OpenShop;
  readonly procedure: ShopProcedure;
  readonly sample: Sample;
  readonly onStep?: (step: DrivenStep) => void;
  /** Leaves clock and printer alone, so that many may be driven at once. @default false */
  readonly asOneOfMany?: boolean;
  /** Called before every act with the dossier's code, for tests that interfere. */
  readonly beforeAct?: (code: string, task: OpenedTask) => Promise<void>;
}

const ACTS_AT_MOST = 60;
const MINUTE_MS = 60_000;

/**
 * Drives one sample through the API of a running shop on the sample's own dates: submits it as the citizen or at the
 * counter, then lets whoever has a task act on it, by the sample's script or the happy path, until it has ended.
 * @throws CommandFailure when the run cannot go on: a refused act, a dossier that stands still, a grant that is missing
 */
export function driveSample(options: DriveOptions): Promise<Driven> {
  return stopOnDenial(options.shop.local, () => drive(options));
}

async function drive(options: DriveOptions): Promise<Driven> {
  const { shop, procedure, sample } = options;
  if (options.asOneOfMany !== true) await shop.local.clock.set(sample.submittedAt);
  const submitter = await shop.client(sample.channel === "online" ? "congdan" : deskOf(options));
  const started = performance.now();
  const draft = randomUUID();
  const submitted = await submitter.submit(procedure.module, {
    channel: sample.channel,
    receivingUnit: sample.receivingUnit ?? shop.province.units[0]?.code ?? "",
    form: sample.form,
    answers: sample.answers ?? {},
    documents: await giveDocuments({ client: submitter, procedure, sample, draft }),
    resultBy: sample.channel === "online" ? "online" : sample.channel === "post" ? "post" : "counter",
    draft,
    idempotencyKey: randomUUID(),
  });
  if (!submitted.ok) return { kind: "refused", problems: submitted.problems };
  const { code, trackingSecret } = submitted.value;
  const run = new Run(options, code, submitter);
  run.note({ step: "nop_ho_so", name: `Nộp hồ sơ ${code}`, who: sample.channel === "online" ? "công dân" : "một cửa", what: sample.channel, ms: performance.now() - started });
  return run.toTheEnd(trackingSecret);
}

/** Login of whoever takes dossiers of this procedure in. */
function deskOf({ shop, procedure }: DriveOptions): string {
  const intake = Object.values(procedure.module.procedure.workflow.steps).find((step) => step.kind === "intake");
  return officerFor(shop, intake?.kind === "intake" ? intake.role : "can_bo_tiep_nhan");
}

/** One dossier on its way. */
class Run {
  readonly #options: DriveOptions;
  readonly #code: string;
  readonly #submitter: Client;
  readonly #steps: DrivenStep[] = [];
  readonly #script: Script;
  /** What was recorded at the steps so far. */
  readonly #records: Record<string, unknown> = {};
  #papers = 0;
  #printedDue: string | undefined;

  constructor(options: DriveOptions, code: string, submitter: Client) {
    this.#options = options;
    this.#code = code;
    this.#submitter = submitter;
    this.#script = new Script(options.sample);
  }

  note(step: DrivenStep): void {
    const rounded = { ...step, ms: Math.round(step.ms) };
    this.#steps.push(rounded);
    this.#options.onStep?.(rounded);
  }

  async toTheEnd(trackingSecret: string): Promise<Driven> {
    let state = await this.#state();
    for (let acts = 0; acts < ACTS_AT_MOST; acts += 1) {
      if (state.endedAt !== undefined) {
        return { kind: "dossier", state, steps: this.#steps, papers: this.#papers, printedDue: this.#printedDue, trackingSecret };
      }
      state = await this.#next(state);
    }
    throw new CommandFailure(`dossier ${this.#code} has not ended after ${ACTS_AT_MOST} acts`);
  }

  /** Has somebody act, or waits; gives the state that comes of it. */
  async #next(state: DossierState): Promise<DossierState> {
    if (state.phase === "supplement") return this.#supplement(state);
    const tasks = Object.values(state.tasks);
    const task = tasks.find((open) => open.assignee.kind !== "system") ?? tasks[0];
    if (task === undefined) return this.#waitPast(state.seq);
    const { procedure, sample } = this.#options;
    const found = this.#script.at(task.step);
    const scripted = found?.act;
    if (scripted?.withdraw === true) return this.#withdraw(state);
    const at = this.#options.shop.local.clock.now().toISOString();
    const move = moveFor({ received: await this.#received(task), module: procedure.module, sample, task, scripted, records: this.#records, at });
    this.#script.use(found, tasks.filter((open) => open.step === task.step).length);
    if (scripted?.after !== undefined && this.#options.asOneOfMany !== true) await this.#options.shop.local.clock.set(later(this.#after(scripted.after), -MINUTE_MS));
    await this.#options.beforeAct?.(this.#code, task);
    return this.#make(move, task, state);
  }

  /** Whoever comes brings what the step asks for, as the desk is told. */
  async #received(task: OpenedTask): Promise<readonly string[]> {
    if (task.assignee.kind !== "role" || !this.#options.procedure.module.procedure.documents.some(({ at }) => at === task.step)) return [];
    const officer = await this.#options.shop.client(officerFor(this.#options.shop, task.assignee.role));
    const view = await officer.dossier(this.#code);
    return view.ok ? (view.value.tasks.find(({ id }) => id === task.id)?.documents ?? []).map(({ id }) => id) : [];
  }

  async #make(move: NextMove, task: OpenedTask, state: DossierState): Promise<DossierState> {
    const { shop, procedure, sample, asOneOfMany } = this.#options;
    const started = performance.now();
    const name = textIn(procedure.module.procedure.workflow.steps[task.step]?.name ?? { vi: task.step });
    if (move.kind === "wait") {
      const answered = await this.#waitPast(state.seq);
      this.note({ step: task.step, name, who: "hệ thống", what: "đã gọi", ms: performance.now() - started });
      return answered;
    }
    if (move.kind === "silence") {
      await shop.local.clock.set(later(move.until, MINUTE_MS));
      await shop.local.runSchedules();
      const silent = await this.#waitPast(state.seq);
      // Time runs out at the end of a day; whoever goes on from there comes to work the next one.
      await shop.local.clock.set(this.#after("1min"));
      this.note({ step: task.step, name, who: "thời hạn", what: move.says, ms: performance.now() - started });
      return silent;
    }
    if (asOneOfMany !== true && task.step === procedure.module.procedure.workflow.start && sample.acceptedAt !== undefined && state.acceptedAt === undefined) {
      await shop.local.clock.set(sample.acceptedAt);
    }
    const login = move.kind === "supplement" ? officerFor(shop, move.role) : this.#loginOf(move.by);
    const client = login === undefined ? this.#submitter : await shop.client(login);
    const done = await client.act(this.#code, move.act, randomUUID());
    if (!done.ok) throw refusedAct(task.step, done.problems);
    if (move.act.act === "complete" && move.act.record !== undefined) this.#records[task.step] = move.act.record;
    this.note({ step: task.step, name, who: login ?? "công dân", what: move.says, ms: performance.now() - started });
    // Who has a window keeps it, if only just.
    if (move.kind === "supplement") await shop.local.clock.set(later(this.#after(move.after), -MINUTE_MS));
    if (asOneOfMany !== true && state.acceptedAt === undefined && done.value.state.acceptedAt !== undefined) await this.#receipt(done.value.state);
    return done.value.state;
  }

  /** When a time from now has passed, by the calendar of the receiving unit. */
  #after(time: DurationText): string {
    const { shop, sample } = this.#options;
    const limit = parseDuration(time);
    if (limit === undefined) throw new CommandFailure(`${sample.id}: ${time} không phải là thời hạn`);
    return dueDate({ start: shop.local.clock.now().toISOString(), limit, calendar: unitCalendar(shop.province, sample.receivingUnit, shop.calendars) }).due;
  }

  #loginOf(by: Extract<NextMove, { kind: "act" }>["by"]): string | undefined {
    if (by === "applicant") return this.#options.sample.channel === "online" ? "congdan" : deskOf(this.#options);
    return "role" in by ? officerFor(this.#options.shop, by.role) : officerFor(this.#options.shop, "co_quan_phoi_hop");
  }

  async #receipt(state: DossierState): Promise<void> {
    const started = performance.now();
    this.#printedDue = state.due;
    const officer = await this.#options.shop.client(deskOf(this.#options));
    const receipt = await officer.receipt(this.#code);
    if (!receipt.ok) throw refusedAct("receipt", receipt.problems);
    this.#papers += 1;
    this.note({ step: "mau_01", name: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", who: "một cửa", what: `PDF ${Math.ceil(receipt.value.byteLength / 1024)} KB`, ms: performance.now() - started });
  }

  async #supplement({ documents }: DossierState): Promise<DossierState> {
    const started = performance.now();
    const done = await this.#submitter.act(this.#code, { act: "supplement", documents }, randomUUID());
    if (!done.ok) throw refusedAct("supplement", done.problems);
    this.note({ step: "bo_sung", name: "Bổ sung hồ sơ", who: "người nộp", what: "đã bổ sung", ms: performance.now() - started });
    return done.value.state;
  }

  async #withdraw(state: DossierState): Promise<DossierState> {
    const started = performance.now();
    const done = await this.#submitter.act(this.#code, { act: "withdraw" }, randomUUID());
    if (!done.ok) throw refusedAct("withdraw", done.problems);
    this.note({ step: "rut_ho_so", name: "Rút hồ sơ", who: "người nộp", what: `trạng thái ${state.nationalStatus} → ${done.value.state.nationalStatus}`, ms: performance.now() - started });
    return done.value.state;
  }

  async #state(): Promise<DossierState> {
    const reader = await this.#options.shop.client(deskOf(this.#options));
    const view = await reader.dossier(this.#code);
    if (!view.ok) throw refusedAct("dossier", view.problems);
    return view.value.state;
  }

  async #waitPast(seq: number): Promise<DossierState> {
    for (let tries = 0; tries < 400; tries += 1) {
      const state = await this.#state();
      if (state.seq > seq) return state;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new CommandFailure(`dossier ${this.#code} does not move on from batch ${seq}`);
  }
}

/** Why the shop refused an act, in its own words. */
function refusedAct(step: string, problems: readonly Problem[]): CommandFailure {
  const lines = problems.map(({ code, pointer, message, hint }) => `  ✗ ${pointer}  ${textIn(message)} (${code})${hint === undefined ? "" : `\n    gợi ý: ${textIn(hint)}`}`);
  return new CommandFailure([`Bước “${step}” không làm được:`, ...lines].join("\n"));
}

function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
