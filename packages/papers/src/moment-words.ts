import { localTime } from "@motcua/calendar";

const two = (value: number) => String(value).padStart(2, "0");

/** A civil date as papers write it: `ngày 05 tháng 10 năm 2026`. Asia/Ho_Chi_Minh. */
export function dayWords(instant: string): string {
  const [year, month, day] = localTime(instant).date.split("-");
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** An instant as papers write it: `09 giờ 25 phút, ngày 05 tháng 10 năm 2026`. Asia/Ho_Chi_Minh. */
export function momentWords(instant: string): string {
  const minutes = Math.floor(localTime(instant).minutes);
  return `${two(Math.floor(minutes / 60))} giờ ${two(minutes % 60)} phút, ${dayWords(instant)}`;
}

/** An instant as tables have room for it: `09:25 05/10/2026`. Asia/Ho_Chi_Minh. */
export function momentShort(instant: string): string {
  const minutes = Math.floor(localTime(instant).minutes);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)} ${dayShort(localTime(instant).date)}`;
}

/** A civil date `yyyy-mm-dd` as `05/10/2026`. */
export function dayShort(date: string): string {
  return date.split("-").toReversed().join("/");
}
