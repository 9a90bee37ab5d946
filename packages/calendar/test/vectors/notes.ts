import type { Vector } from "./vector.ts";

/** E1–E6 of the domain notes, word for word, with what they say of other readings. */
export const notes: readonly Vector[] = [
  { received: "2026-11-18T09:15", limit: "3wd", due: "2026-11-23T17:00", why: "E1: Wednesday is not counted; Thursday, Friday, Monday" },
  { received: "2026-11-18T09:15", limit: "3wd", mode: "SAME_TIME", due: "2026-11-23T09:15", why: "E1 at the clock time of the receipt" },
  { received: "2026-11-20T14:00", limit: "2wd", due: "2026-11-25T17:00", why: "E2: Monday 23, Culture Day 24 off, Wednesday 25" },
  { received: "2026-08-21T18:10", limit: "1wd", due: "2026-08-24T17:00", why: "E3: after closing, counted from Saturday 22 worked; Monday 24" },
  { received: "2026-08-21T18:10", limit: "8wh", due: "2026-08-22T17:00", why: "E3 as eight working hours: all of Saturday, ending with its session" },
  { received: "2026-02-11T10:00", limit: "5wd", due: "2026-02-25T17:00", why: "E4: 12, 13, Tết 16–20 off, 23, 24, 25" },
  { received: "2026-12-31T15:30", limit: "4wh", due: "2027-01-04T09:30", why: "E5: 90 minutes on Thursday, New Year and weekend off, 150 minutes on Monday" },
  { received: "2026-02-13T15:20", limit: "same-day", due: "2026-02-23T17:00", why: "E6: after 15:00, the next working day is after Tết" },
];
