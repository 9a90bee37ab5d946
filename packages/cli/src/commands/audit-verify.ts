import { createPublicKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Audit, auditLog, batchHash } from "@motcua/dossier";
import { faultLine } from "../audit/fault-words.ts";
import { CommandFailure, EXIT } from "../exit.ts";

interface VerifyOptions {
  /** File of the province's published key, PEM. */
  readonly key?: string;
  /** Hash printed on a receipt. */
  readonly receipt?: string;
  readonly json?: boolean;
}

/** `motcua audit verify FILE`: whether an exported dossier is what was written, without asking anybody. */
export async function auditVerify(options: VerifyOptions, [file = ""]: readonly string[]): Promise<number> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandFailure(`Không đọc được ${file}.`, EXIT.usage);
  });
  const audit = auditLog(text, options.key === undefined ? undefined : await publicKeyIn(options.key));
  const receipt = options.receipt === undefined ? undefined : receiptIn(text, audit, options.receipt);
  const ok = audit.fault === undefined && receipt !== null;
  if (options.json === true) console.log(JSON.stringify({ ok, ...audit, fault: audit.fault ?? null, keyTrusted: options.key !== undefined, ...(receipt === undefined ? {} : { receipt }) }));
  else for (const line of report(audit, { receipt, keyTrusted: options.key !== undefined, text })) console.log(line);
  return ok ? EXIT.done : EXIT.problems;
}

async function publicKeyIn(file: string): Promise<string> {
  try {
    return createPublicKey(await readFile(file, "utf8")).export({ format: "der", type: "spki" }).toString("base64");
  } catch {
    throw new CommandFailure(`${file} không phải là khóa công khai (PEM).`, EXIT.usage);
  }
}

/** The batch a receipt was printed after, and whether a seal holds it; `null` when the log has no such batch. */
function receiptIn(text: string, { sealed, batches }: Audit, hash: string): { readonly seq: number; readonly sealed: boolean } | null {
  const wanted = hash.replace(/^#?h=/, "").toLowerCase();
  const index = text.split("\n").slice(0, batches).findIndex((line) => batchHash(line) === wanted);
  return index === -1 ? null : { seq: index + 1, sealed: sealed.some(({ seq }) => seq > index) };
}

interface Told {
  readonly receipt: ReturnType<typeof receiptIn> | undefined;
  readonly keyTrusted: boolean;
  readonly text: string;
}

function report(audit: Audit, { receipt, keyTrusted, text }: Told): readonly string[] {
  const lines = [`Hồ sơ ${audit.code}: ${audit.batches} lần ghi, ${audit.sealed.length} ngày đã niêm phong`];
  for (const { day, sealedAt, seq } of audit.sealed) lines.push(`  ${day}  đến lần ghi ${seq}, niêm phong lúc ${sealedAt}`);
  if (audit.unsealed > 0) lines.push(`  ${audit.unsealed} lần ghi cuối chưa ngày nào niêm phong`);
  for (const key of audit.keys) lines.push(`  khóa SHA-256 ${key}${keyTrusted ? "" : " (lấy từ chính tệp này: đối chiếu với khóa tỉnh công bố, hoặc dùng --key)"}`);
  if (receipt === null) lines.push("✗ Nhật ký không có mã băm in trên giấy tiếp nhận.");
  else if (receipt !== undefined) lines.push(`✓ Giấy tiếp nhận được in sau lần ghi ${receipt.seq}${receipt.sealed ? ", đã niêm phong" : ", chưa niêm phong"}.`);
  lines.push(audit.fault === undefined ? "✓ Nguyên vẹn." : `✗ ${faultLine(audit.fault, text)}`);
  return lines;
}
