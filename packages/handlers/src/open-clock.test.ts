import type { DossierState, EventBatch } from "@motcua/dossier";
import { describe, expect, it } from "vitest";
import permit from "../../../examples/sdk/1.013225.js";
import { openClock } from "./open-clock.ts";

const { procedure } = permit;
const [kind = ""] = Object.keys(procedure.cases);
const state = {
  code: "H20.015-261005-0001", case: kind, channel: "online", competentUnit: "H20.015", results: {},
  acceptedAt: "2026-10-05T08:00:00+07:00", due: "2026-10-14T17:00:00+07:00",
} as unknown as DossierState;

const batch = (at: string, ...events: readonly object[]) => ({ at, events }) as unknown as EventBatch;
const lineOf = (more: Partial<DossierState>, log: readonly EventBatch[] = []) => openClock({ state: { ...state, ...more }, log, procedure });

describe("the clock of an open dossier", () => {
  it("says from when, how long and until when", () => {
    expect(lineOf({})).toMatchObject({ start: state.acceptedAt, due: state.due, limit: procedure.cases[kind]?.limit.time });
  });

  it("takes the province's own limit where it set one", () => {
    expect(openClock({ state, log: [], procedure, localLimits: { [kind]: "3wd" } })?.limit).toBe("3wd");
  });

  it("lists ended pauses by their policy, those before acceptance left out", () => {
    const log = [
      batch("2026-10-02T08:00:00+07:00", { type: "paused", why: "supplement" }),
      batch("2026-10-03T08:00:00+07:00", { type: "resumed", why: "supplement" }),
      batch("2026-10-06T08:00:00+07:00", { type: "paused", why: "supplement" }),
      batch("2026-10-07T09:00:00+07:00", { type: "resumed", why: "supplement" }),
      batch("2026-10-08T08:00:00+07:00", { type: "paused", why: "waiting" }),
      batch("2026-10-09T08:00:00+07:00", { type: "resumed", why: "waiting" }),
    ];
    expect(lineOf({}, log)?.pauses).toEqual([
      { from: "2026-10-06T08:00:00+07:00", to: "2026-10-07T09:00:00+07:00", policy: procedure.clock.supplement },
      { from: "2026-10-08T08:00:00+07:00", to: "2026-10-09T08:00:00+07:00", policy: "EXTEND" },
    ]);
  });

  it("counts a withdrawal that was taken back as a pause, and one inside another pause once", () => {
    const log = [
      batch("2026-10-06T08:00:00+07:00", { type: "paused", why: "supplement" }),
      batch("2026-10-07T09:00:00+07:00", { type: "resumed", why: "supplement" }),
      batch("2026-10-08T08:00:00+07:00", { type: "withdrawn", accepted: true }),
      batch("2026-10-09T08:00:00+07:00", { type: "withdrawal-revoked" }, { type: "resumed", why: "withdrawn" }),
    ];
    expect(lineOf({}, log)?.pauses?.map(({ from, to, policy }) => [from.slice(8, 10), to.slice(8, 10), policy])).toEqual([["06", "07", procedure.clock.supplement], ["08", "09", "EXTEND"]]);
  });

  it("reads the decision that moved the date, as long as nothing has moved it since", () => {
    const moved = { type: "redated", due: { before: "2026-10-13T17:00:00+07:00", after: state.due, provisional: false }, decisionHash: "" };
    const log = [batch("2026-10-07T09:00:00+07:00", moved)];
    expect(lineOf({}, log)?.moved).toEqual({ at: "2026-10-07T09:00:00+07:00", before: "2026-10-13T17:00:00+07:00", after: state.due });
    expect(lineOf({ due: "2026-10-20T17:00:00+07:00" }, log)?.moved).toBeUndefined();
  });

  it.each<[string, Partial<DossierState>]>([
    ["whose clock stands still", { pausedSince: "2026-10-06T08:00:00+07:00" }],
    ["that has its result", { finishedAt: "2026-10-06T08:00:00+07:00" }],
    ["that has ended", { endedAt: "2026-10-06T08:00:00+07:00" }],
  ])("refuses a dossier %s", (_, more) => {
    expect(lineOf(more)).toBeUndefined();
  });
});
