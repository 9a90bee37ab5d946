import { describe, expect, test } from "vitest";
import { startThreads, threadsFor } from "./in-threads.ts";

const entry = (body: string) => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from "node:worker_threads"; ${body}`)}`);
/** Takes its turns by hand: what stands in the memory is the next item. */
const TAKES = `parentPort.once("message", ({ items, turns }) => {
  const next = new Int32Array(turns); const taken = [];
  for (let index = Atomics.add(next, 0, 1); index < items.length; index = Atomics.add(next, 0, 1)) taken.push(items[index] * workerData.times);
  parentPort.postMessage(taken);
});`;
const items = Array.from({ length: 400 }, (_, index) => index);
const start = (body: string) => startThreads<number, readonly number[]>({ entry: entry(body), count: 2, young: 16, given: { times: 2 } });

describe("threads", () => {
  test("share the items, each once", async () => {
    const answers = await start(TAKES).run(items);
    expect(answers).toHaveLength(2);
    expect(answers.flat().toSorted((a, b) => a - b)).toEqual(items.map((item) => item * 2));
  });

  test("that fail or end without an answer fail the whole, whenever they do", async () => {
    const failing = start("throw new Error('no')");
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(failing.run(items)).rejects.toThrow("no");
    await expect(start("parentPort.once('message', async () => { throw new Error('not this') })").run(items)).rejects.toThrow("not this");
    await expect(start("process.exit(3)").run(items)).rejects.toThrow("a thread ended with 3");
  });

  test("that have nothing to do are ended", async () => {
    const threads = start(TAKES);
    threads.end();
    await expect(threads.run(items)).rejects.toThrow("a thread ended with");
  });

  test("are as many as the work is worth", () => {
    expect(threadsFor(0, 100)).toBe(1);
    expect(threadsFor(199, 100)).toBe(1);
    expect(threadsFor(1_000_000, 100)).toBeLessThanOrEqual(4);
  });
});
