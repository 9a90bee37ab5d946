import type { Vector } from "./vector.ts";

/** Sessions per unit and weekday. */
export const weeks: readonly Vector[] = [
  { received: "2026-11-18T09:15", limit: "3wd", week: "halfPastSeven", due: "2026-11-23T17:30", why: "this unit closes at 17:30" },
  { received: "2026-03-09T17:00", limit: "1wh", week: "halfPastSeven", due: "2026-03-10T08:00", why: "half an hour to 17:30, half from 07:30" },
  { received: "2026-03-09T17:10", limit: "1wd", week: "halfPastSeven", due: "2026-03-10T17:30", why: "17:10 is inside this unit's afternoon" },
  { received: "2026-03-12T09:00", limit: "2wd", week: "saturdayMorning", due: "2026-03-14T11:30", why: "Friday, Saturday, which closes at 11:30" },
  { received: "2026-03-12T09:00", limit: "3wd", week: "saturdayMorning", due: "2026-03-16T17:00", why: "a Saturday morning is a working day" },
  { received: "2026-03-13T13:30", limit: "10wh", week: "saturdayMorning", due: "2026-03-16T09:00", why: "3.5 on Friday, 4.5 on Saturday, two on Monday" },
  { received: "2026-08-21T09:00", limit: "1wd", week: "saturdayMorning", due: "2026-08-22T17:00", why: "a swapped Saturday is worked like the weekday it makes up" },
  { received: "2026-08-31T09:00", limit: "1wd", week: "saturdayMorning", due: "2026-09-04T17:00", why: "31/08–02/09 off; received on Thursday 03/09, Friday 04/09" },
  { received: "2026-03-09T08:00", limit: "0.5wd", week: "throughNoon", due: "2026-03-09T12:00", why: "no lunch break" },
  { received: "2026-03-09T09:00", limit: "8wh", week: "throughNoon", due: "2026-03-10T09:00", why: "seven on Monday, one on Tuesday" },
  { received: "2026-03-09T16:00", limit: "1wd", week: "throughNoon", due: "2026-03-11T16:00", why: "16:00 is closing here: received on Tuesday" },
  { received: "2026-03-13T09:00", limit: "1wd", week: "sixDays", due: "2026-03-14T17:00", why: "Saturday is a full day" },
  { received: "2026-03-14T18:00", limit: "1wd", week: "sixDays", due: "2026-03-17T17:00", why: "Saturday after closing: received on Monday" },
  { received: "2026-03-12T09:00", limit: "1wd", week: "earlyFriday", due: "2026-03-13T16:00", why: "Friday closes at 16:00" },
  { received: "2026-03-12T16:30", limit: "1wd", mode: "SAME_TIME", week: "earlyFriday", due: "2026-03-13T16:00", why: "16:30 is after Friday's closing" },
  { received: "2026-03-13T15:00", limit: "2wh", week: "earlyFriday", due: "2026-03-16T08:00", why: "an hour on Friday, an hour on Monday" },
];
