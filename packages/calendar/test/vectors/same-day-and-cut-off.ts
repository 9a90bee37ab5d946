import type { Vector } from "./vector.ts";

/** The same-day rule, and a cut-off on every unit. */
export const sameDayAndCutOff: readonly Vector[] = [
  { received: "2026-03-09T09:00", limit: "same-day", due: "2026-03-09T17:00", why: "in the day" },
  { received: "2026-03-09T15:00", limit: "same-day", due: "2026-03-09T17:00", why: "15:00 itself is in time" },
  { received: "2026-03-09T15:01", limit: "same-day", due: "2026-03-10T17:00", why: "after 15:00: the next working day" },
  { received: "2026-03-09T15:00:01", limit: "same-day", due: "2026-03-10T17:00", why: "a second after 15:00 is after 15:00" },
  { received: "2026-03-09T06:00", limit: "same-day", due: "2026-03-09T17:00", why: "before opening is still that day" },
  { received: "2026-03-09T12:00", limit: "same-day", due: "2026-03-09T17:00", why: "at lunch" },
  { received: "2026-03-09T18:00", limit: "same-day", due: "2026-03-10T17:00", why: "after closing" },
  { received: "2026-03-14T10:00", limit: "same-day", due: "2026-03-16T17:00", why: "a rest day has no same day: Monday" },
  { received: "2026-03-13T15:30", limit: "same-day", due: "2026-03-16T17:00", why: "Friday after 15:00: Monday" },
  { received: "2026-03-09T11:01", limit: "same-day", cutOff: "11:00", due: "2026-03-10T17:00", why: "a procedure's own cut-off" },
  { received: "2026-03-09T16:00", limit: "same-day", cutOff: "16:30", due: "2026-03-09T17:00", why: "a later cut-off" },
  { received: "2026-03-09T16:00", limit: "same-day", policy: { sameDayCutOff: "16:30" }, due: "2026-03-09T17:00", why: "a unit's policy gives the cut-off a limit does not name" },
  { received: "2026-03-14T12:00", limit: "same-day", week: "saturdayMorning", due: "2026-03-16T17:00", why: "before 15:00, but Saturday closed at 11:30" },
  { received: "2026-03-14T10:00", limit: "same-day", week: "saturdayMorning", due: "2026-03-14T11:30", why: "Saturday's own closing" },
  { received: "2026-03-09T15:30", limit: "3wd", cutOff: "15:00", due: "2026-03-13T17:00", why: "received on Tuesday: Wednesday, Thursday, Friday" },
  { received: "2026-03-09T15:00", limit: "3wd", cutOff: "15:00", due: "2026-03-12T17:00", why: "at the cut-off is in time" },
  { received: "2026-03-09T14:59", limit: "1wd", cutOff: "15:00", due: "2026-03-10T17:00", why: "before the cut-off nothing changes" },
  { received: "2026-03-09T15:30", limit: "1wh", cutOff: "15:00", due: "2026-03-10T08:00", why: "from Tuesday's opening" },
  { received: "2026-03-09T15:30", limit: "30min", cutOff: "15:00", due: "2026-03-10T07:30", why: "from Tuesday's opening" },
  { received: "2026-03-09T15:30", limit: "1d", cutOff: "15:00", due: "2026-03-11T17:00", why: "received on Tuesday: Wednesday" },
  { received: "2026-03-13T15:30", limit: "1d", cutOff: "15:00", due: "2026-03-17T17:00", why: "received on Monday: Tuesday" },
  { received: "2026-03-14T09:00", limit: "1d", cutOff: "15:00", due: "2026-03-17T17:00", why: "with a cut-off a rest day's receipt is the next working day's too, or Saturday would beat Friday 15:30" },
  { received: "2026-03-31T15:30", limit: "1mo", cutOff: "15:00", due: "2026-05-04T17:00", why: "received on 01/04: 01/05 is a holiday, Monday 04/05" },
  { received: "2026-03-09T15:30", limit: "0.5wd", cutOff: "15:00", due: "2026-03-10T11:00", why: "four hours from Tuesday's opening" },
];
