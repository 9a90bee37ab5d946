import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "../row.ts";
import { agreement } from "../sdk/agreement.ts";
import { conformance } from "../sdk/conformance.ts";
import { realProcedures } from "../sdk/real-procedures.ts";
import { scale } from "../sdk/scale.ts";
import { size } from "../sdk/size.ts";
import { speed } from "../sdk/speed.ts";

/** The form SDKs: correct, small, fast, for the whole national catalogue. Peers run beside in the same process. */
export async function sdk(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-sdk-"));
  try {
    const birth = (await realProcedures()).find(({ procedure }) => procedure.code === "1.001193");
    if (birth === undefined) throw new Error("the birth registration is gone");
    return [...conformance(), ...(await speed(birth, folder)), ...(await size(folder)), ...agreement(), ...(await scale(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
