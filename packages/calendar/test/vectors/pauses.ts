import type { Vector } from "./vector.ts";

const minutes = { extend: "MINUTES" } as const;
const days = { extend: "WHOLE_DAYS" } as const;

/** Pauses under every policy, and extensions. */
export const pauses: readonly Vector[] = [
  { received: "2026-03-02T08:00", limit: "5wd", policy: minutes, pauses: ["2026-03-03T10:00/2026-03-05T14:30:EXTEND"], due: "2026-03-12T09:30", why: "37 hours remained: 5 on Tuesday, 24, 8 on Monday; from Thursday 14:30: 2.5, 8, 8, 8, 8, 2.5" },
  { received: "2026-03-02T08:00", limit: "5wd", policy: minutes, pauses: ["2026-03-03T10:00/2026-03-05T14:30:RESTART"], due: "2026-03-12T17:00", why: "five days again after Thursday 05/03: 06, 09, 10, 11, 12" },
  { received: "2026-03-02T08:00", limit: "5wd", policy: days, pauses: ["2026-03-03T10:00/2026-03-05T14:30:EXTEND"], due: "2026-03-11T17:00", why: "the pause passed two working days, 04 and 05: Monday 09 becomes Wednesday 11" },
  { received: "2026-03-02T08:00", limit: "5wd", pauses: ["2026-03-03T10:00/2026-03-05T14:30:SUBTRACT"], due: "2026-03-09T17:00", why: "nothing shifts" },
  { received: "2026-03-02T08:00", limit: "5wd", pauses: ["2026-03-03T10:00/2026-03-05T14:30:NONE"], due: "2026-03-09T17:00", why: "no pause" },
  { received: "2026-03-09T07:00", limit: "8wh", pauses: ["2026-03-09T09:00/2026-03-09T10:00:EXTEND"], policy: minutes, due: "2026-03-10T08:00", why: "six hours remained; five of them on Monday from 10:00" },
  { received: "2026-03-09T08:00", limit: "8wh", policy: days, pauses: ["2026-03-09T09:00/2026-03-09T10:00:EXTEND"], due: "2026-03-10T09:00", why: "a due date inside a session moves by minutes under either reading" },
  { received: "2026-03-09T08:00", limit: "3wd", policy: minutes, pauses: ["2026-03-09T20:00/2026-03-10T06:00:EXTEND"], due: "2026-03-12T17:00", why: "a pause of one night takes no working time" },
  { received: "2026-03-12T09:00", limit: "3wd", policy: minutes, pauses: ["2026-03-13T17:00/2026-03-16T07:00:EXTEND"], due: "2026-03-17T17:00", why: "nor does one of a weekend" },
  { received: "2026-03-09T08:00", limit: "3wd", policy: minutes, pauses: ["2026-03-10T08:00/2026-03-10T09:00:EXTEND", "2026-03-11T10:00/2026-03-11T14:30:EXTEND"], due: "2026-03-13T10:30", why: "an hour, then 2.5 hours of work, on Friday morning" },
  { received: "2026-03-09T08:00", limit: "3wd", policy: minutes, pauses: ["2026-03-10T07:00/2026-03-10T11:30:EXTEND", "2026-03-10T09:00/2026-03-10T15:30:EXTEND"], due: "2026-03-13T15:30", why: "overlapping pauses count once: 6.5 hours of Friday" },
  { received: "2026-03-09T08:00", limit: "2wd", policy: minutes, pauses: ["2026-03-10T10:00/2026-03-11T10:00:RESTART", "2026-03-12T07:00/2026-03-12T09:00:EXTEND"], due: "2026-03-16T09:00", why: "again from Wednesday: Friday; then two hours of Monday" },
  { received: "2026-03-09T08:00", limit: "2wd", policy: minutes, pauses: ["2026-03-12T07:00/2026-03-12T09:00:EXTEND", "2026-03-10T10:00/2026-03-11T10:00:RESTART"], due: "2026-03-16T09:00", why: "pauses are taken in the order in which they began, however they are listed" },
  { received: "2026-03-09T08:00", limit: "1wd", policy: minutes, pauses: ["2026-03-11T08:00/2026-03-13T08:00:EXTEND"], due: "2026-03-10T17:00", why: "a pause after the due date heals nothing" },
  { received: "2026-03-09T08:00", limit: "1wd", policy: minutes, pauses: ["2026-03-11T08:00/2026-03-13T08:00:RESTART"], due: "2026-03-16T17:00", why: "a restart gives the whole limit, late or not" },
  { received: "2026-02-09T08:00", limit: "5wd", policy: minutes, pauses: ["2026-02-11T07:00/2026-02-24T07:00:EXTEND"], due: "2026-02-27T17:00", why: "32 hours remained (11, 12, 13, 23/02): four days from Tuesday 24" },
  { received: "2026-02-09T08:00", limit: "5wd", policy: days, pauses: ["2026-02-11T07:00/2026-02-24T07:00:EXTEND"], due: "2026-02-27T17:00", why: "12, 13, 23, 24 were passed: Monday 23 becomes Friday 27" },
  { received: "2026-03-09T10:00", limit: "24h", policy: minutes, pauses: ["2026-03-09T12:00/2026-03-09T15:00:EXTEND"], due: "2026-03-10T13:00", why: "hours that run at night are given back as such: 22 from 15:00" },
  { received: "2026-03-09T10:00", limit: "24h", pauses: ["2026-03-09T12:00/2026-03-09T15:00:RESTART"], due: "2026-03-10T15:00", why: "24 hours again from 15:00" },
  { received: "2026-03-09T08:00", limit: "10d", policy: minutes, pauses: ["2026-03-12T07:00/2026-03-13T07:00:EXTEND"], due: "2026-03-20T17:00", why: "48 working hours remained to Thursday 19: six days from Friday 13" },
  { received: "2026-03-09T08:00", limit: "10d", pauses: ["2026-03-12T07:00/2026-03-13T07:00:RESTART"], due: "2026-03-23T17:00", why: "ten days again from Friday 13" },
  { received: "2026-03-09T09:00", limit: "same-day", policy: minutes, pauses: ["2026-03-09T10:00/2026-03-09T11:00:EXTEND"], due: "2026-03-10T08:00", why: "five hours remained: half an hour, 3.5, one on Tuesday" },
  { received: "2026-03-09T09:00", limit: "same-day", policy: days, pauses: ["2026-03-09T10:00/2026-03-09T11:00:EXTEND"], due: "2026-03-09T17:00", why: "the pause passed no working day" },
  { received: "2026-03-09T09:00", limit: "same-day", pauses: ["2026-03-09T10:00/2026-03-09T15:30:RESTART"], due: "2026-03-10T17:00", why: "complete after 15:00: the next working day" },
  { received: "2026-03-09T09:15", limit: "2wd", mode: "SAME_TIME", policy: minutes, pauses: ["2026-03-10T09:15/2026-03-10T11:15:EXTEND"], due: "2026-03-11T11:15", why: "two hours later" },
  { received: "2026-03-14T10:00", limit: "1wd", policy: minutes, pauses: ["2026-03-14T12:00/2026-03-15T12:00:EXTEND"], due: "2026-03-17T17:00", why: "the clock had not begun when it was paused" },
  { received: "2026-03-09T08:00", limit: "1wd", policy: minutes, pauses: ["2026-03-09T10:00/2026-03-09T14:30:EXTEND"], due: "2026-03-11T09:30", why: "2.5 hours of the day of receipt were lost, and are given back" },
  { received: "2026-03-09T08:00", limit: "1mo", policy: minutes, pauses: ["2026-03-10T07:00/2026-03-11T07:00:EXTEND"], due: "2026-04-10T17:00", why: "one working day after Thursday 09/04" },
  { received: "2026-08-20T08:00", limit: "2wd", policy: minutes, pauses: ["2026-08-21T07:00/2026-08-22T07:00:EXTEND"], due: "2026-08-24T17:00", why: "16 hours from the worked Saturday: it and Monday" },
  { received: "2026-03-09T08:00", limit: "1wd", policy: days, pauses: ["2026-03-10T10:00/2026-03-11T18:00:EXTEND"], due: "2026-03-12T17:00", why: "paused on its last day, resumed after Wednesday's closing: not due before work is resumed" },
  { received: "2026-03-09T08:00", limit: "1wd", policy: days, pauses: ["2026-03-10T10:00/2026-03-14T09:00:EXTEND"], due: "2026-03-16T17:00", why: "resumed on Saturday: Monday, not the Friday before" },
  { received: "2026-03-09T08:00", limit: "3wd", extensions: ["2026-03-12T10:00+3wd"], due: "2026-03-17T17:00", why: "three days after the promised Thursday 12: 13, 16, 17" },
  { received: "2026-03-09T08:00", limit: "3wd", extensions: ["2026-03-13T09:00+1wd"], due: "2026-03-16T17:00", why: "granted a day late: counted from that day" },
  { received: "2026-03-09T08:00", limit: "3wd", extensions: ["2026-03-11T10:00+4wh"], due: "2026-03-13T11:00", why: "four hours after Thursday's end" },
  { received: "2026-03-09T08:00", limit: "3wd", extensions: ["2026-03-11T10:00+5d"], due: "2026-03-17T17:00", why: "five calendar days after Thursday 12" },
  { received: "2026-03-09T08:00", limit: "3wd", policy: days, pauses: ["2026-03-10T10:00/2026-03-11T10:00:EXTEND"], extensions: ["2026-03-12T10:00+2wd"], due: "2026-03-17T17:00", why: "paused over Wednesday: Friday 13; then Monday, Tuesday" },
];
