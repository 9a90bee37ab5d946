import { writeFile } from "node:fs/promises";
import { auditFileText } from "@motcua/dossier";
import { textIn } from "@motcua/procedure";
import { connectShop } from "../connect-shop.ts";
import { CommandFailure, EXIT } from "../exit.ts";

interface ExportOptions {
  readonly out?: string;
  readonly data?: string;
  readonly as: string;
  readonly url?: string;
}

/** `motcua audit export CODE`: a dossier's log and the proofs of its sealed days, from the shop that runs here or at an address. */
export async function auditExport(options: ExportOptions, [code = ""]: readonly string[]): Promise<number> {
  const [client] = await connectShop(options);
  if (client === undefined) throw new CommandFailure("Không có ai để hỏi một cửa.");
  const found = await client.proof(code);
  if (!found.ok) throw new CommandFailure(found.problems.map(({ message }) => textIn(message)).join("; "));
  const { log, proofs } = found.value;
  const out = options.out ?? `${code}.log.jsonl`;
  await writeFile(out, auditFileText(log, proofs));
  console.log(`${out}: ${log.length} lần ghi, ${proofs.length} ngày đã niêm phong`);
  return EXIT.done;
}
