import { type Duration, parseDuration } from "@motcua/calendar";
import type { Problem, Procedure, Step, Text } from "@motcua/procedure";

/** What is refused about the legal times of a workflow. `{…}` stands for what was found. */
export const LEGAL_TIME_PROBLEMS = {
  "legal-time-over-limit": {
    message: {
      vi: "đến bước “{step}” các thời hạn theo luật cộng lại là {sum} ngày làm việc, quá thời hạn giải quyết {limit} ngày làm việc",
      en: "up to the step “{step}” the legal times add up to {sum} working days, above the limit of {limit} working days",
    },
    hint: {
      vi: "sửa \"legalLimit\" của bước hoặc \"limit\" của trường hợp; thời gian luật cho thêm thì ghi \"extension\": \"apologise\"",
      en: "put \"legalLimit\" of the step or \"limit\" of the case right; time the law adds has \"extension\": \"apologise\"",
    },
  },
} satisfies Readonly<Record<string, { readonly message: Text; readonly hint: Text }>>;

/** Working days in one of a unit; elapsed and calendar time cannot be compared without a date. */
const IN_WORKING_DAYS: Partial<Record<Duration["unit"], number>> = { min: 1 / 480, wh: 1 / 8, wd: 1 };

/**
 * Holds the legal times of the steps, along the way of the first outcomes, to the longest limit any case has: what the law
 * gives each part cannot exceed what it gives the whole. Extensions do not count; the office's own allocations neither.
 */
export function legalTimeProblems({ cases, workflow }: Procedure): readonly Problem[] {
  const limits = Object.values(cases).flatMap(({ limit }) => [limit.time, ...Object.values(limit.byChannel ?? {})].map(workingDays));
  if (limits.some((limit) => limit === undefined)) return [];
  const limit = Math.max(...limits.map((days) => days ?? 0));
  let sum = 0;
  for (const id of firstWay(workflow)) {
    const days = legalDays(workflow.steps[id]);
    sum += days;
    if (days > 0 && sum > limit) return [overLimit(id, { sum, limit })];
  }
  // Besides the first way: no step alone may take longer than the whole.
  return Object.entries(workflow.steps).flatMap(([id, step]) => (legalDays(step) > limit ? [overLimit(id, { sum: legalDays(step), limit })] : []));
}

function firstWay({ start, steps }: Procedure["workflow"]): readonly string[] {
  const way: string[] = [];
  for (let id: string | undefined = start; id !== undefined && !way.includes(id); ) {
    const step: Step | undefined = steps[id];
    if (step === undefined) break;
    way.push(id);
    id = Object.values(step.next)[0];
  }
  return way;
}

function legalDays(step: Step | undefined): number {
  if (step === undefined || ("extension" in step && step.extension !== undefined)) return 0;
  return step.legalLimit === undefined ? 0 : (workingDays(step.legalLimit.time) ?? 0);
}

/** A limit of the same day is one working day here. */
function workingDays(text: string): number | undefined {
  const duration = parseDuration(text);
  if (duration === undefined) return undefined;
  if (duration.unit === "same-day") return 1;
  const days = IN_WORKING_DAYS[duration.unit];
  return days === undefined ? undefined : duration.value * days;
}

function overLimit(step: string, given: { readonly sum: number; readonly limit: number }): Problem {
  const { message, hint } = LEGAL_TIME_PROBLEMS["legal-time-over-limit"];
  const fill = (text: string) => text.replace("{step}", step).replace("{sum}", String(given.sum)).replace("{limit}", String(given.limit));
  return { code: "legal-time-over-limit", pointer: `/workflow/steps/${step}/legalLimit/time`, message: { vi: fill(message.vi), en: fill(message.en) }, hint };
}
