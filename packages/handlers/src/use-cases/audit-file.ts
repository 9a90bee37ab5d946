import { auditFileText } from "@motcua/dossier";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import type { AuditFile } from "../handlers.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { proofsOf } from "./proof.ts";
import { dossierBySecret } from "./track.ts";

/**
 * For whoever holds a receipt: the log and what proves it, to take away and to check without the province. It holds no
 * personal data, and says less of the applicant than the receipt.
 */
export async function auditFile(ports: Ports, secret: string): Promise<Result<AuditFile>> {
  const stored = await dossierBySecret(ports, secret);
  if (stored === undefined) return refused(problem("not-found"));
  const { code, receivingUnit: unit } = stored.state;
  const log = await ports.dossiers.log(code);
  return ok({ code, text: auditFileText(log, await proofsOf(ports, { unit, code }, log)) });
}
