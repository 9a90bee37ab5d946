import type { DurationText } from "@motcua/procedure";

const UNITS: Readonly<Record<string, string>> = { min: "phút", wh: "giờ làm việc", h: "giờ", wd: "ngày làm việc", d: "ngày", mo: "tháng" };

/** A duration of a definition in words: `3wd` → `3 ngày làm việc`, `same-day` → `trong ngày làm việc`. */
export function durationWords(duration: DurationText): string {
  if (duration === "same-day") return "trong ngày làm việc";
  const [, count = "", unit = ""] = /^(\d+)(min|wh|h|wd|d|mo)$/.exec(duration) ?? [];
  return unit === "" ? duration : `${count} ${UNITS[unit]}`;
}
