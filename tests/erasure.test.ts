import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, ScanCommand, type ScanCommandOutput } from "@aws-sdk/client-dynamodb";
import { driveSample, main, type OpenShop } from "@motcua/cli";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { personalValues } from "./personal-values.ts";
import { freshShop, procedureOf, sampleOf } from "./shop.ts";

const folder = mkdtempSync(join(tmpdir(), "motcua-erasure-"));
const data = join(folder, "data");
const DECISION = ["--decision", "QĐ 12/QĐ-UBND ngày 01/10/2026", "--law", "Luật 91/2025/QH15, Điều 14", "--reason", "ordered"];
let shop: OpenShop;
let code: string;
let values: readonly string[];

beforeAll(async () => {
  shop = await freshShop({ data });
  const procedure = procedureOf(shop, "1.013225");
  const sample = sampleOf(procedure, "07-a");
  values = personalValues(sample.form);
  const driven = await driveSample({ shop, procedure, sample });
  if (driven.kind !== "dossier") expect.fail("the sample was refused");
  code = driven.state.code;
  await shop.local.idle();
  await shop.local.clock.advance(24 * 3_600_000);
  await shop.local.runSchedules();
  await shop.local.idle();
}, 180_000);
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command of `motcua` against the shop. */
async function motcua(...args: readonly string[]): Promise<{ readonly exit: number; readonly said: string }> {
  const lines: string[] = [];
  const spies = (["log", "error"] as const).map((method) => vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => void lines.push(parts.join(" "))));
  try {
    return { exit: await main(args), said: lines.join("\n") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Every item of the table as text. */
async function table(): Promise<string> {
  const { AWS_ENDPOINT_URL = "", AWS_REGION = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", AWS_SESSION_TOKEN = "" } = shop.local.administrator;
  const client = new DynamoDBClient({ endpoint: AWS_ENDPOINT_URL, region: AWS_REGION, credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN } });
  const items: unknown[] = [];
  let from: ScanCommandOutput["LastEvaluatedKey"];
  do {
    const page = await client.send(new ScanCommand({ TableName: String(shop.local.outputs["Table"]), ConsistentRead: true, ...(from === undefined ? {} : { ExclusiveStartKey: from }) }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items.map((item) => JSON.stringify(item)).join("\n");
}

/** Everything the runtime keeps outside its database, byte for byte: files, seals, executions, queues, what the platform was told. */
function kept(): string {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes(join(data, "dynamodb")));
  return files.map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), "utf8")}`).join("\n");
}

const found = (text: string) => [...new Set(values)].filter((value) => [value, JSON.stringify(value).slice(1, -1), JSON.stringify(JSON.stringify(value)).slice(3, -3)].some((written) => text.includes(written)));
/** Addresses of the files handed in. */
async function files(): Promise<readonly string[]> {
  const client = await shop.client("motcua");
  const view = await client.dossier(code);
  const given = view.ok ? view.value.state.documents.flatMap((document) => document.files ?? []) : [];
  return Promise.all(given.map(async ({ sha256 }) => {
    const found = await client.file(code, sha256);
    return found.ok ? found.value.url : expect.fail("no address");
  }));
}

describe("a lawful erasure on the running assembly", () => {
  it("finds the personal values and files where they are before: the search is not blind", async () => {
    expect(values.length).toBeGreaterThan(5);
    expect(found(await table()).length).toBe(new Set(values).size);
    for (const url of await files()) expect((await fetch(url)).status).toBe(200);
    expect((await files()).length).toBeGreaterThan(0);
  });

  it("needs two people who answer for personal data, and says why, in the log", async () => {
    expect((await motcua("erase", "request", code, ...DECISION, "--data", data, "--as", "quantri")).exit).toBe(1);
    expect(await motcua("erase", "request", code, ...DECISION, "--data", data)).toMatchObject({ exit: 0 });
    const alone = await motcua("erase", "approve", code, "--data", data, "--as", "baove");
    expect([alone.exit, alone.said]).toEqual([1, expect.stringContaining("không được tự duyệt")]);
    expect(found(await table()).length).toBeGreaterThan(0);
    expect((await motcua("erase", "approve", code, "--data", data)).exit).toBe(0);
  });

  it("leaves no personal value in table, files, seals, executions, queues or log lines", async () => {
    await shop.local.idle();
    expect(found(await table())).toEqual([]);
    expect(found(kept())).toEqual([]);
    // What was uploaded and not yet expired is under `incoming/` for two days, whoever sent it; what was checked and kept is gone now.
    // S3 answers so for what is absent to whoever may not list the bucket.
    for (const url of await files()) expect((await fetch(url)).status).toBe(403);
    expect(found(shop.local.logs().map(({ text }) => text).join("\n"))).toEqual([]);
  });

  it("leaves a log that motcua audit verify takes, sealed before and after", async () => {
    await shop.local.clock.advance(24 * 3_600_000);
    await shop.local.runSchedules();
    const file = join(folder, "erased.jsonl");
    expect((await motcua("audit", "export", code, "--out", file, "--data", data)).exit).toBe(0);
    expect(found(readFileSync(file, "utf8"))).toEqual([]);
    const verified = await motcua("audit", "verify", file, "--json");
    expect([verified.exit, verified.said]).toEqual([0, expect.stringContaining('"ok":true')]);
    expect(readFileSync(file, "utf8")).toContain("personal-erased");
  });

  it("is not undone by anybody who looks: the dossier is shown without its form, and its papers say so", async () => {
    const view = await (await shop.client("motcua")).dossier(code);
    if (!view.ok) return expect.fail("not seen");
    expect([view.value.form, typeof view.value.state.erasedAt]).toEqual([undefined, "string"]);
    expect(found(JSON.stringify(view.value))).toEqual([]);
  });
});
