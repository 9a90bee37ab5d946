import type { DrivenStep } from "./drive/drive-sample.ts";

/** One line of a dossier's way: who did what, and how long it took. */
export function printStep(step: DrivenStep): string {
  return `  ${pad(step.name, 58)} ${pad(step.who, 12)} ${pad(step.what, 22)} ${String(step.ms).padStart(5)} ms`;
}

function pad(text: string, width: number): string {
  const length = [...text.normalize("NFC")].length;
  return length > width ? `${[...text.normalize("NFC")].slice(0, width - 1).join("")}…` : text + " ".repeat(width - length);
}
