export type { Duration, DurationUnit } from "./duration.ts";
export { parseDuration } from "./duration.ts";
export type { CalendarYear, DayKind, Session, SpecialDay, WorkCalendar } from "./work-calendar.ts";
export type { CountedDay, DueDate, DueDateRequest } from "./due-date.ts";
export { dueDate } from "./due-date.ts";
