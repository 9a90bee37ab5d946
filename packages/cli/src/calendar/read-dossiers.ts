import { readFileSync } from "node:fs";
import { type Duration, type OpenDossier, parseDuration, type Pause } from "@motcua/calendar";
import { CommandFailure, EXIT } from "../exit.ts";

/** One line of an exported list, before it is checked. */
interface ExportedLine {
  readonly code?: unknown;
  readonly start?: unknown;
  readonly limit?: unknown;
  readonly unit?: unknown;
  readonly due?: unknown;
  readonly cutOff?: unknown;
  readonly mode?: unknown;
  readonly pauses?: unknown;
  readonly extensions?: unknown;
  readonly endedAt?: unknown;
  readonly moved?: unknown;
}

const POLICIES: ReadonlySet<unknown> = new Set(["RESTART", "EXTEND", "SUBTRACT", "NONE"]);
const OFFSET = /(Z|[+-]\d{2}:\d{2})$/;

/**
 * Open dossiers from JSON lines: `{ code, start, limit, unit, due }`, with `cutOff`, `mode`, `pauses`, `extensions`, `moved` where a
 * dossier has them. `start` is the acceptance; `limit` is `7wd`; `unit` is the competent unit's code. A line with `endedAt`
 * is left out.
 * @throws CommandFailure with every line that cannot be read; none of them is shown, because a list may hold more than it should
 */
export function readDossiers(file: string): readonly OpenDossier[] {
  const wrong: string[] = [];
  const dossiers: OpenDossier[] = [];
  for (const [index, line] of textOf(file).split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = dossierOf(line);
    if (typeof read === "string") wrong.push(`${file}:${index + 1}: ${read}`);
    else if (read !== undefined) dossiers.push(read);
  }
  if (wrong.length > 0) throw new CommandFailure(wrong.join("\n"));
  return dossiers;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new CommandFailure(`Không đọc được tệp ${file}.`, EXIT.usage);
  }
}

/** A dossier, nothing for one that has ended, or what is wrong with the line. */
function dossierOf(line: string): OpenDossier | undefined | string {
  const given = parsed(line);
  if (given === undefined) return "không phải một đối tượng JSON";
  if (given.endedAt !== undefined && given.endedAt !== null) return undefined;
  const { code, start, due, unit, cutOff, mode } = given;
  if (typeof code !== "string" || code === "") return '"code" cần mã hồ sơ';
  if (!isInstant(start)) return '"start" cần thời điểm tiếp nhận, ví dụ 2026-11-18T09:15:00+07:00';
  if (!isInstant(due)) return '"due" cần ngày hẹn trả, ví dụ 2026-11-23T17:00:00+07:00';
  const limit = limitOf(given);
  if (limit === undefined) return '"limit" cần thời hạn như 7wd, 30d, same-day';
  if (!areActs(given.pauses, isPause)) return '"pauses" cần danh sách { from, to, policy }';
  if (!areActs(given.extensions, isExtension)) return '"extensions" cần danh sách { at, by }';
  if (given.moved !== undefined && !isMove(given.moved)) return '"moved" cần { before, after }';
  const extensions = ((given.extensions ?? []) as readonly { at: string; by: string }[]).map(({ at, by }) => ({ at, by: parseDuration(by) as Duration }));
  return {
    code, due, ...(isMove(given.moved) ? { moved: given.moved } : {}), ...(typeof unit === "string" ? { unit } : {}),
    clock: {
      start, limit, extensions, pauses: (given.pauses ?? []) as readonly Pause[],
      ...(typeof cutOff === "string" ? { cutOff } : {}), ...(mode === "SAME_TIME" ? { mode } : {}),
    },
  };
}

function parsed(line: string): ExportedLine | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `"limit": "7wd"`, or `"limit": 7, "unit": "wd"` as some systems export it. */
function limitOf({ limit, unit }: ExportedLine): Duration | undefined {
  if (typeof limit === "string") return parseDuration(limit);
  return typeof limit === "number" && typeof unit === "string" ? parseDuration(`${limit}${unit}`) : undefined;
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && OFFSET.test(value) && !Number.isNaN(Date.parse(value));
}

function areActs(value: unknown, isAct: (act: Readonly<Record<string, unknown>>) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every((act: unknown) => typeof act === "object" && act !== null && isAct(act as Readonly<Record<string, unknown>>)));
}

function isPause({ from, to, policy }: Readonly<Record<string, unknown>>): boolean {
  return isInstant(from) && isInstant(to) && POLICIES.has(policy);
}

function isMove(value: unknown): value is NonNullable<OpenDossier["moved"]> {
  if (typeof value !== "object" || value === null) return false;
  const { before, after } = value as Readonly<Record<string, unknown>>;
  return isInstant(before) && isInstant(after);
}

function isExtension({ at, by }: Readonly<Record<string, unknown>>): boolean {
  return isInstant(at) && typeof by === "string" && parseDuration(by) !== undefined;
}
