import { localDate } from "@motcua/calendar";
import fc from "fast-check";
import type { Actor } from "../../actor.ts";
import type { Command } from "../../command.ts";
import { CITIZEN, SYSTEM, type Life } from "../life.ts";
import { leastRecordOf } from "../life.ts";
import type { Shadow } from "./shadow.ts";
import type { ShadowTask } from "./shadow-task.ts";

type Later = Exclude<Command, { type: "submit" }>;

/** What somebody tries, said without knowing the dossier: numbers pick from what there is then. */
export interface Attempt {
  readonly type: Later["type"] | "next";
  /** Which open task; now and then one that is not there. */
  readonly task: number;
  /** Which of its outcomes, with whether what the outcome needs is given along. */
  readonly outcome: number;
  readonly complete: boolean;
  readonly actor: "holder" | "citizen" | "clerk" | "system" | "elsewhere" | "other-role";
  /** Minutes since the last attempt; `due` waits until the task's own time has run out. */
  readonly wait: number | "due";
}

const often = <T>(value: T, weight: number) => ({ arbitrary: fc.constant(value), weight });

/** Attempts: mostly what an open task offers to whom it is offered, sometimes anything by anybody. */
export const attempts: fc.Arbitrary<Attempt> = fc.record({
  type: fc.oneof(
    often("next" as const, 36),
    often("complete-task" as const, 3), often("answer-consultation" as const, 1), often("request-supplement" as const, 2), often("supplement" as const, 3),
    often("request-extension" as const, 3), often("approve-extension" as const, 3), often("reject-extension" as const, 1), often("recompute-due" as const, 3), often("correct-result" as const, 2), often("record-lateness" as const, 2),
    often("record-payment" as const, 2), often("record-refund" as const, 2), often("waive-fee" as const, 1), often("post-result" as const, 1), often("rate" as const, 2), often("confirm-withdrawal" as const, 2), often("record-sync" as const, 2),
    often("withdraw" as const, 1), often("revoke-withdrawal" as const, 2), often("stop" as const, 1), often("register-result" as const, 1), often("time-out" as const, 3),
  ),
  task: fc.nat(12),
  outcome: fc.oneof(often(0, 3), { arbitrary: fc.nat(6), weight: 2 }),
  complete: fc.integer({ min: 0, max: 11 }).map((n) => n > 0),
  actor: fc.oneof(often("holder" as const, 12), often("citizen" as const, 2), often("clerk" as const, 1), often("system" as const, 1), often("elsewhere" as const, 1), often("other-role" as const, 1)),
  wait: fc.oneof({ arbitrary: fc.integer({ min: 0, max: 90 }), weight: 6 }, { arbitrary: fc.integer({ min: 0, max: 3_000 }), weight: 1 }, often("due" as const, 1)),
});

/** Who could act in an office. */
export function actorOf(life: Life, shadow: Shadow, { actor, of }: { readonly actor: Attempt["actor"]; readonly of: ShadowTask | undefined }): Actor {
  const clerk: Actor = { kind: "officer", id: "clerk", unit: shadow.receivingUnit, role: "can_bo_tiep_nhan" };
  switch (actor) {
    case "holder": {
      const task = of === undefined ? undefined : life.state.tasks[of.id];
      return task === undefined ? (shadow.account === undefined ? clerk : CITIZEN) : life.actorOf(task);
    }
    case "citizen":
      return CITIZEN;
    case "clerk":
      return clerk;
    case "system":
      return SYSTEM;
    case "elsewhere":
      return { kind: "officer", id: "stranger", unit: "H20.999", role: of?.assignee.kind === "role" ? of.assignee.role : "van_thu" };
    case "other-role":
      return { kind: "officer", id: "colleague", unit: shadow.competentUnit, role: "van_thu" };
  }
}

/** The command an attempt is, on the dossier as it stands. */
export function commandOf(life: Life, shadow: Shadow, attempt: Attempt): Command {
  const all = [...shadow.tasks.values()];
  const asked = all.filter(({ step }) => step === "@extension");
  const tasks = EXTENDS.has(attempt.type) && asked.length > 0 && attempt.task < 9 ? asked : all;
  const of = tasks[attempt.task % (tasks.length + Number(attempt.task > 9))];
  const task = of?.id ?? "gone@1";
  const actor = actorOf(life, shadow, { actor: attempt.actor, of });
  // Of two people in a role the second decides what the first has asked for.
  const base = { actor: of?.step === "@extension" && attempt.outcome > 1 ? { ...actor, id: `${actor.id}_pho` } : actor, at: life.at };
  return { ...base, ...COMMANDS[attempt.type === "next" ? nextOf(shadow, attempt, of) : attempt.type]({ life, shadow, attempt, of, task }) } as Command;
}

const EXTENDS: ReadonlySet<Attempt["type"]> = new Set(["approve-extension", "reject-extension"]);

/** What moves the dossier on; now and then what else somebody does there. */
function nextOf(shadow: Shadow, { outcome }: Attempt, of: ShadowTask | undefined): Later["type"] {
  if (of === undefined || of.step === "@supplement") return "supplement";
  if (of.step === "@extension") return "approve-extension";
  if (outcome === 2 && shadow.kind(of) === "return") return "correct-result";
  if (outcome === 4 && shadow.kind(of) === "return") return "post-result";
  if (outcome === 3 && of.assignee.kind === "role") return "request-extension";
  if (of.assignee.kind === "unit") return "answer-consultation";
  if (of.assignee.kind === "system") return "register-result";
  return of.assignee.kind === "clock" ? "time-out" : "complete-task";
}

/** Somebody who signs for the competent unit. */
function signerOf({ module, competentUnit }: Shadow): Actor {
  const sign = Object.values(module.procedure.workflow.steps).find((step) => step.kind === "sign");
  return { kind: "officer", id: "leader", unit: competentUnit, role: sign?.kind === "sign" ? sign.role : "lanh_dao_ubnd" };
}

function negated(record: unknown): unknown {
  return Object.fromEntries(Object.entries(record ?? {}).map(([key, value]: [string, unknown]) => [key, typeof value === "boolean" ? !value : value]));
}

interface Ask {
  readonly life: Life;
  readonly shadow: Shadow;
  readonly attempt: Attempt;
  readonly of: ShadowTask | undefined;
  readonly task: string;
}

/** What each command says beside who and when: every kind there is but the submission. */
export const COMMANDS: Readonly<Record<Later["type"], (ask: Ask) => object>> = {
  "complete-task": ({ shadow, attempt, of, task }) => {
    const step = of === undefined ? undefined : shadow.step(of.step);
    const outcomes = [...Object.keys(step?.next ?? {}), ...(attempt.outcome > 4 ? ["refuse"] : [])];
    const least = step !== undefined && "record" in step && step.record !== undefined ? leastRecordOf(shadow.module.procedure.form, step.record) : undefined;
    // Where the record has to agree with the outcome it says yes or no; now and then against it.
    const record = step !== undefined && "outcomeWhen" in step && (attempt.outcome === 1 || attempt.outcome === 2) ? negated(least) : least;
    return {
      type: "complete-task", task, outcome: outcomes[attempt.outcome % Math.max(1, outcomes.length)] ?? "la",
      ...(attempt.complete && of !== undefined ? { received: Object.fromEntries(shadow.module.procedure.documents.flatMap((document) => (document.at === of.step ? [[document.id, true]] : []))) } : {}),
      ...(attempt.complete ? { note: "Lý do", recipient: { name: "Người Nhận", by: "counter" }, ...(record === undefined ? {} : { record }) } : {}),
    };
  },
  "answer-consultation": ({ attempt, task }) => ({ type: "answer-consultation", task, answer: attempt.outcome > 4 ? "objected" : "agreed" }),
  "request-supplement": ({ attempt, task }) => ({
    type: "request-supplement", task, defects: attempt.outcome > 5 ? [] : [{ text: "Thiếu giấy tờ" }],
    ...(attempt.complete && attempt.outcome < 3 ? { overLimitReason: "Mới phát hiện" } : {}),
  }),
  supplement: ({ attempt }) => ({ type: "supplement", documents: attempt.complete ? [] : [{ id: "giay_la", copy: 1 }] }),
  withdraw: () => ({ type: "withdraw" }),
  "revoke-withdrawal": ({ shadow }) => ({ type: "revoke-withdrawal", ...(shadow.account === undefined ? {} : { actor: CITIZEN }) }),
  stop: ({ attempt, task }) => ({ type: "stop", task, reason: attempt.complete ? "Không đủ điều kiện" : " " }),
  "register-result": ({ attempt, task }) => ({ type: "register-result", task, outcome: (["done", "unavailable", "rejected"] as const)[attempt.outcome % 3] }),
  "request-extension": ({ life: { state, at }, attempt, task }) => ({
    type: "request-extension", task, reason: attempt.complete ? "Phải xác minh thêm" : "  ",
    until: localDate(new Date(Date.parse(state.due ?? at) + (attempt.outcome > 4 ? -1 : attempt.outcome * 2 + 2) * 86_400_000).toISOString()),
  }),
  "approve-extension": ({ task }) => ({ type: "approve-extension", task }),
  "reject-extension": ({ attempt, task }) => ({ type: "reject-extension", task, reason: attempt.complete ? "Còn kịp" : "" }),
  "recompute-due": ({ life: { state, at }, shadow, attempt }) => ({
    type: "recompute-due", decision: attempt.complete ? "QĐ 12/QĐ-UBND ngày 01/10/2026" : " ",
    due: `${localDate(new Date(Date.parse(state.due ?? at) + (attempt.outcome - 1) * 86_400_000).toISOString())}T17:00:00+07:00`,
    ...(attempt.actor === "holder" ? { actor: signerOf(shadow) } : {}),
  }),
  "correct-result": ({ attempt, task }) => ({ type: "correct-result", task, reason: attempt.complete ? "Sai họ tên" : "" }),
  "record-payment": ({ life: { state }, attempt }) => {
    const fee = state.fees[attempt.task % (state.fees.length + 1)];
    return { type: "record-payment", fee: fee?.id ?? "la", vnd: (fee?.vnd ?? 0) + (attempt.complete ? 0 : 1), receipt: attempt.outcome > 5 ? " " : "BL-01", ...(attempt.task > 6 ? {} : { actor: SYSTEM }) };
  },
  "record-refund": ({ life: { state }, shadow, attempt }) => {
    const fee = state.fees[attempt.task % (state.fees.length + 1)]?.id ?? "la";
    return {
      type: "record-refund", fee, vnd: (state.payments?.[fee]?.vnd ?? 0) + (attempt.outcome > 4 ? 1 : 0), receipt: attempt.complete ? "HT-1" : " ",
      ...(attempt.actor === "holder" ? { actor: { kind: "officer", id: "clerk", unit: shadow.receivingUnit, role: "can_bo_tiep_nhan" } } : {}),
    };
  },
  "waive-fee": ({ life: { state }, shadow, attempt }) => ({
    type: "waive-fee", fee: state.fees[attempt.task % (state.fees.length + 1)]?.id ?? "la", reason: attempt.complete ? "Hộ nghèo" : "",
    ...(attempt.actor === "holder" ? { actor: { kind: "officer", id: "clerk", unit: shadow.receivingUnit, role: "can_bo_tiep_nhan" } } : {}),
  }),
  "post-result": ({ attempt, task }) => ({ type: "post-result", task, tracking: attempt.complete ? "EH123456789VN" : " " }),
  "confirm-withdrawal": ({ shadow, attempt }) => ({
    type: "confirm-withdrawal", papersReturned: attempt.complete && attempt.outcome < 4, refundVnd: attempt.outcome > 5 ? 1_000_000_000 : 0,
    ...(attempt.actor === "citizen" ? {} : { actor: { kind: "officer", id: "clerk", unit: shadow.receivingUnit, role: "can_bo_tiep_nhan" } }),
  }),
  rate: ({ attempt }) => ({ type: "rate", score: attempt.outcome, ...(attempt.actor === "holder" ? { actor: CITIZEN } : {}) }),
  "record-sync": ({ life: { state }, attempt }) => ({
    type: "record-sync", change: state.unsynced?.[attempt.task % 2]?.change ?? 99, state: (["sent", "acknowledged", "refused"] as const)[attempt.outcome % 3],
    ...(attempt.outcome === 2 ? { reason: "-1" } : attempt.outcome === 3 ? { reason: "Thiếu họ tên" } : {}),
    ...(attempt.actor === "citizen" ? {} : { actor: SYSTEM }),
  }),
  "record-lateness": ({ attempt }) => ({ type: "record-lateness", ...(attempt.actor === "citizen" ? {} : { actor: SYSTEM }) }),
  "time-out": ({ task }) => ({ type: "time-out", task, actor: SYSTEM }),
};
