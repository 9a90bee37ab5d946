import { type DurationUnit, parseDuration } from "@motcua/calendar";
import { dayShort } from "./moment-words.ts";
import type { PrintedLimit } from "./receipt-data.ts";

const UNITS: Readonly<Record<Exclude<DurationUnit, "same-day">, string>> = {
  min: "phút",
  wh: "giờ làm việc",
  h: "giờ",
  wd: "ngày làm việc",
  d: "ngày",
  mo: "tháng",
};
const NUMBER = new Intl.NumberFormat("vi-VN");

/** A legal time limit in words: `03 ngày làm việc`, `trong ngày làm việc`, with its cut-off, and until when by agreement. */
export function limitWords({ time, cutOff, agreed }: PrintedLimit): string {
  const duration = parseDuration(time);
  const words = duration === undefined ? time : duration.unit === "same-day" ? "trong ngày làm việc" : `${NUMBER.format(duration.value).padStart(2, "0")} ${UNITS[duration.unit]}`;
  const begins = cutOff === undefined ? words : `${words}; tiếp nhận sau ${cutOff.replace(":", " giờ ")} phút thì tính từ ngày làm việc tiếp theo`;
  return agreed === undefined ? begins : `${begins}; theo thỏa thuận bằng văn bản: đến hết ngày ${dayShort(agreed)}`;
}
