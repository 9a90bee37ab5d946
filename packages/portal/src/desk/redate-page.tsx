import { refusal } from "@motcua/dossier";
import { isObject, type JsonObject } from "../form/json-pointer.ts";
import { isoDay, timeOf } from "../words/day-words.ts";
import { actFields, textSchema } from "./act-fields.ts";
import type { ActPage } from "./act-page.tsx";
import type { DeskDossier } from "./desk-dossier.ts";
import { deskProblem } from "./desk-problems.ts";
import { textIn } from "./text-in.ts";

/** End of the path where a due date is moved by a decision. */
export const REDATE = "dieu-chinh-hen";

/** After a change of calendar: the valid due date moves by a recorded decision, the first one stays. */
export const REDATE_PAGE: ActPage = {
  path: REDATE,
  title: "Điều chỉnh ngày hẹn trả theo quyết định",
  button: "Điều chỉnh ngày hẹn",
  isOpen: ({ view }) => view.acts.includes("recompute-due"),
  fields: (portal) =>
    actFields(
      {
        type: "object",
        required: ["decision", "due"],
        properties: {
          decision: textSchema("Quyết định làm căn cứ", {
            maxLength: 300,
            hint: "Số và ngày của quyết định. Người nộp đọc được.",
          }),
          due: {
            type: "object",
            "x-label": { vi: "Ngày hẹn trả mới" },
            required: ["day", "time"],
            properties: {
              day: { type: "string", format: "date", "x-label": { vi: "Ngày hẹn mới" } },
              time: { type: "string", maxLength: 5, "x-control": "text", "x-label": { vi: "Giờ" }, "x-hint": { vi: "Ví dụ 17:00" } },
            },
          },
        },
      },
      { prefix: "hen", root: {}, lists: portal.lists },
    ),
  // The hour of the day stays unless somebody says otherwise.
  starting: ({ view: { state } }) => (state.due === undefined ? {} : { due: { time: timeOf(state.due).slice(0, "17:00".length) } }),
  act: ({ values }) => ({
    act: "recompute-due",
    decision: textIn(values, "decision"),
    due: dueOf(values) ?? "",
  }),
  problems: (portal, { view }, { values }) => {
    const due = dueOf(values);
    if (due === undefined) return [deskProblem("not-a-time", "/due/time", "Giờ")];
    if (Date.parse(due) <= portal.clock.now().getTime()) return [refusal("redate-date", "/due/day")];
    return Date.parse(due) === Date.parse(view.state.due ?? "") ? [refusal("redate-same", "/due/day")] : [];
  },
  before: (dossier) => (
    <>
      <p>Dùng khi lịch nghỉ, lịch làm việc thay đổi sau khi hồ sơ đã được hẹn ngày trả.</p>
      <Dates dossier={dossier} />
    </>
  ),
  check: (dossier, { values }) => (
    <>
      <Dates dossier={dossier} after={dueOf(values)} />
      <p class="notice warning">Người nộp thấy ngày hẹn mới và quyết định này ở trang hồ sơ. Hồ sơ được tính trước hạn, đúng hạn hay quá hạn theo ngày hẹn mới.</p>
    </>
  ),
};

function Dates({ dossier, after }: { readonly dossier: DeskDossier; readonly after?: string | undefined }) {
  const { state } = dossier.view;
  const lines = [
    ["Ngày hẹn đầu tiên", state.firstDue === state.due ? undefined : state.firstDue],
    ["Ngày hẹn đang có hiệu lực", state.due],
    ["Ngày hẹn mới", after],
  ] as const;
  return (
    <dl class="answers">
      {lines.map(([name, at]) =>
        at === undefined ? null : (
          <div>
            <dt>{name}</dt>
            <dd>{timeOf(at)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** The new date as the act takes it; `undefined` where what was typed is no time. */
function dueOf(values: JsonObject): string | undefined {
  const due = isObject(values["due"]) ? values["due"] : {};
  const [, hour = "", minute = ""] = /^(\d{1,2})\s*[:hg]\s*(\d{2})?$/i.exec(textIn(due, "time")) ?? [];
  const at = `${textIn(due, "day")}T${hour.padStart(2, "0")}:${minute === "" ? "00" : minute}:00+07:00`;
  return hour === "" || Number.isNaN(Date.parse(at)) || isoDay(new Date(at)) !== textIn(due, "day") ? undefined : at;
}
