import type { Result } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import type { Actor } from "./actor.ts";
import { proposedDue } from "./extension.ts";
import { later, Life, must, SYSTEM } from "./testing/life.ts";
import { dongThap, realProcedures } from "./testing/real-procedures.ts";

const procedures = await realProcedures();
const HOUSE = "1.013225";
const DAY = 86_400_000;

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));

/** A building permit at its appraisal: 7 working days from acceptance on Monday 05/10/2026, or what its sample says. */
function atAppraisal(): Life {
  const found = procedures.find(({ code }) => code === HOUSE);
  const sample = found?.samples.find(({ id }) => id.startsWith("07-b"));
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const life = new Life(found.module, { ...sample, script: [] });
  must(life.submit());
  must(life.complete("tiep_nhan"));
  must(life.complete("phan_cong"));
  return life;
}

const leader = (life: Life, id = "lanh_dao"): Actor => ({ kind: "officer", id, unit: life.state.competentUnit, role: "lanh_dao_ubnd" });
const daysAfter = (instant: string, days: number) => later(instant, days * DAY).slice(0, 10);

function ask(life: Life, more: { readonly until?: string; readonly reason?: string } = {}) {
  const task = life.task("tham_dinh");
  return life.do({ type: "request-extension", actor: life.actorOf(task), at: life.at, task: task.id, until: daysAfter(life.state.due ?? "", 7), reason: "Chờ kết quả đo đạc", ...more });
}

const approval = (life: Life) => Object.values(life.state.tasks).find(({ step }) => step === "@extension");

describe("an extension with an apology", () => {
  it("moves nothing before another person has approved it; then the valid date moves and the first one stays", () => {
    const life = atAppraisal();
    const { due = "" } = life.state;
    must(ask(life));
    expect(life.state.due).toBe(due);
    const task = approval(life);
    expect(task).toMatchObject({ assignee: { kind: "role", role: "lanh_dao_ubnd", unit: life.state.competentUnit }, due });
    must(life.do({ type: "approve-extension", actor: leader(life), at: life.at, task: task?.id ?? "" }));
    expect(life.state.firstDue).toBe(due);
    expect(life.state.due?.slice(0, 10)).toBe(daysAfter(due, 7));
    expect(life.state).toMatchObject({ extensions: 1 });
    expect(life.state.extension).toBeUndefined();
    expect(life.events.findLast(({ type }) => type === "extended")).toMatchObject({ why: "apology", step: "tham_dinh", due: { before: due, after: life.state.due } });
    const texts = Object.values(life.personal?.notes ?? {}).filter((note) => note === "Chờ kết quả đo đạc");
    expect(texts).toHaveLength(2);
    expect(life.bodies.join("")).not.toContain("đo đạc");
  });

  it("refuses one's own approval, in whatever role", () => {
    const life = atAppraisal();
    must(ask(life));
    const own = leader(life, life.actorOf(life.task("tham_dinh")).id);
    const task = approval(life)?.id ?? "";
    expect(codes(life.do({ type: "approve-extension", actor: own, at: life.at, task }))).toEqual(["four-eyes /act"]);
    expect(codes(life.do({ type: "reject-extension", actor: own, at: life.at, task, reason: "x" }))).toEqual(["four-eyes /act"]);
    expect(codes(life.do({ type: "approve-extension", actor: life.actorOf(life.task("tham_dinh")), at: life.at, task }))).toEqual(["not-your-task /task"]);
  });

  it("refuses to ask or to approve once the valid date has passed, and a second time", () => {
    const late = atAppraisal();
    must(ask(late));
    late.at = later(late.state.due ?? "", 1);
    expect(codes(late.do({ type: "approve-extension", actor: leader(late), at: late.at, task: approval(late)?.id ?? "" }))).toEqual(["extension-too-late /act"]);
    must(late.do({ type: "reject-extension", actor: leader(late), at: late.at, task: approval(late)?.id ?? "", reason: "Đã quá hạn" }));
    expect(codes(ask(late))).toEqual(["extension-too-late /act"]);
    const again = atAppraisal();
    must(ask(again));
    expect(codes(ask(again))).toEqual(["extension-pending /act"]);
    must(again.do({ type: "approve-extension", actor: leader(again), at: again.at, task: approval(again)?.id ?? "" }));
    expect(codes(ask(again))).toEqual(["extension-limit /act"]);
  });

  it("allows as many as the definition says, in its own words and source", () => {
    const life = atAppraisal();
    const { procedure } = life.module;
    const twice = { ...life.module, procedure: { ...procedure, clock: { ...procedure.clock, extensionLimit: { count: 2, source: "mẫu" } } } };
    Object.defineProperty(life, "module", { value: twice });
    must(ask(life));
    must(life.do({ type: "approve-extension", actor: leader(life), at: life.at, task: approval(life)?.id ?? "" }));
    must(ask(life));
  });

  it("refuses a day that is not later or no day, no reason, and whoever has no work to ask it for", () => {
    const life = atAppraisal();
    for (const until of ["2026-09-01", (life.state.due ?? "").slice(0, 10), "mai", "2026-13-40"]) expect(codes(ask(life, { until }))).toEqual(["extension-not-later /until"]);
    expect(codes(ask(life, { reason: " " }))).toEqual(["reason-missing /reason"]);
    const intake = new Life(life.module, life.sample);
    must(intake.submit());
    const task = intake.task("tiep_nhan");
    expect(codes(intake.do({ type: "request-extension", actor: intake.actorOf(task), at: intake.at, task: task.id, until: "2026-12-01", reason: "x" }))).toEqual(["extension-not-here /task"]);
  });

  it("is void with a supplement request, which makes the clock stand still, and with the result", () => {
    const life = atAppraisal();
    must(ask(life));
    const task = life.task("tham_dinh");
    must(life.do({ type: "request-supplement", actor: life.actorOf(task), at: life.at, task: task.id, defects: [{ text: "Thiếu bản vẽ" }] }));
    expect(life.state.extension).toBeUndefined();
    expect(approval(life)).toBeUndefined();
    expect(life.state.suspended?.map(({ step }) => step)).not.toContain("@extension");
    const done = atAppraisal();
    must(ask(done));
    for (let acts = 0; acts < 40 && done.state.finishedAt === undefined; acts += 1) {
      const [open] = Object.values(done.state.tasks).filter(({ step }) => step !== "@extension");
      if (open?.assignee.kind === "unit") must(done.do({ type: "answer-consultation", actor: done.actorOf(open), at: done.at, task: open.id, answer: "agreed" }));
      else must(done.complete(open?.step ?? ""));
    }
    expect(done.state.phase).toBe("finished");
    expect(approval(done)).toBeUndefined();
  });

  it("takes a day off for the next working day, at the end of its sessions", () => {
    const { calendar } = dongThap((procedures[0] as (typeof procedures)[number]).module);
    expect(proposedDue("2026-10-05T17:00:00+07:00", "2026-10-10", calendar)).toMatchObject({ before: "2026-10-05T17:00:00+07:00", after: "2026-10-12T17:00:00+07:00" });
    expect(proposedDue("2026-10-05T17:00:00+07:00", "2026-10-05", calendar)).toBeUndefined();
  });
});

describe("a mark of lateness", () => {
  const sweepAt = (life: Life, at: string) => life.do({ type: "record-lateness", actor: SYSTEM, at });
  const marks = (life: Life) => life.events.flatMap((event) => (event.type === "lateness-recorded" ? [{ mark: event.mark, by: event.held.map(({ step }) => step) }] : []));

  it("is set once for each, one day before the date and when it has passed, by whoever held the dossier", () => {
    const life = atAppraisal();
    const { due = "" } = life.state;
    expect(codes(sweepAt(life, later(due, -DAY - 1)))).toEqual(["not-due-yet /act"]);
    must(sweepAt(life, later(due, -DAY)));
    expect(codes(sweepAt(life, later(due, -1)))).toEqual(["not-due-yet /act"]);
    must(sweepAt(life, due));
    expect(codes(sweepAt(life, later(due, DAY)))).toEqual(["not-due-yet /act"]);
    expect(marks(life).map(({ mark }) => mark)).toEqual(["soon-late", "late"]);
    expect(life.state.due).toBe(due);
  });

  it("is set by the next command where no sweep came, with who held the dossier then, not who holds it after", () => {
    const life = atAppraisal();
    life.at = later(life.state.due ?? "", 5 * DAY);
    must(life.complete("tham_dinh"));
    const [mark, ...more] = marks(life);
    expect([mark?.mark, more]).toEqual(["late", []]);
    expect(mark?.by).toContain("tham_dinh");
    expect(mark?.by).not.toContain("kiem_tra_thuc_dia");
    expect(life.task("kiem_tra_thuc_dia").openedAt).toBe(life.at);
  });

  it("refuses a person who would set it, and one while the clock stands still", () => {
    const life = atAppraisal();
    const after = later(life.state.due ?? "", DAY);
    expect(codes(life.do({ type: "record-lateness", actor: leader(life), at: after }))).toEqual(["not-your-task /act"]);
    const task = life.task("tham_dinh");
    must(life.do({ type: "request-supplement", actor: life.actorOf(task), at: life.at, task: task.id, defects: [{ text: "Thiếu bản vẽ" }] }));
    expect(codes(sweepAt(life, after))).toEqual(["not-due-yet /act"]);
  });
});
