import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRealClock } from "../clock/real-clock.ts";
import { createVirtualClock } from "../clock/virtual-clock.ts";
import { createEngine } from "../create-engine.ts";
import { openTestEngine, START, TOKEN_TASK } from "../testing/test-engine.ts";
import { createFileStore } from "./file-store.ts";
import type { StoreRecord } from "./store.ts";

const record = (name: string): StoreRecord => ({ kind: "machine", machine: { arn: name, name, revision: "1", roleArn: "", definition: { StartAt: "A", States: { A: { Type: "Succeed" } } } } });

describe("a file store", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "motcua-engine-"));
    path = join(folder, "deep", "engine.log");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const filled = (): ReturnType<typeof createFileStore> => {
    const store = createFileStore(path);
    expect(store.load()).toEqual([]);
    for (const name of ["một", "hai"]) store.append(record(name));
    return store;
  };

  it("gives back what was appended, and what replaced it", () => {
    const store = filled();
    store.replace([record("ba")]);
    store.append(record("bốn"));
    store.close();
    expect(createFileStore(path).load()).toEqual([record("ba"), record("bốn")]);
  });

  it("drops a last line torn anywhere, and writes on after it", () => {
    filled().close();
    const whole = readFileSync(path);
    const firstLine = whole.indexOf(10) + 1;
    for (let size = firstLine + 1; size < whole.length; size += 7) {
      writeFileSync(path, whole.subarray(0, size));
      const store = createFileStore(path);
      expect(store.load()).toEqual([record("một")]);
      store.append(record("ba"));
      store.close();
      expect(createFileStore(path).load()).toEqual([record("một"), record("ba")]);
    }
  });

  it("refuses a file damaged before its last line", () => {
    filled().close();
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("{", "["));
    expect(() => createFileStore(path).load()).toThrow(SyntaxError);
  });

  it("is shorter after it has been opened again, and says the same", async () => {
    const definition = { StartAt: "A", States: { A: { Type: "Pass" as const, Next: "B" }, B: { Type: "Pass" as const, Next: "C" }, C: { Type: "Task" as const, Resource: TOKEN_TASK, End: true } } };
    const clock = createVirtualClock(START);
    const first = openTestEngine(definition, { store: createFileStore(path), clock });
    await first.start({ n: 1 });
    const history = first.engine.getExecutionHistory(first.result().executionArn);
    await first.engine.close();
    const before = statSync(path).size;
    const second = openTestEngine(definition, { store: createFileStore(path), clock });
    expect(statSync(path).size).toBeLessThan(before);
    expect(second.engine.getExecutionHistory(first.result().executionArn)).toEqual(history);
    second.engine.sendTaskSuccess({ token: first.tokenOf("C"), output: "7" });
    await clock.settle();
    expect(second.output()).toBe(7);
    await second.engine.close();
  });

  it("drops the events of what closed over ninety days ago, never its name", async () => {
    const clock = createVirtualClock(START);
    const first = openTestEngine({ StartAt: "A", States: { A: { Type: "Pass", End: true } } }, { store: createFileStore(path), clock });
    await first.start();
    await first.engine.close();
    const engine = createEngine({ store: createFileStore(path), clock: createVirtualClock(START + 91 * 86_400_000), invoke: async () => null });
    const { executionArn, status } = engine.listExecutions()[0] ?? { executionArn: "", status: "" };
    expect([status, engine.getExecutionHistory(executionArn)]).toEqual(["SUCCEEDED", []]);
    await engine.close();
  });

  it("loses nothing that was said to be done when the process is killed", async () => {
    const script = fileURLToPath(new URL("../testing/killed-process.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, path], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    await new Promise<void>((resolve) => {
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.split("\n").length > 400) child.kill("SIGKILL");
      });
      child.on("close", () => resolve());
    });
    const lines = said.slice(0, said.lastIndexOf("\n")).split("\n");
    const names = (verb: string) => lines.filter((line) => line.startsWith(`${verb} `)).map((line) => line.slice(verb.length + 1));
    appendFileSync(path, '{"kind":"changed","ar');
    const engine = createEngine({
      store: createFileStore(path),
      clock: createRealClock(),
      invoke: async () => null,
    });
    expect(engine.listExecutions().map(({ name }) => name)).toEqual(expect.arrayContaining(names("started")));
    await engine.settled();
    for (const { executionArn, name } of engine.listExecutions()) {
      const types = engine.getExecutionHistory(executionArn).map(({ type }) => type);
      if (names("answered").includes(name)) expect(types).toContain("TaskSucceeded");
    }
    await engine.close();
  });
});
