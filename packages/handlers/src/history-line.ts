import type { Actor, DueChange, EventBatch, EventBody, OpenedTask, PersonalRecord } from "@motcua/dossier";
import { dutyTexts, EXTENSION_STEP, SUPPLEMENT_STEP } from "@motcua/dossier";
import type { BranchStatus, Procedure, Text } from "@motcua/procedure";
import type { DossierView } from "./handlers.ts";
import { notifiedName } from "./notified-name.ts";
import { outcomeName } from "./outcome-names.ts";
import { STATUS_NAMES } from "./status-names.ts";

type Line = DossierView["history"][number];
type Told = { readonly [Type in EventBody["type"]]: (event: Extract<EventBody, { type: Type }>, procedure: Procedure) => Text | undefined };

/** What each event says to people; events that only matter to machines say nothing. */
const TOLD: Told = {
  submitted: () => ({ vi: "Nộp hồ sơ", en: "Submitted" }),
  accepted: () => ({ vi: "Tiếp nhận hồ sơ", en: "Accepted" }),
  "fees-assessed": () => ({ vi: "Đã xác định nghĩa vụ tài chính", en: "Financial obligations assessed" }),
  refused: () => ({ vi: "Từ chối tiếp nhận", en: "Refused" }),
  "task-opened": ({ task }, procedure) => waitOpened(task, procedure),
  "task-done": (event, procedure) => taskDone(procedure, event.step, event.outcome),
  "task-cancelled": () => undefined,
  "step-done": () => undefined,
  "branch-changed": branchChanged,
  "window-changed": windowChanged,
  "fork-joined": (event, procedure) => taskDone(procedure, event.fork, event.outcome),
  "generation-started": () => undefined,
  "generation-ended": () => undefined,
  "supplement-requested": () => ({ vi: "Yêu cầu bổ sung hồ sơ", en: "Supplement requested" }),
  supplemented: () => ({ vi: "Nhận bổ sung hồ sơ", en: "Supplement received" }),
  paused: () => ({ vi: "Tạm dừng tính thời hạn", en: "Clock paused" }),
  resumed: () => ({ vi: "Tiếp tục tính thời hạn", en: "Clock resumed" }),
  extended: () => ({ vi: "Xin lỗi và hẹn lại ngày trả kết quả", en: "Extended, with an apology" }),
  "extension-requested": () => ({ vi: "Đề nghị gia hạn thời gian giải quyết", en: "More time asked for" }),
  "lateness-recorded": ({ mark }) => LATENESS[mark],
  limited: () => ({ vi: "Thời hạn giải quyết thay đổi theo kết quả thẩm tra", en: "The legal limit changed by what was found" }),
  agreed: () => ({ vi: "Ngày hẹn trả theo thỏa thuận bằng văn bản với người nộp", en: "Due date as agreed in writing with the applicant" }),
  redated: ({ due }) => redated(due),
  "result-signed": (event, procedure) => named(procedure.results, event.result, { vi: "Ký kết quả", en: "Result signed" }),
  "result-sealed": (event, procedure) => named(procedure.results, event.result, { vi: "Đóng dấu, phát hành kết quả", en: "Result sealed and issued" }),
  "result-issued": resultIssued,
  "result-corrected": () => ({ vi: "Đính chính kết quả, ký lại", en: "Result corrected, to be signed again" }),
  finished: () => ({ vi: "Đã có kết quả", en: "Result ready" }),
  returned: () => ({ vi: "Trả kết quả", en: "Result handed over" }),
  "fee-paid": (event, procedure) => named(procedure.fees, event.fee, { vi: "Đã nộp", en: "Paid" }),
  "fee-waived": (event, procedure) => named(procedure.fees, event.fee, { vi: "Miễn", en: "Waived" }),
  "refund-due": (event, procedure) => named(procedure.fees, event.fee, { vi: "Phải hoàn trả", en: "To be paid back" }),
  "fee-refunded": (event, procedure) => named(procedure.fees, event.fee, { vi: "Đã hoàn trả", en: "Paid back" }),
  "result-posted": ({ tracking }) => ({ vi: `Giao kết quả cho bưu chính, số bưu gửi ${tracking}`, en: `Result handed to the post, ${tracking}` }),
  rated: ({ score }) => ({ vi: `Đánh giá: ${score}/5`, en: `Rating: ${score}/5` }),
  "status-synced": () => undefined,
  withdrawn: () => ({ vi: "Rút hồ sơ", en: "Withdrawn" }),
  "withdrawal-revoked": () => ({ vi: "Rút lại yêu cầu rút hồ sơ, tiếp tục giải quyết", en: "Withdrawal taken back, the dossier goes on" }),
  "withdrawal-confirmed": ({ refundVnd }) => ({
    vi: `Xác nhận rút hồ sơ, trả lại giấy tờ${refundVnd > 0 ? `, hoàn ${VND.format(refundVnd)} đồng` : ""}`,
    en: `Withdrawal confirmed, papers given back${refundVnd > 0 ? `, ${VND.format(refundVnd)} đồng refunded` : ""}`,
  }),
  stopped: () => ({ vi: "Dừng giải quyết hồ sơ", en: "Stopped" }),
  "erasure-requested": () => ({ vi: "Đề nghị xóa dữ liệu cá nhân của hồ sơ", en: "Erasure of personal data asked for" }),
  "erasure-rejected": () => ({ vi: "Không duyệt xóa dữ liệu cá nhân", en: "Erasure of personal data not approved" }),
  "personal-erased": () => ({ vi: "Xóa dữ liệu cá nhân của hồ sơ", en: "Personal data erased" }),
  "status-changed": (event) => ({ vi: `Trạng thái: ${STATUS_NAMES[event.to].vi}`, en: `Status: ${STATUS_NAMES[event.to].en}` }),
};

const VND = new Intl.NumberFormat("vi-VN");
const TIME = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Ho_Chi_Minh" });
const DAY = new Intl.DateTimeFormat("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Ho_Chi_Minh" });

/** An instant as people in Việt Nam say it: `17:00 ngày 07/03/2026`. */
function timeWords(instant: string): Required<Text> {
  const [time, day] = [TIME.format(new Date(instant)), DAY.format(new Date(instant))];
  return { vi: `${time} ngày ${day}`, en: `${time} on ${day}` };
}

/** A wait begins by itself: it is told, and why, because everybody counts its days. */
function waitOpened(task: OpenedTask, { workflow }: Procedure): Text | undefined {
  const step = Object.hasOwn(workflow.steps, task.step) ? workflow.steps[task.step] : undefined;
  if (step?.kind !== "wait" || task.due === undefined) return undefined;
  const until = timeWords(task.due);
  const why = step.for === "posting" ? { vi: "", en: "" } : { vi: ` (${step.for.vi})`, en: ` (${step.for.en ?? step.for.vi})` };
  return { vi: `${step.name.vi}${why.vi}: bắt đầu, đến ${until.vi}`, en: `${step.name.en ?? step.name.vi}${why.en}: begins, until ${until.en}` };
}

function redated({ before, after }: DueChange): Text {
  const [from, to] = [before === undefined ? undefined : timeWords(before), timeWords(after)];
  return {
    vi: `Điều chỉnh ngày hẹn trả theo quyết định, do lịch làm việc thay đổi: ${from === undefined ? "" : `từ ${from.vi} `}thành ${to.vi}`,
    en: `Due date moved by a decision, after a change of calendar: ${from === undefined ? "" : `from ${from.en} `}to ${to.en}`,
  };
}

const LATENESS: Readonly<Record<Extract<EventBody, { type: "lateness-recorded" }>["mark"], Text>> = {
  "soon-late": { vi: "Sắp đến ngày hẹn trả", en: "The due date is near" },
  late: { vi: "Đã quá ngày hẹn trả", en: "The due date has passed" },
};

/** What an event says to people; `undefined` for what only matters to machines. */
export function eventText(event: EventBody, procedure: Procedure): Text | undefined {
  return (TOLD[event.type] as (event: EventBody, procedure: Procedure) => Text | undefined)(event, procedure);
}

/** Events whose text is written to the applicant. */
const TO_APPLICANT: ReadonlySet<EventBody["type"]> = new Set(["supplement-requested", "refused", "stopped", "withdrawn", "extended", "redated"]);
/** Events whose text officers write to each other. */
const TO_OFFICERS: ReadonlySet<EventBody["type"]> = new Set(["extension-requested", "result-corrected", "fee-waived", "rated"]);

/** Whom a history is told to, and the texts there are: those of the personal record. */
export interface HistoryReader {
  readonly notes: PersonalRecord["notes"];
  /** Officers also read what they wrote to each other; the owner reads what was written to them and by them. */
  readonly forOfficer: boolean;
}

/** The lines a batch adds to a dossier's history. Names no person: an officer is told by role and unit. */
export function historyLines(batch: EventBatch, procedure: Procedure, reader: HistoryReader): readonly Line[] {
  const actor = actorName(batch.actor, procedure);
  return batch.events.flatMap((event, index) => {
    const text = eventText(event, procedure);
    if (text === undefined) return [];
    const note = noteOf(batch, index, reader);
    return [{ at: batch.at, text, ...("step" in event ? { step: event.step } : {}), actor, ...(note === undefined ? {} : { note }) }];
  });
}

function noteOf({ seq, actor, events }: EventBatch, index: number, { notes, forOfficer }: HistoryReader): string | undefined {
  const note = notes[`${seq}/${index}`];
  const type = events[index]?.type;
  if (note === undefined || type === undefined) return undefined;
  if (TO_APPLICANT.has(type)) return note;
  if (TO_OFFICERS.has(type)) return forOfficer ? note : undefined;
  if (type !== "task-done" || !(forOfficer || actor.kind === "applicant")) return undefined;
  // The note of an outcome that ends the dossier is also the reason it ended with: it is told once, with the end.
  const ended = events.some((event, other) => TO_APPLICANT.has(event.type) && notes[`${seq}/${other}`] === note);
  return ended ? undefined : note;
}

/** The applicant's task to supplement is drawn in no workflow; what came of it is told by an event of its own. */
function taskDone(procedure: Procedure, stepId: string, outcome: string): Text | undefined {
  if (stepId === SUPPLEMENT_STEP) return undefined;
  if (stepId === EXTENSION_STEP) return EXTENSION[outcome];
  const step = procedure.workflow.steps[stepId];
  const [name, label] = [step?.name ?? { vi: stepId }, outcomeName(step, outcome)];
  return { vi: `${name.vi}: ${label.vi}`, en: `${name.en ?? name.vi}: ${label.en ?? label.vi}` };
}

/** What became of a branch; that it was opened is told by its steps. */
function branchChanged({ fork, branch, to }: Extract<EventBody, { type: "branch-changed" }>, { workflow }: Procedure): Text | undefined {
  const step = workflow.steps[fork];
  const name = step?.kind === "fork" ? step.branches[branch]?.name : undefined;
  const says = BRANCH_ENDS[to];
  return name === undefined || says === undefined ? undefined : { vi: `${name.vi}: ${says.vi}`, en: `${name.en ?? name.vi}: ${says.en}` };
}

const BRANCH_ENDS: Readonly<Partial<Record<BranchStatus, Required<Text>>>> = {
  succeeded: { vi: "đã xong", en: "done" },
  failed: { vi: "không thành", en: "not successful" },
  cancelled: { vi: "không cần nữa", en: "not needed any more" },
};

/** A time the law gives a part of the work: until when, and whether it was enough. */
function windowChanged({ window, to, due, late }: Extract<EventBody, { type: "window-changed" }>, { workflow }: Procedure): Text | undefined {
  const name = workflow.windows?.find(({ id }) => id === window)?.name;
  if (name === undefined) return undefined;
  const says = WINDOW_MOVES[to](timeWords(due), late === true);
  return { vi: `${name.vi}: ${says.vi}`, en: `${name.en ?? name.vi}: ${says.en}` };
}

const WINDOW_MOVES: Readonly<Record<Extract<EventBody, { type: "window-changed" }>["to"], (due: Required<Text>, late: boolean) => Required<Text>>> = {
  open: (due) => ({ vi: `thời hạn theo luật đến ${due.vi}`, en: `legal time until ${due.en}` }),
  moved: (due) => ({ vi: `thời hạn theo luật chuyển thành ${due.vi}`, en: `legal time moved to ${due.en}` }),
  overdue: (due) => ({ vi: `đã quá thời hạn theo luật ${due.vi}`, en: `the legal time has passed, ${due.en}` }),
  closed: (due, late) => (late ? { vi: `xong sau thời hạn theo luật ${due.vi}`, en: `done after the legal time, ${due.en}` } : { vi: "xong trong thời hạn theo luật", en: "done within the legal time" }),
};

function resultIssued({ result, validUntil, duties, notify = [] }: Extract<EventBody, { type: "result-issued" }>, procedure: Procedure): Text {
  const { vi, en = vi } = procedure.results.find(({ id }) => id === result)?.name ?? { vi: result };
  const until = validUntil?.split("-").toReversed().join("/");
  const told = notify.map((one) => notifiedName(one, procedure));
  const [valid, whom] = [until === undefined ? [] : [{ vi: `có giá trị đến hết ngày ${until}`, en: `valid until ${until}` }], told.length === 0 ? [] : [{ vi: `thông báo cho ${told.map((name) => name.vi).join(", ")}`, en: `to be told: ${told.map((name) => name.en ?? name.vi).join(", ")}` }]];
  const says = [...valid, ...dutyTexts(procedure, result, duties), ...whom];
  return { vi: `${vi}: ${says.map((one) => one.vi).join("; ")}`, en: `${en}: ${says.map((one) => one.en).join("; ")}` };
}

/** An approved extension is told by the date it moves. */
const EXTENSION: Readonly<Partial<Record<string, Text>>> = { rejected: { vi: "Không duyệt gia hạn", en: "More time not approved" } };

function named(list: readonly { readonly id: string; readonly name: Text }[], id: string, what: Required<Text>): Text {
  const name = list.find((entry) => entry.id === id)?.name ?? { vi: id };
  return { vi: `${what.vi}: ${name.vi}`, en: `${what.en}: ${name.en ?? name.vi}` };
}

function actorName(actor: Actor, procedure: Procedure): string {
  if (actor.kind === "applicant") return "Người nộp hồ sơ";
  if (actor.kind === "system") return "Hệ thống";
  const role = actor.role === undefined ? "Cán bộ" : (procedure.roles[actor.role]?.name.vi ?? actor.role);
  const acting = actor.onBehalfOf === undefined ? role : `${role}, làm thay người vắng mặt`;
  return actor.unit === undefined ? acting : `${acting} (${actor.unit})`;
}
