import { afterAll, describe, expect, it } from "vitest";
import type { OpenShop } from "@motcua/cli";
import { freshShop } from "./shop.ts";
import { tour } from "./tour.ts";

type StatementUse = ReturnType<OpenShop["local"]["statements"]>[number];

/** Statements no run here can exercise, each with its reason. */
const ACKNOWLEDGED: readonly { readonly at: RegExp; readonly actions: RegExp; readonly reason: string }[] = [
  { at: /^(Storage|Dispatch|Seal).*Policy/, actions: /^(s3|sqs):\*$/, reason: "Denies plain HTTP to bucket and queue; on loopback every call counts as encrypted." },
  { at: /^SealSealsPolicy/, actions: /^s3:PutObject$/, reason: "Denies a write over an earlier seal; the one writer always asks for absence. packages/local/test/seals.test.ts sends such a write." },
  { at: /^DispatcherRole/, actions: /sqs:SendMessage/, reason: "Only a record that failed twenty-one times is sent there; packages/local/test/streams.test.ts exercises that path on an assembly of its own." },
  { at: /^Key/, actions: /kms:GenerateDataKey\*/, reason: "CloudWatch Logs and the alarm topic encrypt with the key by themselves; neither service runs here." },
];

const SEED = Number(process.env["MOTCUA_SEED"] ?? Date.now() % 1_000_000);
/** How many statements are taken out, one a run. */
const SAMPLE = process.env["MOTCUA_SLOW"] === "1" ? Number.POSITIVE_INFINITY : 2;

const isAcknowledged = (statement: StatementUse) => ACKNOWLEDGED.some(({ at, actions }) => at.test(statement.logicalId) && statement.actions.some((action) => actions.test(action)));
const named = ({ logicalId, index, actions }: StatementUse) => `${logicalId}[${index}] ${actions.join(",")}`;

describe("every grant matters", () => {
  let statements: readonly StatementUse[] = [];
  const open: OpenShop[] = [];
  afterAll(async () => {
    for (const shop of open) await shop.close();
  });

  it("each statement of the assembly is exercised by a day's work, or acknowledged with its reason", { timeout: 300_000 }, async () => {
    const shop = await freshShop();
    open.push(shop);
    await tour(shop);
    statements = shop.local.statements();
    expect(statements.length).toBeGreaterThan(30);
    expect(statements.filter((statement) => !statement.exercised && !isAcknowledged(statement)).map(named)).toEqual([]);
    expect(shop.local.failures()).toEqual([]);
    expect(ACKNOWLEDGED.filter(({ at, actions }) => !statements.some((each) => !each.exercised && at.test(each.logicalId) && each.actions.some((action) => actions.test(action)))).map(({ reason }) => reason)).toEqual([]);
  });

  it(`without one of them the run stops and names function, action and resource (${SAMPLE === 2 ? "two" : "each"} of them, seed ${SEED})`, { timeout: 1_800_000 }, async () => {
    const exercised = statements.filter((statement) => statement.exercised && statement.effect === "Allow");
    const picked = shuffled(exercised, SEED).slice(0, SAMPLE);
    expect(picked.length).toBe(Math.min(SAMPLE, exercised.length));
    expect(picked.length).toBeGreaterThan(1);
    for (const { logicalId, index, actions } of picked) {
      const shop = await freshShop({ withoutStatement: { logicalId, index } });
      open.push(shop);
      const stopped = await tour(shop).then(() => "the run went through", (error: unknown) => (error instanceof Error ? error.message : String(error)));
      const [denial] = shop.local.failures();
      expect(denial, `${logicalId}[${index}] ${actions.join(",")}: ${stopped}`).toBeDefined();
      expect(stopped).toContain(denial?.action);
      expect(stopped).toContain(denial?.resource);
      expect(stopped).toContain(denial?.principal);
      expect(denial?.principal).toMatch(/[A-Z]/);
      await shop.close();
      open.pop();
    }
  });
});

/** A seeded shuffle, so that a failing run can be repeated. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed >>> 0;
  const dice = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
  return items.map((item) => ({ item, at: dice() })).toSorted((a, b) => a.at - b.at).map(({ item }) => item);
}
