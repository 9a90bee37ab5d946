import { awsPorts } from "@motcua/aws";
import { filesSuite } from "@motcua/handlers/testing/suites";
import { afterAll, beforeAll, vi } from "vitest";
import { fixturePlace } from "../packages/local/test/fixture-shop.ts";

// The port as deployed, with the SDK's default client, against the bucket the local runner serves.
const place = fixturePlace();
let shop: Awaited<ReturnType<typeof place.start>>;
type Asset = Parameters<typeof awsPorts>[1];

beforeAll(async () => {
  shop = await place.start();
  for (const [name, value] of Object.entries(shop.administrator)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await shop.close();
  place.remove();
});

filesSuite("S3 by the local runner", async () => {
  const environment = { TABLE_NAME: "unused", FILES_BUCKET: "fixture-files", SEALS_BUCKET: "unused", SEAL_KEY: "unused", STATE_MACHINE_ARN_PREFIX: "unused", CONNECTOR_URL: "http://unused.invalid", PUBLIC_URL: "" };
  return { files: awsPorts(environment, {} as Asset).files, open: (url) => fetch(url) };
});
