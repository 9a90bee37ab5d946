import type { TaskView } from "@motcua/handlers";
import type { Step } from "@motcua/procedure";
import type { Portal } from "../portal.ts";
import { isoDayWords, timeOf } from "../words/day-words.ts";
import type { ActFields } from "./act-fields.ts";
import { ActForm, type FilledAct } from "./act-form.tsx";
import type { DeskDossier } from "./desk-dossier.ts";
import { TO_POST } from "./delivery-page.ts";
import { LATENESS, latenessOf } from "./lateness-words.ts";
import { deskPath } from "./officer.ts";
import { endsDossier } from "./task-fields.ts";

/** An open task with its form. */
export interface TaskForms {
  readonly task: TaskView;
  readonly step: Step;
  readonly of: ActFields;
  readonly filled: FilledAct;
}

/** Outcome of an intake that has a page of its own. */
export const REFUSE = "refuse";

/** An open task: its record, its outcomes as buttons, and what else may be done from here. */
export function TaskForm({ form, dossier, portal, csrf }: { readonly form: TaskForms; readonly dossier: DeskDossier; readonly portal: Portal; readonly csrf: string }) {
  const { task, of, filled } = form;
  const { code } = dossier.view.state;
  const heading = `viec-${of.prefix}`;
  const asked = dossier.view.state.tasks[task.id]?.assignee;
  return (
    <section class="task" aria-labelledby={heading}>
      <h2 id={heading}>{task.name.vi}</h2>
      <Due due={task.due} now={portal.clock.now()} />
      <Expected task={task} />
      {asked?.kind === "unit" && asked.of !== undefined ? <p>Nơi được lấy ý kiến: {asked.name ?? portal.lists.communeName(asked.of)}. Đơn vị ghi lại ý kiến nhận được.</p> : null}
      <ActForm of={of} filled={filled} portal={portal} action={deskPath(code, "viec")} csrf={csrf}>
        <Outcomes form={form} />
      </ActForm>
      <OtherActs task={task} code={code} />
    </section>
  );
}

/** Who has to come in person, and the day they named. */
function Expected({ task: { expected = [], appointment } }: { readonly task: TaskView }) {
  if (expected.length === 0) return null;
  return (
    <p>
      Người phải có mặt: {expected.join(", ")}.{appointment === undefined ? "" : ` Ngày dự kiến: ${isoDayWords(appointment)}.`}
    </p>
  );
}

function Due({ due, now }: { readonly due: string | undefined; readonly now: Date }) {
  if (due === undefined) return null;
  const { words, tag } = LATENESS[latenessOf(due, now)];
  return (
    <p>
      <span class={tag}>{words}</span> Xử lý trước {timeOf(due)}
    </p>
  );
}

function Outcomes({ form: { task, step } }: { readonly form: TaskForms }) {
  const name = step.kind === "consult" ? "answer" : "outcome";
  const next = step.next;
  const here = task.outcomes.filter(({ id }) => !(step.kind === "intake" && id === REFUSE));
  return (
    <div class="outcomes">
      {here.map(({ id, name: label }, index) => (
        <button class={endsDossier(next[id]) ? "button warning" : index === 0 ? "button" : "button secondary"} type="submit" name={name} value={id}>
          {label.vi}
        </button>
      ))}
    </div>
  );
}

function OtherActs({ task, code }: { readonly task: TaskView; readonly code: string }) {
  const refusable = task.kind === "intake" && task.outcomes.some(({ id }) => id === REFUSE);
  const query = `?viec=${encodeURIComponent(task.id)}`;
  const links = [
    ...(task.canSupplement ? [{ href: `${deskPath(code, "bo-sung")}${query}`, text: "Yêu cầu bổ sung hồ sơ" }] : []),
    ...(refusable ? [{ href: `${deskPath(code, "tu-choi")}${query}`, text: "Từ chối tiếp nhận" }] : []),
    ...(task.canStop ? [{ href: `${deskPath(code, "dung")}${query}`, text: "Dừng giải quyết hồ sơ" }] : []),
    ...(task.canExtend ? [{ href: `${deskPath(code, "gia-han")}${query}`, text: "Đề nghị gia hạn thời gian giải quyết" }] : []),
    ...(task.canPost ? [{ href: `${deskPath(code, TO_POST)}${query}`, text: "Giao kết quả cho bưu chính" }] : []),
    ...(task.canCorrect ? [{ href: `${deskPath(code, "dinh-chinh")}${query}`, text: "Đính chính kết quả" }] : []),
  ];
  return links.length === 0 ? null : (
    <ul class="links">
      {links.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}
