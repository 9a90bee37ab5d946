import { batchHash } from "@motcua/dossier";
import type { DayStatement, EventBatch } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import type { SealedLog } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { proofsOf } from "./proof.ts";
import { dossierBySecret } from "./track.ts";

/** For whoever holds a receipt: the hash of each batch of the log, and which day's seal holds it. Says nothing of what happened. */
export async function sealedLog(ports: Ports, secret: string): Promise<Result<SealedLog>> {
  const stored = await dossierBySecret(ports, secret);
  if (stored === undefined) return refused(problem("not-found"));
  const { code, receivingUnit: unit } = stored.state;
  const log = await ports.dossiers.log(code);
  const days = (await proofsOf(ports, { unit, code }, log)).map(({ statement, leaf }) => ({ ...(JSON.parse(statement) as DayStatement), seq: leaf.seq }));
  return ok({
    code,
    entries: log.map((body) => {
      const { seq, at } = JSON.parse(body) as EventBatch;
      const seal = days.find((day) => seq <= day.seq);
      return { seq, at, hash: batchHash(body), ...(seal === undefined ? {} : { seal: { day: seal.day, sealedAt: seal.sealedAt, root: seal.root } }) };
    }),
  });
}
