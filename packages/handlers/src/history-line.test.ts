import type { Actor, EventBatch, EventBody } from "@motcua/dossier";
import type { Procedure, WaitStep } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { eventText, historyLines } from "./history-line.ts";
import { SAMPLE_PROCEDURE } from "./testing/sample-procedure.ts";

const OFFICER: Actor = { kind: "officer", id: "x", unit: "H20.015", role: "cong_chuc_thu_ly" };
const APPLICANT: Actor = { kind: "applicant", id: "y" };
const done = (outcome: string, step = "tham_tra"): EventBody => ({ type: "task-done", task: `${step}@2`, step, outcome, late: false, noteHash: "00" });

function batch(actor: Actor, ...events: readonly EventBody[]): EventBatch {
  return { code: "H20.015-261005-0001", seq: 3, at: "2026-10-05T08:00:00+07:00", actor, command: "complete-task", events, previous: "" };
}

/** A wait for a reason of its own. */
const WAIT: WaitStep = {
  kind: "wait", name: { vi: "Thời gian suy nghĩ", en: "Time to think" }, role: "cong_chuc_thu_ly", for: { vi: "Cha mẹ có thể thay đổi ý kiến", en: "Parents may change their mind" }, duration: "15d",
  outcomes: { objected: { vi: "Đã thay đổi ý kiến", en: "Changed their mind" } }, next: { elapsed: "ky", objected: "@stop" },
};
const { workflow } = SAMPLE_PROCEDURE;
const waiting = (step: WaitStep): Procedure => ({ ...SAMPLE_PROCEDURE, workflow: { ...workflow, steps: { ...workflow.steps, cho: step } } });

describe("a wait in a dossier's history", () => {
  const opened: EventBody = { type: "task-opened", task: { id: "cho@3", step: "cho", wait: "cho@3", assignee: { kind: "clock" }, openedAt: "2026-10-05T08:00:00+07:00", due: "2026-10-20T17:00:00+07:00" } };
  const said = (step: WaitStep, ...events: readonly EventBody[]) => events.map((event) => eventText(event, waiting(step)));

  it("says what is waited for and how it ended", () => {
    expect(said(WAIT, opened, done("elapsed", "cho"), done("objected", "cho"))).toEqual([
      {
        vi: "Thời gian suy nghĩ (Cha mẹ có thể thay đổi ý kiến): bắt đầu, đến 17:00 ngày 20/10/2026",
        en: "Time to think (Parents may change their mind): begins, until 17:00 on 20/10/2026",
      },
      { vi: "Thời gian suy nghĩ: Hết thời hạn chờ", en: "Time to think: The wait is over" },
      { vi: "Thời gian suy nghĩ: Đã thay đổi ý kiến", en: "Time to think: Changed their mind" },
    ]);
  });

  it("says of a posting that it was one", () => {
    expect(said({ ...WAIT, for: "posting", outcomes: {} }, opened, done("elapsed", "cho")).map((text) => text?.vi)).toEqual([
      "Thời gian suy nghĩ: bắt đầu, đến 17:00 ngày 20/10/2026",
      "Thời gian suy nghĩ: Hết thời hạn niêm yết",
    ]);
  });
});

/** The notes told, by line. */
function told(of: EventBatch, notes: Readonly<Record<string, string>>) {
  const lines = (forOfficer: boolean) => historyLines(of, SAMPLE_PROCEDURE, { notes, forOfficer }).map(({ text, note }) => (note === undefined ? text.vi : `${text.vi} | ${note}`));
  return { officer: lines(true), owner: lines(false) };
}

describe("notes in a dossier's history", () => {
  it("keep what officers wrote to each other, a consultation's answer among it, from the owner", () => {
    const { officer, owner } = told(batch(OFFICER, done("objected")), { "3/0": "Đã kết hôn" });
    expect(officer).toEqual(["Thẩm tra: Có ý kiến phản đối | Đã kết hôn"]);
    expect(owner).toEqual(["Thẩm tra: Có ý kiến phản đối"]);
  });

  it("give what the applicant asked to correct back to both", () => {
    const { officer, owner } = told(batch(APPLICANT, done("corrected")), { "3/0": "Sai chữ đệm" });
    expect(officer).toEqual(["Thẩm tra: Đề nghị chỉnh sửa | Sai chữ đệm"]);
    expect(owner).toEqual(officer);
  });

  it("tell the reason a dossier ended with once, with its end, to both", () => {
    const ended = batch(OFFICER, done("khong_du"), { type: "stopped", reasonHash: "00" });
    const { officer, owner } = told(ended, { "3/0": "Trùng hồ sơ", "3/1": "Trùng hồ sơ" });
    expect(officer).toEqual(["Thẩm tra: Không đủ điều kiện", "Dừng giải quyết hồ sơ | Trùng hồ sơ"]);
    expect(owner).toEqual(officer);
  });

  it("tell a request for a supplement to both, line by line", () => {
    const asked: EventBody = { type: "supplement-requested", number: 1, step: "tham_tra", defects: [{}, {}], textHash: "00", overLimit: false };
    const { officer, owner } = told(batch(OFFICER, asked), { "3/0": "Thiếu chữ ký\nBản vẽ mờ" });
    expect(officer).toEqual(["Yêu cầu bổ sung hồ sơ | Thiếu chữ ký\nBản vẽ mờ"]);
    expect(owner).toEqual(officer);
  });

  it("never tell who received a result, and no note of another event", () => {
    const handed = batch(OFFICER, { type: "returned", by: "counter", recipientHash: "00" });
    expect(told(handed, { "3/0": '{"name":"Người Nhận"}', "3/1": "khác", "2/0": "trước" }).officer).toEqual(["Trả kết quả"]);
  });

  it("say nothing of a task that no workflow draws", () => {
    expect(told(batch(APPLICANT, done("supplemented", "@supplement"), { type: "supplemented", number: 1, documents: [], personalHash: "" }), {}).owner).toEqual(["Nhận bổ sung hồ sơ"]);
  });
});
