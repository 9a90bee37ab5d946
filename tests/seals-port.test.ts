import { awsPorts } from "@motcua/aws";
import { sealsSuite } from "@motcua/handlers/testing/suites";
import { afterAll, vi } from "vitest";
import { withSeals } from "../packages/local/test/fixture-seals.ts";
import { fixturePlace } from "../packages/local/test/fixture-shop.ts";

// The ports as deployed, with the SDK's default clients, against the key and the locked bucket the local runner serves.
type Asset = Parameters<typeof awsPorts>[1];
const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  vi.unstubAllEnvs();
  for (const close of opened) await close();
});

sealsSuite("KMS and S3 by the local runner", async () => {
  const place = fixturePlace(withSeals);
  const shop = await place.start();
  opened.push(async () => {
    await shop.close();
    place.remove();
  });
  for (const [name, value] of Object.entries(shop.administrator)) vi.stubEnv(name, value);
  const environment = {
    TABLE_NAME: "unused", FILES_BUCKET: "fixture-files", SEALS_BUCKET: "fixture-seals", SEAL_KEY: String(shop.outputs["SigningKey"]),
    STATE_MACHINE_ARN_PREFIX: "unused", CONNECTOR_URL: "http://unused.invalid", PUBLIC_URL: "",
  };
  return awsPorts(environment, {} as Asset);
});
