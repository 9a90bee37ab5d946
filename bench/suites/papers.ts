import { renderControlSheet, renderExtension, renderReceipt, renderRefusal, renderRegister, renderStopNotice, renderSupplementRequest } from "@motcua/papers";
import { SAMPLE_CONTROL, SAMPLE_EXTENSION, SAMPLE_RECEIPT, SAMPLE_REFUSAL, SAMPLE_REGISTER, SAMPLE_STOP, SAMPLE_SUPPLEMENT, sampleLine } from "@motcua/papers/testing";
import { figure, median, type Row } from "../row.ts";

const ROUNDS = 15;
const LONG_REGISTER = { ...SAMPLE_REGISTER, lines: Array.from({ length: 1000 }, (_, index) => sampleLine(index + 1)) };

const FORMS: readonly (readonly [name: string, print: () => Promise<Uint8Array>])[] = [
  ["form 01", () => renderReceipt(SAMPLE_RECEIPT)],
  ["form 02", () => renderSupplementRequest(SAMPLE_SUPPLEMENT)],
  ["form 03", () => renderRefusal(SAMPLE_REFUSAL)],
  ["form 04", () => renderExtension(SAMPLE_EXTENSION)],
  ["form 05", () => renderStopNotice(SAMPLE_STOP)],
  ["form 06", () => renderControlSheet(SAMPLE_CONTROL)],
  ["form 07", () => renderRegister(SAMPLE_REGISTER)],
];

/** CPU and bytes of each paper once the fonts are read, and of the first paper of a process; a register of a thousand dossiers. */
export async function papers(): Promise<readonly Row[]> {
  const first = await cpuOf(() => renderReceipt(SAMPLE_RECEIPT));
  const rows: Row[] = [figure("papers", { name: "CPU of a process's first paper, fonts read", value: first.ms, unit: "ms" })];
  for (const [name, print] of FORMS) {
    for (let round = 0; round < ROUNDS; round += 1) await print();
    const runs: { readonly ms: number; readonly bytes: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await cpuOf(print));
    const ms = median(runs.map((run) => run.ms));
    rows.push(figure("papers", { name: `${name}, CPU a paper`, value: ms, unit: "ms", atMost: 100 }));
    rows.push(figure("papers", { name: `${name}, papers a second on one core`, value: 1000 / ms, unit: "1/s", atLeast: 10 }));
    rows.push(figure("papers", { name: `${name}, size`, value: runs[0]?.bytes ?? 0, unit: "bytes", atMost: 100_000 }));
  }
  const register = await cpuOf(() => renderRegister(LONG_REGISTER));
  rows.push(figure("papers", { name: "form 07 of 1,000 dossiers, CPU", value: register.ms, unit: "ms", atMost: 10_000 }));
  // A Lambda function answers with 6 MB at most, and bytes travel as Base64.
  rows.push(figure("papers", { name: "form 07 of 1,000 dossiers, size", value: register.bytes, unit: "bytes", atMost: 4_500_000 }));
  return rows;
}

async function cpuOf(print: () => Promise<Uint8Array>): Promise<{ readonly ms: number; readonly bytes: number }> {
  const before = process.cpuUsage();
  const { length } = await print();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, bytes: length };
}
