import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { type LocalShop } from "../src/index.ts";
import { ask, fixturePlace, type FixturePlace } from "./fixture-shop.ts";

let place: FixturePlace;
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  place.remove();
});

interface Killable {
  readonly act: (body: object) => Promise<Record<string, unknown>>;
  readonly kill: () => Promise<void>;
}

async function inItsOwnProcess(): Promise<Killable> {
  const entry = fileURLToPath(new URL("./shop-process.ts", import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", entry, join(place.directory, "assembly"), join(place.directory, "data")], { stdio: ["ignore", "pipe", "inherit"] });
  open.push({ close: () => child.kill("SIGKILL") });
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), "line")) as [string];
  const { httpUrl, token } = JSON.parse(line) as { httpUrl: string; token: string };
  return {
    act: async (body) => {
      const response = await fetch(`${httpUrl}/api/do`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify(body) });
      return (await response.json()) as Record<string, unknown>;
    },
    kill: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function started(): Promise<LocalShop> {
  const shop = await place.start();
  open.push(shop);
  return shop;
}

async function tokenOf(shop: LocalShop, id: string): Promise<string> {
  const { body } = await ask(shop, { action: "get", id, sk: "T" });
  return (body["Item"] as { token?: { S: string } } | undefined)?.token?.S ?? "";
}

describe("an execution", () => {
  test("waits for its task token, is answered once, and refuses a name used before", async () => {
    place = fixturePlace();
    const shop = await started();
    expect((await ask(shop, { action: "start", name: "d-1" })).status).toBe(200);
    await shop.idle();
    expect(shop.executions()).toMatchObject([{ name: "d-1", status: "RUNNING" }]);
    const token = await tokenOf(shop, "d-1");
    expect((await ask(shop, { action: "answer", token })).status).toBe(200);
    await shop.idle();
    expect(shop.executions()).toMatchObject([{ name: "d-1", status: "SUCCEEDED" }]);
    expect((await ask(shop, { action: "answer", token })).body).toMatchObject({ __type: expect.stringMatching(/^Task(TimedOut|DoesNotExist)$/) });
    expect((await ask(shop, { action: "start", name: "d-1" })).body["__type"]).toBe("ExecutionAlreadyExists");
    expect(shop.executionHistory(shop.executions()[0]?.executionArn ?? "").length).toBeGreaterThan(3);
    expect(shop.usage().stateTransitions).toBeGreaterThan(0);
    expect(shop.failures()).toEqual([]);
  });

  test("refuses to call a function its machine's role may not", async () => {
    place = fixturePlace();
    const shop = await place.start({ withoutStatement: { logicalId: "MachineRole", index: 0 } });
    open.push(shop);
    await ask(shop, { action: "start", name: "d-2" });
    await shop.idle();
    expect(shop.executions()).toMatchObject([{ name: "d-2", status: "FAILED" }]);
    expect(shop.failures()).toMatchObject([{ principal: "Machine", action: "lambda:InvokeFunction" }]);
  });

  test("goes on after the whole shop was killed while it waited", async () => {
    place = fixturePlace();
    const first = await inItsOwnProcess();
    await first.act({ action: "start", name: "d-3" });
    await first.act({ action: "put", id: "kept", kind: "follow" });
    let item: unknown;
    for (let tries = 0; tries < 200 && item === undefined; tries += 1) {
      item = (await first.act({ action: "get", id: "d-3", sk: "T" }))["Item"];
      await pause(20);
    }
    await first.kill();
    const shop = await started();
    expect(shop.executions()).toMatchObject([{ name: "d-3", status: "RUNNING" }]);
    expect((await ask(shop, { action: "answer", token: await tokenOf(shop, "d-3") })).status).toBe(200);
    await shop.idle();
    expect(shop.executions()).toMatchObject([{ name: "d-3", status: "SUCCEEDED" }]);
    expect((await ask(shop, { action: "get", id: "kept", sk: "C" })).body["Item"]).toBeDefined();
  });
});
