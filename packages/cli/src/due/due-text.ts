import { type CalendarYear, type ClockReading, type CountedDay, dayOfDate, localDate } from "@motcua/calendar";

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const POLICIES = { RESTART: "tính lại từ đầu", EXTEND: "tính tiếp phần còn lại", SUBTRACT: "không đổi ngày hẹn, trừ khi đánh giá", NONE: "không dừng" } as const;

const SEGMENTS: Readonly<Record<ClockReading["segments"][number]["why"], string>> = { limit: "Thời hạn", remaining: "Phần còn lại", restart: "Tính lại từ đầu", extension: "Gia hạn" };

/** A due date for people: when, what may still change it, and on request why. */
export function dueText(reading: ClockReading, years: readonly CalendarYear[], explain: boolean): string {
  const lines = [`Bắt đầu tính  ${momentText(reading.start)}`, `Hẹn trả       ${momentText(reading.due)}`];
  for (const { from, to, policy, before, after } of reading.pauses) {
    const change = before === after ? `ngày hẹn không đổi${unmovedBy({ from, to, policy, before }, reading.start)}` : `${momentText(before)} → ${momentText(after)}`;
    lines.push(`Tạm dừng      ${momentText(from)} – ${momentText(to)}, ${POLICIES[policy]}: ${change}`);
  }
  if (reading.provisional) lines.push("", "Cảnh báo: thời hạn đi qua những ngày chưa công bố chính thức, ngày hẹn có thể đổi.", ...reasonsOf(reading, years));
  if (explain) {
    const worked = workedMinutes(reading);
    lines.push("", ...reading.days.map((day) => dayText(day, worked.get(day.date))));
    if (reading.segments.length > 1) lines.push("", ...reading.segments.map(segmentText));
  }
  return lines.join("\n");
}

/** Why a pause that could have moved the date did not. */
function unmovedBy({ from, to, policy, before }: Pick<ClockReading["pauses"][number], "from" | "to" | "policy" | "before">, start: string): string {
  if (policy === "SUBTRACT" || policy === "NONE") return "";
  if (Date.parse(to) <= Date.parse(start)) return " (thời hạn chưa bắt đầu tính)";
  return policy === "EXTEND" && Date.parse(from) >= Date.parse(before) ? " (thời hạn đã hết trước khi tạm dừng)" : "";
}

/** Minutes that counted on a day, where a stretch was counted by minutes. */
function workedMinutes({ segments }: ClockReading): ReadonlyMap<string, number> {
  const worked = new Map<string, number>();
  for (const { lost, measure, days } of segments) {
    if (lost || measure !== "minute") continue;
    for (const { date, amount } of days) if (amount > 0) worked.set(date, (worked.get(date) ?? 0) + amount);
  }
  return worked;
}

function segmentText({ why, from, to, measure, consumed, lost }: ClockReading["segments"][number]): string {
  const amount = measure === "minute" ? hoursText(consumed) : `${Number(consumed.toFixed(3))} ngày`;
  return `  ${SEGMENTS[why]}: ${amount}, từ ${momentText(from)} đến ${momentText(to)}${lost ? " (không được tính nữa)" : ""}`;
}

/** Minutes as hours and minutes, and seconds where there are any. */
function hoursText(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const parts = [[Math.floor(seconds / 3_600), "giờ"], [Math.floor(seconds / 60) % 60, "phút"], [seconds % 60, "giây"]] as const;
  return parts.flatMap(([value, unit]) => (value === 0 ? [] : [`${value} ${unit}`])).join(" ") || "0 phút";
}

/** An instant as people read it: `17:00 thứ Hai 23/11/2026`. Asia/Ho_Chi_Minh, seconds only where there are any. */
export function momentText(instant: string): string {
  const clock = instant.slice(11, 16);
  const seconds = instant.slice(16, 19);
  return `${clock}${seconds === ":00" ? "" : seconds} ${dateText(instant.slice(0, 10))}`;
}

function dateText(date: string): string {
  const [year, month, day] = date.split("-");
  return `${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${day}/${month}/${year}`;
}

function dayText({ date, counted, why }: CountedDay, minutes?: number): string {
  return `  ${counted ? "tính" : "    "}  ${dateText(date).padEnd(19)}  ${why}${minutes === undefined ? "" : `: ${hoursText(minutes)}`}`;
}

/** Why each stretch on the way is not certain. */
function reasonsOf({ days, due }: ClockReading, years: readonly CalendarYear[]): readonly string[] {
  const from = days[0]?.date ?? localDate(due);
  const known = years.flatMap((year) => year.provisional).filter((stretch) => stretch.from <= localDate(due) && from <= stretch.to);
  const missing = [...new Set(days.map(({ date }) => date.slice(0, 4)))].filter((year) => !years.some((entry) => String(entry.year) === year));
  const singly = days.filter(({ date }) => isProvisionalAlone(date, years)).map(({ date, why }) => `  ${dateText(date)}: ${why}`);
  return [...known.map(({ reason }) => `  ${reason}`), ...missingText(missing), ...(known.length + missing.length > 0 ? [] : singly)];
}

function missingText(years: readonly string[]): readonly string[] {
  const [first] = years;
  if (first === undefined) return [];
  return [`  Chưa có lịch năm ${years.length === 1 ? first : `${first}–${years.at(-1) ?? ""}`}`];
}

function isProvisionalAlone(date: string, years: readonly CalendarYear[]): boolean {
  return dayOfDate(date, { years, sessions: {} }).provisional;
}
