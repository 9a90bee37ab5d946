import { type ShopProcedure, driveSample, type OpenShop } from "@motcua/cli";
import type { Sample } from "@motcua/procedure";
import { figure, median, type Row } from "../row.ts";
import { withShop } from "../with-shop.ts";

const ROUNDS = 3;

/** State transitions and DynamoDB write units of one dossier of each procedure, from submission to result: what AWS bills. */
export async function dossier(): Promise<readonly Row[]> {
  return withShop(async (shop) => {
    const rows: Row[] = [];
    for (const procedure of shop.procedures) {
      const sample = procedure.samples.find((loaded) => loaded.sample.expected.outcome === "accepted")?.sample;
      if (sample !== undefined) rows.push(...(await rowsOf(shop, procedure, sample)));
    }
    return rows;
  });
}

async function rowsOf(shop: OpenShop, procedure: ShopProcedure, sample: Sample): Promise<readonly Row[]> {
  const used: { readonly transitions: number; readonly writes: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) used.push(await usedBy(shop, procedure, sample));
  return [
    figure("dossier", { name: `${procedure.code} state transitions a dossier`, value: median(used.map(({ transitions }) => transitions)), unit: "transitions" }),
    figure("dossier", { name: `${procedure.code} write units a dossier`, value: median(used.map(({ writes }) => writes)), unit: "WRU" }),
  ];
}

async function usedBy(shop: OpenShop, procedure: ShopProcedure, sample: Sample) {
  const before = shop.local.usage();
  const driven = await driveSample({ shop, procedure, sample });
  if (driven.kind === "refused") throw new Error(`${sample.id} was refused`);
  await shop.local.idle();
  const after = shop.local.usage();
  return { transitions: after.stateTransitions - before.stateTransitions, writes: after.writeUnits - before.writeUnits };
}
