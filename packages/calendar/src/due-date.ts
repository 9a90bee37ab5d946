import { type Day, dayOf } from "./day-of.ts";
import type { Duration } from "./duration.ts";
import { addDays, addMonths, clockMinutes, instantOf, type LocalTime, localTime } from "./local-time.ts";
import type { DayKind, WorkCalendar } from "./work-calendar.ts";

/** `END_OF_DAY`: the end of the last session of the last day (the legal reading); `SAME_TIME`: the clock time of the start. */
export type DueMode = "END_OF_DAY" | "SAME_TIME";

/** What is asked of {@link dueDate}. */
export interface DueDateRequest {
  /** ISO 8601 instant. */
  readonly start: string;
  readonly limit: Duration;
  readonly calendar: WorkCalendar;
  /** @default END_OF_DAY */
  readonly mode?: DueMode;
  /** Local time `HH:mm`: received after it, the limit starts on the next working day. */
  readonly cutOff?: string;
}

/** One day on the way to a due date. */
export interface CountedDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly counted: boolean;
  /** In Vietnamese, for the receipt's reader. */
  readonly why: string;
}

/** A due date and its why. Instants are ISO 8601 with `+07:00`. */
export interface DueDate {
  readonly due: string;
  /** When counting began: the receipt, moved into working time. */
  readonly start: string;
  /** Whether a day on the way is not officially announced yet. */
  readonly provisional: boolean;
  readonly days: readonly CountedDay[];
}

/** Working minutes of a full day: eight hours, whatever a unit's sessions add up to. */
const DAY_MINUTES = 8 * 60;
/** More days than any limit has: a calendar without sessions must not loop. */
const HORIZON_DAYS = 3_700;

/**
 * The due date of a limit that starts at an instant. The day of the start is not counted in working days; a limit in
 * calendar days or months that ends on a rest day ends with the next working day (Civil Code 2015, Articles 147–148).
 * @throws RangeError when the start is no instant or the calendar has no working day
 */
export function dueDate(request: DueDateRequest): DueDate {
  return new Count(request).due();
}

/** One count, with the days it walked over. */
class Count {
  readonly #request: DueDateRequest;
  readonly #days = new Map<string, CountedDay & { readonly provisional: boolean }>();

  constructor(request: DueDateRequest) {
    this.#request = request;
  }

  due(): DueDate {
    const { limit } = this.#request;
    const received = localTime(this.#request.start);
    const start = this.#begin(received);
    const end = this.#end(received, start, limit);
    const days = [...this.#days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
    return {
      due: instantOf(end),
      start: instantOf(start),
      provisional: days.some(({ provisional }) => provisional),
      days: days.map(({ provisional: _, ...day }) => day),
    };
  }

  #end(received: LocalTime, start: LocalTime, { value, unit }: Duration): LocalTime {
    switch (unit) {
      case "same-day":
        return this.#endOfDay(start.date);
      case "min":
        return this.#consume(start, value);
      case "wh":
        return this.#consume(start, value * 60);
      case "wd":
        return this.#workingDays(start, value);
      case "h":
        return localTime(new Date(Date.parse(instantOf(received)) + value * 3_600_000));
      case "d":
        return this.#calendarEnd(received, addDays(received.date, value));
      case "mo":
        return this.#calendarEnd(received, addMonths(received.date, value));
    }
  }

  /** The receipt moved into working time, past the cut-off to the next working day. */
  #begin(received: LocalTime): LocalTime {
    const { cutOff } = this.#request;
    const late = cutOff !== undefined && received.minutes > clockMinutes(cutOff) && this.#look(received.date).sessions.length > 0;
    if (late) {
      this.#mark(received.date, false, `tiếp nhận sau ${cutOff}: tính từ ngày làm việc tiếp theo`);
      return this.#firstSession(this.#nextWorking(received.date));
    }
    return this.#normalise(received);
  }

  #normalise(at: LocalTime): LocalTime {
    const day = this.#look(at.date);
    for (const { from, to } of day.sessions) {
      if (at.minutes < from) return { date: at.date, minutes: from };
      if (at.minutes < to) return at;
    }
    return this.#firstSession(this.#nextWorking(at.date));
  }

  #workingDays(start: LocalTime, value: number): LocalTime {
    const whole = Math.floor(value);
    this.#mark(start.date, false, "ngày tiếp nhận, không tính");
    let { date } = start;
    for (let counted = 0; counted < whole; counted += 1) {
      date = this.#nextWorking(date).date;
      this.#mark(date, true);
    }
    if (value > whole) return this.#consume(whole === 0 ? start : { date, minutes: start.minutes }, (value - whole) * DAY_MINUTES);
    return this.#request.mode === "SAME_TIME" ? { date, minutes: start.minutes } : this.#endOfDay(date);
  }

  /** Uses up session minutes; ending exactly with a session stays there. */
  #consume(start: LocalTime, minutes: number): LocalTime {
    let left = minutes;
    let at = this.#normalise(start);
    while (left > 0) {
      const session = this.#look(at.date).sessions.find(({ from, to }) => at.minutes >= from && at.minutes < to);
      if (session === undefined) throw new RangeError("the calendar has no session here");
      this.#mark(at.date, true);
      const used = Math.min(left, session.to - at.minutes);
      left -= used;
      const stop = { date: at.date, minutes: at.minutes + used };
      if (left === 0) return stop;
      at = this.#normalise(stop);
    }
    return at;
  }

  #calendarEnd(received: LocalTime, last: string): LocalTime {
    this.#mark(received.date, false, "ngày tiếp nhận, không tính");
    for (let date = addDays(received.date, 1); date <= last; date = addDays(date, 1)) this.#mark(date, true);
    if (this.#look(last).sessions.length > 0) return this.#endOfDay(last);
    return this.#endOfDay(this.#nextWorking(last).date);
  }

  #endOfDay(date: string): LocalTime {
    const day = this.#look(date);
    return { date, minutes: day.sessions.at(-1)?.to ?? 0 };
  }

  #firstSession(day: Day): LocalTime {
    return { date: day.date, minutes: day.sessions[0]?.from ?? 0 };
  }

  #nextWorking(date: string): Day {
    let next = date;
    for (let tries = 0; tries < HORIZON_DAYS; tries += 1) {
      next = addDays(next, 1);
      const day = this.#look(next);
      if (day.sessions.length > 0) return day;
      this.#mark(next, false);
    }
    throw new RangeError("the calendar has no working day");
  }

  #look(date: string): Day {
    return dayOf(date, this.#request.calendar);
  }

  #mark(date: string, counted: boolean, why?: string): void {
    const day = this.#look(date);
    const before = this.#days.get(date);
    this.#days.set(date, {
      date,
      kind: day.kind,
      counted: counted || (before?.counted ?? false),
      why: why ?? before?.why ?? day.why,
      provisional: day.provisional,
    });
  }
}
