import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { calendarImpact as impactOf, type CalendarImpact, type CalendarYear, type WorkCalendar } from "@motcua/calendar";
import { loadCatalogue, loadProvinces } from "@motcua/procedure/compile";
import { compileYears, loadCalendars } from "../calendar/load-calendars.ts";
import { readDossiers } from "../calendar/read-dossiers.ts";
import { momentText } from "../due/due-text.ts";
import { DEFAULT_SESSIONS, parseSessions } from "../due/parse-sessions.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { requireWorkspace, type Workspace } from "../workspace.ts";
import { unitCalendar } from "@motcua/procedure";

interface ImpactOptions {
  readonly change: string;
  readonly dossiers?: string;
  readonly sessions?: string;
  readonly json?: boolean;
}

/** `motcua calendar impact`: the open dossiers whose due date a changed calendar year would move. Nothing moves. */
export async function calendarImpact(options: ImpactOptions): Promise<number> {
  const workspace = requireWorkspace();
  if (options.dossiers === undefined) throw new CommandFailure(howToExport(workspace), EXIT.usage);
  const change = resolve(options.change);
  if (!existsSync(change)) throw new CommandFailure(`Không có tệp ${options.change}.`, EXIT.usage);
  const years = await loadCalendars(workspace);
  const [changed] = await compileYears([change]);
  if (changed === undefined) throw new CommandFailure(`${options.change} không phải lịch của một năm.`, EXIT.usage);
  const dossiers = readDossiers(options.dossiers);
  const calendarOf = await calendarOfUnits(workspace, options.sessions);
  const after = yearsWith(changed, years);
  const calendars = new Map<string, { before: WorkCalendar; after: WorkCalendar }>();
  const impact = impactOf(dossiers, (unit = "") => {
    const known = calendars.get(unit) ?? { before: calendarOf(unit, years), after: calendarOf(unit, after) };
    calendars.set(unit, known);
    return known;
  });
  console.log(options.json === true ? JSON.stringify({ year: changed.year, ...impact }) : impactText(changed.year, impact));
  return EXIT.done;
}

function yearsWith(changed: CalendarYear, years: readonly CalendarYear[]): readonly CalendarYear[] {
  return [...years.filter(({ year }) => year !== changed.year), changed].toSorted((a, b) => a.year - b.year);
}

/** Sessions as typed, else those of the unit, else of the province; counted as the province of the unit counts. */
async function calendarOfUnits({ schemas }: Workspace, typed: string | undefined): Promise<(unit: string, years: readonly CalendarYear[]) => WorkCalendar> {
  const own = typed === undefined ? undefined : parseSessions(typed);
  const { procedures } = await loadCatalogue(schemas);
  const { provinces } = await loadProvinces(schemas, procedures);
  const [province] = provinces;
  const fallback = parseSessions(DEFAULT_SESSIONS);
  return (unit, years) => {
    // A workspace may hold several provinces: a unit's own hours, else those of the province it is in.
    const home = provinces.find(({ units }) => units.some(({ code }) => code === unit)) ?? province;
    const calendar = home === undefined ? { years, sessions: fallback } : unitCalendar(home, unit, years);
    return own === undefined ? calendar : { ...calendar, sessions: own };
  };
}

function impactText(year: number, { dossiers, affected, unexplained }: CalendarImpact): string {
  const lines = affected.map(({ code, due, wouldBe, provisional }) => `${code}  ${momentText(due)} → ${momentText(wouldBe)}${provisional ? "  (còn ngày chưa công bố)" : ""}`);
  if (unexplained.length > 0) lines.push("", `Ngày hẹn không tính lại được từ danh sách (gia hạn, tạm dừng chưa ghi), cần xem từng hồ sơ: ${unexplained.join(", ")}`);
  return [
    ...lines,
    ...(lines.length > 0 ? [""] : []),
    `Lịch năm ${year}: ${dossiers} hồ sơ đang giải quyết, ${affected.length} hồ sơ sẽ có ngày hẹn khác. Chưa dời ngày nào: ngày hẹn chỉ đổi bằng một quyết định ghi vào hồ sơ (motcua calendar apply).`,
  ].join("\n");
}

function howToExport({ root, state }: Workspace): string {
  const lines = [
    "--dossiers TỆP: cần danh sách hồ sơ đang giải quyết, mỗi dòng một đối tượng JSON:",
    '  {"code":"…","start":"2026-11-18T09:15:00+07:00","limit":"3wd","unit":"H20.001","due":"2026-11-23T17:00:00+07:00"}',
    '  start là lúc tiếp nhận; thêm "cutOff", "pauses", "extensions" nếu có.',
  ];
  if (existsSync(join(state, "data"))) {
    lines.push(`Một cửa trên máy này có dữ liệu trong ${join(state, "data").slice(root.length + 1)}: chạy motcua dev, rồi motcua calendar export --out TỆP.`);
  }
  return lines.join("\n");
}
