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
