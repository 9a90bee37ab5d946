import type { Audit, BadProof, LogFault } from "@motcua/dossier";

type Fault = NonNullable<Audit["fault"]>;

const KINDS: Readonly<Record<LogFault["kind"], (fault: LogFault) => string>> = {
  altered: ({ seq, notBefore }) => (notBefore === seq ? `lần ghi ${seq} đã bị sửa` : `nhật ký đã bị sửa từ một trong các lần ghi ${notBefore} đến ${seq}`),
  removed: ({ seq }) => `lần ghi ${seq} đã bị bỏ`,
  added: ({ seq }) => `có một lần ghi (tự xưng số ${seq}) không thuộc nhật ký`,
  reordered: ({ seq }) => `lần ghi ${seq} đã bị đổi chỗ`,
  "cut-off": ({ seq }) => `nhật ký đã bị cắt cuối: thiếu từ lần ghi ${seq}`,
};

const PROOFS: Readonly<Record<BadProof["why"], string>> = {
  "not-a-proof": "dòng này không phải là bằng chứng niêm phong nguyên vẹn",
  "other-unit": "niêm phong của đơn vị khác",
  signature: "chữ ký không đúng",
  inclusion: "niêm phong không chứa nhật ký này",
  "other-key": "ký bằng khóa khác với khóa đã cho",
  "other-dossier": "niêm phong của hồ sơ khác",
  contradiction: "hai niêm phong trái nhau",
  "not-in-order": "không đúng thứ tự",
  torn: "tệp bị cụt ở dòng cuối",
};

/** A fault in words, with the place it shows at and what was done there by the log's own account. */
export function faultLine(fault: Fault, text: string): string {
  const what = fault.kind === "proof" ? PROOFS[fault.why] : KINDS[fault.kind](fault);
  return `Dòng ${fault.line}: ${what}${fault.kind === "altered" ? doneAt(text, fault.line) : ""}.`;
}

function doneAt(text: string, line: number): string {
  try {
    const { command, at } = JSON.parse(text.split("\n")[line - 1] ?? "") as { readonly command?: unknown; readonly at?: unknown };
    return typeof command === "string" && typeof at === "string" ? ` (${command}, ${at})` : "";
  } catch {
    return "";
  }
}
