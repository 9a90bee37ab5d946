import { describe, expect, test } from "vitest";
import { inThreads, threadsFor } from "./in-threads.ts";

const entry = (body: string) => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from "node:worker_threads"; ${body}`)}`);
/** Takes its turns by hand: what stands in the memory is the next item. */
const TAKES = `const { items, turns, times } = workerData; const next = new Int32Array(turns); const taken = [];
for (let index = Atomics.add(next, 0, 1); index < items.length; index = Atomics.add(next, 0, 1)) taken.push(items[index] * times);
parentPort.postMessage(taken);`;
const items = Array.from({ length: 400 }, (_, index) => index);
const work = { items, worth: 100, young: 16, given: { times: 2 } };

describe("threads", () => {
  test("share the items, each once", async () => {
    const answers = await inThreads<number, readonly number[]>({ ...work, entry: entry(TAKES) });
    expect(answers).toHaveLength(threadsFor(items.length, work.worth));
    expect(answers.flat().toSorted((a, b) => a - b)).toEqual(items.map((item) => item * 2));
  });

  test("that fail or end without an answer fail the whole", async () => {
    await expect(inThreads({ ...work, entry: entry("throw new Error('no')") })).rejects.toThrow("no");
    await expect(inThreads({ ...work, entry: entry("process.exit(3)") })).rejects.toThrow("a thread ended with 3");
  });

  test("are as many as the work is worth", () => {
    expect(threadsFor(0, 100)).toBe(1);
    expect(threadsFor(199, 100)).toBe(1);
    expect(threadsFor(1_000_000, 100)).toBeLessThanOrEqual(4);
  });
});
