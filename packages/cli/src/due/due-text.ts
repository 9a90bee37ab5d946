import { type CalendarYear, type ClockReading, type CountedDay, dayOfDate, localDate } from "@motcua/calendar";

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const POLICIES = { RESTART: "tính lại từ đầu", EXTEND: "tính tiếp phần còn lại", SUBTRACT: "không đổi ngày hẹn, trừ khi đánh giá", NONE: "không dừng" } as const;

/** A due date for people: when, what may still change it, and on request why. */
export function dueText(reading: ClockReading, years: readonly CalendarYear[], explain: boolean): string {
  const lines = [`Bắt đầu tính  ${momentText(reading.start)}`, `Hẹn trả       ${momentText(reading.due)}`];
  for (const { from, to, policy, before, after } of reading.pauses) {
    const change = before === after ? "ngày hẹn không đổi" : `${momentText(before)} → ${momentText(after)}`;
    lines.push(`Tạm dừng      ${momentText(from)} – ${momentText(to)}, ${POLICIES[policy]}: ${change}`);
  }
  if (reading.provisional) lines.push("", "Cảnh báo: thời hạn đi qua những ngày chưa công bố chính thức, ngày hẹn có thể đổi.", ...reasonsOf(reading, years));
  if (explain) lines.push("", ...reading.days.map(dayText));
  return lines.join("\n");
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

function dayText({ date, counted, why }: CountedDay): string {
  return `  ${counted ? "tính" : "    "}  ${dateText(date).padEnd(19)}  ${why}`;
}

/** Why each stretch on the way is not certain. */
function reasonsOf({ days, due }: ClockReading, years: readonly CalendarYear[]): readonly string[] {
  const from = days[0]?.date ?? localDate(due);
  const known = years.flatMap((year) => year.provisional).filter((stretch) => stretch.from <= localDate(due) && from <= stretch.to);
  const missing = [...new Set(days.map(({ date }) => date.slice(0, 4)))].filter((year) => !years.some((entry) => String(entry.year) === year));
  const singly = days.filter(({ date }) => isProvisionalAlone(date, years)).map(({ date, why }) => `  ${dateText(date)}: ${why}`);
  return [...known.map(({ reason }) => `  ${reason}`), ...missing.map((year) => `  Chưa có lịch năm ${year}`), ...(known.length + missing.length > 0 ? [] : singly)];
}

function isProvisionalAlone(date: string, years: readonly CalendarYear[]): boolean {
  return dayOfDate(date, { years, sessions: {} }).provisional;
}
