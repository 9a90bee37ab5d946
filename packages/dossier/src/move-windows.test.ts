import { describe, expect, it } from "vitest";
import { type LegalWindow, windowSteps } from "@motcua/procedure";
import type { EventBody } from "./event.ts";
import { CITIZEN, later, type Life, must } from "./testing/life.ts";
import { redrawn } from "./testing/redrawn.ts";

const DAY_MS = 86_400_000;
const WINDOW: LegalWindow = { id: "cap_xa", name: { vi: "Kiểm tra, phân công và thẩm định" }, from: "phan_cong", to: "du_thao", limit: "5wd", source: "Giả định" };

type Moved = Extract<EventBody, { type: "window-changed" }>;
const moves = (life: Life) => life.events.filter((event): event is Moved => event.type === "window-changed");
const movesOf = (life: Life) => moves(life).map(({ to }) => to);

/** A building permit whose law gives some steps a time together, accepted. */
async function accepted(window: Partial<LegalWindow> = {}): Promise<Life> {
  const life = await redrawn({}, ({ procedure }) => ({ procedure: { ...procedure, workflow: { ...procedure.workflow, windows: [{ ...WINDOW, ...window }] } } }));
  must(life.submit());
  life.at = life.sample.acceptedAt ?? life.at;
  must(life.complete("tiep_nhan"));
  return life;
}

function supplemented(life: Life, days: number): void {
  const task = life.task("phan_cong");
  must(life.do({ type: "request-supplement", actor: life.actorOf(task), at: life.at, task: task.id, defects: [{ text: "Thiếu bản vẽ" }] }));
  life.at = later(life.at, days * DAY_MS);
  must(life.do({ type: "supplement", actor: CITIZEN, at: life.at, documents: [] }));
}

describe("a legal window over several steps", () => {
  it("holds the steps between its ends, those of a fork on the way included, and not those after", async () => {
    const { workflow } = (await accepted()).module.procedure;
    const steps = windowSteps(workflow, WINDOW);
    expect([...["phan_cong", "tham_dinh", "lay_y_kien", "du_thao"].map((id) => steps.has(id)), steps.has("tiep_nhan"), steps.has("ky")]).toEqual([true, true, true, true, false, false]);
    expect(windowSteps(workflow, { from: "du_thao", to: "phan_cong" }).size).toBe(0);
    expect([...windowSteps(workflow, { from: "phan_cong", to: "phan_cong" })]).toEqual(["phan_cong"]);
  });

  it("opens with its first step and closes when the last one is left, in time", async () => {
    const life = await accepted();
    expect([movesOf(life), Date.parse(life.state.windows?.["cap_xa"]?.due ?? "") > Date.parse(life.at)]).toEqual([["open"], true]);
    // The sample's script has a supplement in it.
    life.toTheEnd("du_thao");
    expect(movesOf(life)).toEqual(["open", "moved"]);
    const { due = "" } = life.state.windows?.["cap_xa"] ?? {};
    life.at = due;
    must(life.complete("du_thao"));
    expect(moves(life).at(-1)).toEqual({ type: "window-changed", window: "cap_xa", to: "closed", due, late: false });
    expect(life.state.windows?.["cap_xa"]).toMatchObject({ closedAt: life.at, late: false });
  });

  it("is late with who held the dossier when its time ran out, not with who came after", async () => {
    const life = await accepted();
    const { due = "" } = life.state.windows?.["cap_xa"] ?? {};
    const { assignee } = life.task("phan_cong");
    life.at = later(due, 60_000);
    must(life.complete("phan_cong"));
    const held = [{ who: "role", unit: "unit" in assignee ? assignee.unit : "", role: "role" in assignee ? assignee.role : "", step: "phan_cong" }];
    expect(moves(life).at(-1)).toEqual({ type: "window-changed", window: "cap_xa", to: "overdue", due, held });
    life.toTheEnd("du_thao");
    must(life.complete("du_thao"));
    expect(moves(life).at(-1)).toMatchObject({ to: "closed", due, late: true, held });
  });

  it("stands still while the applicant is asked for something", async () => {
    const life = await accepted();
    const { due = "" } = life.state.windows?.["cap_xa"] ?? {};
    const main = life.state.due ?? "";
    supplemented(life, 14);
    const moved = life.state.windows?.["cap_xa"]?.due ?? "";
    expect(movesOf(life)).toEqual(["open", "moved"]);
    expect(Date.parse(moved) - Date.parse(due)).toBeGreaterThanOrEqual(14 * DAY_MS);
    expect(Math.abs(Date.parse(moved) - Date.parse(due) - (Date.parse(life.state.due ?? "") - Date.parse(main)))).toBeLessThanOrEqual(4 * DAY_MS);
    life.at = moved;
    must(life.complete("phan_cong"));
    expect(life.state.windows?.["cap_xa"]?.held).toBeUndefined();
  });

  it("stands still while the dossier is withdrawn, and runs on when that is taken back", async () => {
    const life = await accepted();
    const { due = "" } = life.state.windows?.["cap_xa"] ?? {};
    must(life.do({ type: "withdraw", actor: CITIZEN, at: life.at }));
    expect(movesOf(life)).toEqual(["open"]);
    life.at = later(life.at, 14 * DAY_MS);
    must(life.do({ type: "revoke-withdrawal", actor: CITIZEN, at: life.at }));
    expect(movesOf(life)).toEqual(["open", "moved"]);
    expect(Date.parse(life.state.windows?.["cap_xa"]?.due ?? "") - Date.parse(due)).toBeGreaterThanOrEqual(14 * DAY_MS);
  });

  it("closes with a dossier that is stopped, and begins anew when its first step is come to again", async () => {
    const stopped = await accepted();
    const task = stopped.task("phan_cong");
    must(stopped.do({ type: "stop", actor: stopped.actorOf(task), at: stopped.at, task: task.id, reason: "Không đủ điều kiện" }));
    expect(movesOf(stopped)).toEqual(["open", "closed"]);
    const back = await redrawn({ ky: { next: { signed: "phan_cong" } } }, ({ procedure }) => ({ procedure: { ...procedure, workflow: { ...procedure.workflow, windows: [WINDOW] } } }));
    must(back.submit());
    back.toTheEnd("ky");
    back.at = later(back.at, DAY_MS);
    must(back.complete("ky"));
    expect(movesOf(back)).toEqual(["open", "moved", "closed", "open"]);
    expect(back.state.windows?.["cap_xa"]).toMatchObject({ openedAt: back.at });
  });

  it("is no part of a workflow that has none", async () => {
    const life = await redrawn({});
    must(life.submit());
    life.toTheEnd();
    expect([movesOf(life), life.state.windows]).toEqual([[], undefined]);
  });
});
