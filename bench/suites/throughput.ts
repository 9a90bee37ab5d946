import { driveSample, type OpenShop, type ShopProcedure } from "@motcua/cli";
import type { Sample } from "@motcua/procedure";
import { figure, type Row } from "../row.ts";
import { withShop } from "../with-shop.ts";

const PROCEDURE = "2.000635";
const WARM_UP = 16;
const DOSSIERS = 200;
/** Dossiers on their way at once: a province's counters, not one patient clerk. */
const AT_ONCE = 16;

/** Dossiers a second through the whole local stack: submitted, accepted, examined, signed, sealed, returned; functions, grants, tables, streams and executions included. */
export async function throughput(): Promise<readonly Row[]> {
  return withShop(async (shop) => {
    const procedure = shop.procedures.find(({ code }) => code === PROCEDURE);
    const sample = procedure?.samples.find((loaded) => loaded.sample.expected.outcome === "accepted")?.sample;
    if (procedure === undefined || sample === undefined) throw new Error(`no valid sample of ${PROCEDURE}`);
    await shop.local.clock.set(sample.acceptedAt ?? sample.submittedAt);
    await driveMany(shop, { procedure, sample, count: WARM_UP });
    const started = performance.now();
    await driveMany(shop, { procedure, sample, count: DOSSIERS });
    const seconds = (performance.now() - started) / 1000;
    return [figure("throughput", { name: `${PROCEDURE} submit to result, ${AT_ONCE} at once`, value: DOSSIERS / seconds, unit: "dossiers/s", atLeast: 20 })];
  });
}

async function driveMany(shop: OpenShop, { procedure, sample, count }: { readonly procedure: ShopProcedure; readonly sample: Sample; readonly count: number }): Promise<void> {
  let left = count;
  const clerk = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const driven = await driveSample({ shop, procedure, sample, asOneOfMany: true });
      if (driven.kind === "refused" || driven.state.nationalStatus !== 10) throw new Error(`a dossier of ${sample.id} did not reach its result`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, clerk));
}
