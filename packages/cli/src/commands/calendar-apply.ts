import { readFileSync } from "node:fs";
import type { AffectedDossier } from "@motcua/calendar";
import type { Client } from "@motcua/client";
import { connectShop, type ShopAddress } from "../connect-shop.ts";
import { momentText } from "../due/due-text.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { sameInstant } from "../drive/same-instant.ts";

interface ApplyOptions extends ShopAddress {
  readonly impact: string;
  readonly decision: string;
  readonly json?: boolean;
}

/** What became of a dossier the impact names. */
interface Applied {
  readonly code: string;
  readonly before: string;
  readonly after: string;
  readonly moved: boolean;
  /** Why it was not moved. */
  readonly why?: string;
}

/** `motcua calendar apply`: a decision moves the dossiers an impact names, each by an event of its own. Asked again, it moves only what has not moved. */
export async function calendarApply(options: ApplyOptions): Promise<number> {
  if (options.decision.trim() === "") throw new CommandFailure("--decision cần số và ngày của quyết định.", EXIT.usage);
  const affected = readImpact(options.impact);
  const clients = await connectShop(options);
  const applied: Applied[] = [];
  for (const dossier of affected) applied.push(await move(clients, dossier, options.decision));
  const failed = applied.filter(({ moved }) => !moved);
  console.log(options.json === true ? JSON.stringify({ decision: options.decision, applied }) : [...applied.map(lineOf), `Đã dời ${applied.length - failed.length} trên ${applied.length} hồ sơ.`].join("\n"));
  return failed.length === 0 ? EXIT.done : EXIT.problems;
}

function lineOf({ code, before, after, moved, why }: Applied): string {
  return moved ? `${code}  ${momentText(before)} → ${momentText(after)}` : `${code}  chưa dời: ${why ?? ""}`;
}

/** Tries whoever may: on this machine it is not known beforehand who signs for a unit. */
async function move(clients: readonly Client[], { code, due, wouldBe }: AffectedDossier, decision: string): Promise<Applied> {
  const dossier = { code, before: due, after: wouldBe };
  let why = "không thấy hồ sơ";
  for (const client of clients) {
    const view = await client.dossier(code);
    if (!view.ok) continue;
    const { state } = view.value;
    if (sameInstant(state.due, wouldBe)) return { ...dossier, moved: true };
    if (!sameInstant(state.due, due)) return { ...dossier, moved: false, why: "ngày hẹn đã khác từ khi lập danh sách" };
    const done = await client.act(code, { act: "recompute-due", decision, due: wouldBe });
    if (done.ok) return { ...dossier, moved: true };
    why = done.problems.map(({ message }) => message.vi).join("; ");
    if (done.problems.some((problem) => problem.code !== "not-your-task")) break;
  }
  return { ...dossier, moved: false, why };
}

/** @throws CommandFailure where the file is not what `impact --json` prints */
function readImpact(file: string): readonly AffectedDossier[] {
  try {
    const { affected } = JSON.parse(readFileSync(file, "utf8")) as { readonly affected?: unknown };
    if (Array.isArray(affected) && affected.every(isAffected)) return affected;
  } catch {
    // Said below, with what the file should be.
  }
  throw new CommandFailure(`${file} không phải kết quả của motcua calendar impact --json.`, EXIT.usage);
}

function isAffected(entry: unknown): entry is AffectedDossier {
  if (typeof entry !== "object" || entry === null) return false;
  const { code, due, wouldBe } = entry as Partial<Record<keyof AffectedDossier, unknown>>;
  return [code, due, wouldBe].every((value) => typeof value === "string");
}
