import { describe, expect, test } from "vitest";
import { stubService, type Answer } from "../test/stub-service.ts";
import { createClient } from "./create-client.ts";
import type { DossierEvent } from "./wire/dossier-event.ts";

const actor = { kind: "system", id: "s" } as const;
const batch = (seq: number, ...events: readonly object[]) => ({ code: "H20", seq, at: `2026-10-05T10:0${seq}:00+07:00`, actor, command: "c", events, previous: "" });
const done = (step: string) => ({ type: "step-done", step, wait: "w", outcome: "accept", facts: {} });

const first = batch(1, { type: "submitted" }, { type: "task-opened", task: { id: "t1", step: "tiep_nhan" } });
const second = batch(2, done("tiep_nhan"), { type: "status-changed", from: 1, to: 2 });
const last = batch(3, { type: "finished" }, { type: "returned", by: "counter", recipientHash: "" });

const logs = (...polls: readonly (readonly object[])[]): readonly Answer[] => polls.map((json) => ({ json }));

async function followed(answers: readonly Answer[], options: Parameters<ReturnType<typeof createClient>["follow"]>[1] = {}) {
  const service = stubService(...answers);
  const events: { readonly seq: number; readonly index: number; readonly type: DossierEvent["type"]; readonly step?: string }[] = [];
  for await (const { seq, index, type, step } of createClient(service.options).follow("H20", options)) events.push({ seq, index, type, ...(step === undefined ? {} : { step }) });
  return { events, ...service };
}

const ALL = [
  { seq: 1, index: 0, type: "submitted" },
  { seq: 1, index: 1, type: "task-opened", step: "tiep_nhan" },
  { seq: 2, index: 0, type: "step-done", step: "tiep_nhan" },
  { seq: 2, index: 1, type: "status-changed" },
  { seq: 3, index: 0, type: "finished" },
  { seq: 3, index: 1, type: "returned" },
];

describe("following a dossier", () => {
  test("yields every event once, in order, and ends with the dossier", async () => {
    const { events, seen } = await followed(logs([], [first], [first], [first, second], [first, second, last]));
    expect(events).toEqual(ALL);
    expect(seen.every(({ path }) => path === "/api/dossiers/H20/log")).toBe(true);
    expect(seen).toHaveLength(5);
  });

  test("asks less often while nothing happens, and often again when something does", async () => {
    const { waits } = await followed(logs([], [], [], [first], [first], [first, last]));
    expect(waits).toEqual([750, 1_125, 1_687.5, 500, 750]);
    const { waits: idle } = await followed([...Array.from({ length: 15 }, () => ({ json: [] })), { json: [last] }]);
    expect(Math.max(...idle)).toBe(15_000);
  });

  test.each(ALL.map((after, index) => ({ after, rest: ALL.slice(index + 1) })))("resumes after event $after.seq.$after.index, also in the middle of a batch", async ({ after, rest }) => {
    expect((await followed(logs([first, second, last]), { after })).events).toEqual(rest);
  });

  test("goes on over a moment's failure, and yields nothing twice", async () => {
    expect((await followed([{ json: [first] }, "broken", { status: 503, text: "" }, { json: [first, second, last] }])).events).toEqual(ALL);
  });

  test("ends when it is told to, even while it waits", async () => {
    const controller = new AbortController();
    const service = stubService({ json: [first] });
    const client = createClient({ ...service.options, sleep: () => new Promise(() => controller.abort()) });
    const seen: string[] = [];
    for await (const event of client.follow("H20", { signal: controller.signal })) seen.push(event.type);
    expect(seen).toEqual(["submitted", "task-opened"]);
  });

  test("asks nothing when it was told to end before it began", async () => {
    expect((await followed(logs([first]), { signal: AbortSignal.abort() })).seen).toEqual([]);
  });

  test("refuses with ServiceError and the problems where the log may not be read", async () => {
    const problem = { code: "not-found", pointer: "", message: { vi: "Không tìm thấy hồ sơ" } };
    await expect(followed([{ status: 404, json: { problems: [problem] } }])).rejects.toMatchObject({ name: "ServiceError", problems: [problem] });
  });
});
