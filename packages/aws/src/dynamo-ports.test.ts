import { randomUUID } from "node:crypto";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dossierStoreSuite, smallPortsSuite, syncQueueSuite, workIndexSuite } from "@motcua/handlers/testing/suites";
import { afterAll, describe, it } from "vitest";
import { dossierStore } from "./dossier-store.ts";
import type { DynamoTable } from "./dynamo-table.ts";
import { attempts, people, sessions } from "./people.ts";
import { registrations } from "./registrations.ts";
import { ENGINES, startEngine } from "./testing/local-engine.ts";
import { syncQueue } from "./sync-queue.ts";
import { tableDefinition } from "./testing/table-definition.ts";
import { workIndex } from "./work-index.ts";

const now = new Date("2026-10-05T08:00:00+07:00");

for (const name of Object.keys(ENGINES) as (keyof typeof ENGINES)[]) {
  const slow = name === "DynamoDB Local";
  if (slow && process.env["MOTCUA_DDB_LOCAL"] !== "1") {
    describe.skip(name, () => it("is slow and needs Java 17: set MOTCUA_DDB_LOCAL=1 to run it", () => undefined));
    continue;
  }
  const engine = await startEngine(name);
  if (engine === undefined) {
    describe.skip(name, () => it(`has no binary for ${process.platform}-${process.arch}`, () => undefined));
    continue;
  }
  afterAll(engine.stop);
  const table = async (): Promise<DynamoTable> => {
    const fresh = `dossiers-${randomUUID()}`;
    await engine.client.send(new CreateTableCommand(tableDefinition(fresh)));
    const client = DynamoDBDocumentClient.from(engine.client, { marshallOptions: { removeUndefinedValues: true } });
    return { client, name: fresh, clock: { now: () => now }, log: () => undefined };
  };
  dossierStoreSuite(name, async () => dossierStore(await table()));
  workIndexSuite(name, async () => {
    const shared = await table();
    return { dossiers: dossierStore(shared), work: workIndex(shared) };
  });
  syncQueueSuite(name, async () => {
    const shared = await table();
    return { dossiers: dossierStore(shared), sync: syncQueue(shared) };
  });
  smallPortsSuite(name, async () => {
    const shared = await table();
    return { registrations: registrations(shared), people: people(shared), sessions: sessions(shared), attempts: attempts(shared), now };
  });
}
