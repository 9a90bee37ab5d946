import type { DrivenStep } from "./drive/drive-sample.ts";

const NAME = 58;
const WHO = 12;
const WHAT = 22;

/** One line of a dossier's way: who did what, and how long it took. */
export function printStep(step: DrivenStep): string {
  return `  ${pad(step.name, NAME)} ${pad(step.who, WHO)} ${pad(step.what, WHAT)} ${String(step.ms).padStart(6)} ms`;
}

/** One line of what comes before: compiling, bundling, starting. Times stand under each other. */
export function printPhase(name: string, ms: number): string {
  return `  ${pad(name, NAME + WHO + WHAT + 2)} ${String(Math.round(ms)).padStart(6)} ms`;
}

/** Vietnamese composed (NFC) is one code unit a letter. */
function pad(text: string, width: number): string {
  const letters = text.normalize("NFC");
  return letters.length > width ? `${letters.slice(0, width - 1)}…` : letters.padEnd(width);
}
