import { outcomeName, type TaskView } from "@motcua/handlers";
import type { FormSchema, Step } from "@motcua/procedure";
import { isoDay, timeOf } from "../words/day-words.ts";
import { actFields, LONGEST_NOTE, textSchema } from "./act-fields.ts";
import type { ActPage } from "./act-page.tsx";
import type { DeskDossier } from "./desk-dossier.ts";
import { deskPath } from "./officer.ts";
import { endsDossier } from "./task-fields.ts";
import { textIn } from "./text-in.ts";

/** End of the path where what ends a wait before its time is recorded: an objection to a posting. */
export const OBJECTION = "phan-doi";
const DAY_MS = 24 * 3_600_000;

/** A wait that runs, a public posting (niêm yết) or another: why, since when, until when, how long still. Time ends it; people can only object. */
export function PostingTask({ task, dossier, now }: { readonly task: TaskView; readonly dossier: DeskDossier; readonly now: Date }) {
  const { state } = dossier.view;
  const heading = `niem-yet-${task.step}`;
  const words = wordsOf(objectionsOf(dossier, task.id).step);
  return (
    <section class="task" aria-labelledby={heading}>
      <h2 id={heading}>{task.name.vi}</h2>
      <PostingTimes task={task} dossier={dossier} now={now} />
      <p>{words.rule}</p>
      <ul class="links">
        <li>
          <a href={`${deskPath(state.code, OBJECTION)}?viec=${encodeURIComponent(task.id)}`}>{words.link}</a>
        </li>
      </ul>
    </section>
  );
}

function PostingTimes({ task, dossier: { view }, now }: { readonly task: TaskView; readonly dossier: DeskDossier; readonly now?: Date }) {
  const opened = view.state.tasks[task.id]?.openedAt;
  const left = task.due === undefined || now === undefined ? undefined : daysUntil(task.due, now);
  return (
    <dl class="answers dense">
      {opened === undefined ? null : <Line name="Bắt đầu" text={timeOf(opened)} />}
      {task.due === undefined ? null : <Line name="Hết thời hạn" text={timeOf(task.due)} />}
      {left === undefined ? null : <Line name="Còn lại" text={left > 0 ? `${left} ngày` : left === 0 ? "hôm nay là ngày cuối" : "đã hết thời hạn, đang chuyển bước"} />}
    </dl>
  );
}

/** What a wait says of itself. */
function wordsOf(step: Step | undefined) {
  if (step?.kind !== "wait" || step.for === "posting") {
    return {
      rule: "Niêm yết từ thời điểm bắt đầu. Hết thời hạn mà không ai phản đối, hồ sơ tự chuyển sang bước sau; không cần bấm gì.",
      link: "Ghi nhận ý kiến phản đối",
      title: "Ghi nhận ý kiến phản đối niêm yết",
      note: "Người phản đối và nội dung phản đối",
      over: "Việc niêm yết chấm dứt",
    };
  }
  const ended = outcomeName(step, "objected").vi;
  return {
    rule: `${step.for.vi}. Hết thời hạn mà không ghi nhận “${ended}”, hồ sơ tự chuyển sang bước sau; không cần bấm gì.`,
    link: `Ghi nhận: ${ended}`,
    title: `Ghi nhận: ${ended}`,
    note: "Ai đề nghị, nội dung và căn cứ",
    over: "Thời gian chờ chấm dứt",
  };
}

/** Days of the calendar in Việt Nam between two instants; 0 on the last day. */
function daysUntil(due: string, now: Date): number {
  return Math.round((Date.parse(isoDay(new Date(due))) - Date.parse(isoDay(now))) / DAY_MS);
}

function Line({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** Somebody objects while a posting runs, or ends another wait; who and why is recorded, and the workflow says what follows. */
export const OBJECTION_PAGE: ActPage = {
  path: OBJECTION,
  title: "Ghi nhận ý kiến phản đối niêm yết",
  titleOf: (dossier, about) => wordsOf(objectionsOf(dossier, about).step).title,
  button: "Ghi nhận",
  isOpen: ({ view }, about) => view.tasks.some(({ id, kind }) => id === about && kind === "wait"),
  fields: (portal, dossier, about) => {
    const { outcomes, step } = objectionsOf(dossier, about);
    const names = Object.fromEntries(outcomes.map((id) => [id, outcomeName(step, id)]));
    const outcome: FormSchema = {
      type: "string",
      enum: Object.keys(names),
      "x-enum": names,
      "x-control": "radio",
      "x-label": { vi: "Kết luận" },
    };
    const note = textSchema(wordsOf(step).note, {
      maxLength: LONGEST_NOTE,
      lines: true,
    });
    const several = outcomes.length > 1;
    return actFields(
      {
        type: "object",
        required: [...(several ? ["outcome"] : []), "note"],
        properties: { ...(several ? { outcome } : {}), note },
      },
      { prefix: "phan-doi", root: {}, lists: portal.lists },
    );
  },
  act: ({ task, values }, dossier) => ({
    act: "complete",
    task,
    outcome: chosen(dossier, task, values["outcome"]),
    note: textIn(values, "note"),
  }),
  before: (dossier, about) => {
    const task = dossier.view.tasks.find(({ id }) => id === about);
    return task === undefined ? null : <PostingTimes task={task} dossier={dossier} />;
  },
  check: (dossier, { task, values }) => {
    const { step } = objectionsOf(dossier, task);
    const next: Readonly<Record<string, string>> | undefined = step?.next;
    const { over } = wordsOf(step);
    const ends = endsDossier(next?.[chosen(dossier, task, values["outcome"])]);
    return <p class="notice warning">{ends ? `${over} và hồ sơ kết thúc, không có kết quả. Người nộp đọc được nội dung trên. Việc này không hoàn lại được.` : `${over}, hồ sơ chuyển sang bước tiếp theo của quy trình.`}</p>;
  },
};

/** What an objection may lead to: known by the step alone, so that a form sent twice is one act. */
function objectionsOf({ module }: DeskDossier, about: string): { readonly step: Step | undefined; readonly outcomes: readonly string[] } {
  const { steps } = module.procedure.workflow;
  const id = about.split("@")[0] ?? "";
  const step = Object.hasOwn(steps, id) ? steps[id] : undefined;
  return { step, outcomes: Object.keys(step?.next ?? {}).filter((outcome) => outcome !== "elapsed") };
}

/** The one outcome there is, else the one chosen. */
function chosen(dossier: DeskDossier, about: string, typed: unknown): string {
  const { outcomes } = objectionsOf(dossier, about);
  return outcomes.length > 1 && typeof typed === "string" ? typed : (outcomes[0] ?? "objected");
}
