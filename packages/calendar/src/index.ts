export type { Duration, DurationUnit } from "./duration.ts";
export { parseDuration } from "./duration.ts";
export type { CalendarYear, DayKind, Session, SpecialDay, WorkCalendar } from "./work-calendar.ts";
export type { CountedDay, DueDate, DueDateRequest, DueMode } from "./due-date.ts";
export { dueDate } from "./due-date.ts";
export type { PausePolicy, ResumeRequest } from "./resume-due.ts";
export { resumeDue } from "./resume-due.ts";
export { workingDaysBetween, workingMinutes } from "./working-time.ts";
export { localDate, localTime, type LocalTime } from "./local-time.ts";
