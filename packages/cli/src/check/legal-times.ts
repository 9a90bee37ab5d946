import { type Duration, parseDuration } from "@motcua/calendar";
import { type Problem, type Procedure, type Step, type Text, windowSteps } from "@motcua/procedure";

interface LegalTimeText {
  readonly message: Text;
  readonly hint: Text;
  readonly severity?: "warning";
}

/** What is refused about the times of a workflow. `{…}` stands for what was found. */
export const LEGAL_TIME_PROBLEMS = {
  "legal-time-over-limit": {
    message: {
      vi: "đến “{step}” các thời hạn theo luật cộng lại là {sum} ngày làm việc, quá thời hạn giải quyết {limit} ngày làm việc",
      en: "up to “{step}” the legal times add up to {sum} working days, above the limit of {limit} working days",
    },
    hint: {
      vi: "sửa \"legalLimit\" của bước, \"windows\" hoặc \"limit\" của trường hợp; thời gian luật cho thêm thì ghi \"extension\": \"apologise\"",
      en: "put \"legalLimit\" of the step, \"windows\" or \"limit\" of the case right; time the law adds has \"extension\": \"apologise\"",
    },
  },
  "step-time-over-limit": {
    message: { vi: "“{step}” có {sum}, chắc chắn quá {limit} của {whole}", en: "“{step}” has {sum}, certainly above the {limit} of {whole}" },
    hint: { vi: "sửa thời gian của bước, hoặc thời hạn của phần lớn hơn", en: "put the step's time right, or the limit of the greater part" },
  },
  "office-times-over-limit": {
    message: {
      vi: "đến bước “{step}” thời gian phân bổ cộng lại là {sum} ngày làm việc, quá thời hạn giải quyết {limit} ngày làm việc",
      en: "up to the step “{step}” the office's own times add up to {sum} working days, above the limit of {limit} working days",
    },
    hint: { vi: "giảm \"time\" của các bước: hồ sơ nào cũng sẽ trễ", en: "lower \"time\" of the steps: every dossier would be late" },
    severity: "warning",
  },
} as const satisfies Readonly<Record<string, LegalTimeText>>;

/** Working days in one of a unit; elapsed and calendar time cannot be compared without a date. */
const IN_WORKING_DAYS: Partial<Record<Duration["unit"], number>> = { min: 1 / 480, wh: 1 / 8, wd: 1 };

/** Days off in a row that a stretch of working days may meet besides weekends: the longest Tết, and weekends at both ends. */
const MOST_DAYS_OFF = 13;

/** The fewest and the most calendar days a duration can take. */
const IN_CALENDAR_DAYS: Readonly<Record<Duration["unit"], (value: number) => readonly [fewest: number, most: number]>> = {
  min: (value) => [0, value / 480 + MOST_DAYS_OFF],
  wh: (value) => [Math.max(0, Math.ceil(value / 8) - 1), (value / 8) * 1.4 + MOST_DAYS_OFF],
  h: (value) => [value / 24, value / 24 + MOST_DAYS_OFF],
  wd: (value) => [value, value * 1.4 + MOST_DAYS_OFF],
  d: (value) => [value, value + MOST_DAYS_OFF],
  mo: (value) => [value * 28, value * 31 + MOST_DAYS_OFF],
  "same-day": () => [0, MOST_DAYS_OFF],
};

/**
 * Holds the times of the steps, along the way of the first outcomes from acceptance, to the longest limit any case has: what
 * the law gives each part, a step or a window over several, cannot exceed what it gives the whole, nor a fork's branch what
 * the fork has, nor a step what its window has. Parts that overlap are not added up. Extensions do not
 * count. What the office allots itself is held to the same limit, as a warning.
 */
export function legalTimeProblems({ cases, workflow }: Procedure): readonly Problem[] {
  const limits = Object.values(cases).flatMap(({ limit }) => [limit.time, ...Object.values(limit.byChannel ?? {}), ...(limit.then ?? []).map((found) => found.limit)]);
  return [...sumsOver(workflow, limits), ...stepsOver(workflow, limits), ...windowsOver(workflow, limits), ...branchesOver(workflow)];
}

function sumsOver(workflow: Procedure["workflow"], limits: readonly string[]): readonly Problem[] {
  const known = limits.map(workingDays).filter((days) => days !== undefined);
  if (known.length < limits.length) return [];
  const limit = Math.max(...known);
  return [
    ...legalOver(workflow, limit),
    ...firstOver({ workflow, limit, daysOf: officeDays, told: (step, sum) => problem("office-times-over-limit", `steps/${step}/time`, { step, sum: rounded(sum), limit }) }),
  ];
}

/** A legal time on the way: of one step, or of a window, from one place on it to another. */
interface LegalPart {
  readonly first: number;
  readonly last: number;
  readonly days: number;
  readonly name: string;
  readonly path: string;
}

/** The most that legal times which follow each other can add up to, place by place on the way. */
function legalOver(workflow: Procedure["workflow"], limit: number): readonly Problem[] {
  const way = countedWay(workflow);
  const parts = legalParts(workflow, way);
  const sums: number[] = [];
  for (const place of way.keys()) {
    const before = sums[place - 1] ?? 0;
    const ending = parts.filter(({ last }) => last === place).map((part) => ({ part, sum: (sums[part.first - 1] ?? 0) + part.days }));
    const most = ending.toSorted((one, other) => other.sum - one.sum)[0];
    if (most !== undefined && most.sum > limit + 1e-9) return [problem("legal-time-over-limit", most.part.path, { step: most.part.name, sum: rounded(most.sum), limit })];
    sums.push(Math.max(before, most?.sum ?? 0));
  }
  return [];
}

function legalParts(workflow: Procedure["workflow"], way: readonly string[]): readonly LegalPart[] {
  const steps = way.map((id, place) => ({ first: place, last: place, days: legalDays(workflow.steps[id]), name: id, path: `steps/${id}/legalLimit/time` }));
  const windows = (workflow.windows ?? []).map((window, index) => {
    const inside = windowSteps(workflow, window);
    const places = way.flatMap((id, place) => (inside.has(id) ? [place] : []));
    return { first: places[0] ?? 0, last: places.at(-1) ?? -1, days: workingDays(window.limit) ?? 0, name: window.id, path: `windows/${index}/limit` };
  });
  return [...steps, ...windows].filter(({ days }) => days > 0);
}

/** A window is no longer than every limit, and none of its steps longer than the window. */
function windowsOver(workflow: Procedure["workflow"], limits: readonly string[]): readonly Problem[] {
  return (workflow.windows ?? []).flatMap((window, index) => {
    const { id, limit } = window;
    const whole = limits.every((most) => isLonger(limit, most)) ? [over(`windows/${index}`, { name: id, key: "limit", time: limit, limit: limits.join(", "), whole: "limit" })] : [];
    const steps = [...windowSteps(workflow, window)].flatMap((name) => {
      const step = workflow.steps[name];
      if (step === undefined || isOutside(step)) return [];
      return legalTimesOf(step).flatMap(([key, time]) => (isLonger(time, limit) ? [over(`steps/${name}`, { name, key, time, limit, whole: id })] : []));
    });
    return [...whole, ...steps];
  });
}

interface Summing {
  readonly workflow: Procedure["workflow"];
  readonly limit: number;
  readonly daysOf: (step: Step | undefined) => number;
  readonly told: (step: string, sum: number) => Problem;
}

function firstOver({ workflow, limit, daysOf, told }: Summing): readonly Problem[] {
  let sum = 0;
  for (const id of countedWay(workflow)) {
    const days = daysOf(workflow.steps[id]);
    sum += days;
    if (days > 0 && sum > limit + 1e-9) return [told(id, sum)];
  }
  return [];
}

/** The way of the first outcomes, from acceptance. */
function countedWay(workflow: Procedure["workflow"]): readonly string[] {
  const way = wayFrom(workflow, workflow.start);
  return way.slice(Math.max(0, way.findIndex((id) => workflow.steps[id]?.kind === "intake")));
}

/** The steps a dossier takes by the first outcome of each. */
function wayFrom({ steps }: Procedure["workflow"], start: string): readonly string[] {
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
  if (step === undefined || isOutside(step)) return 0;
  return step.legalLimit === undefined ? 0 : (workingDays(step.legalLimit.time) ?? 0);
}

/** A step that may be skipped need not take its time; the result lies ready before it is handed over. */
function officeDays(step: Step | undefined): number {
  return step?.time === undefined || step.kind === "return" || step.when !== undefined || isOutside(step) ? 0 : (workingDays(step.time) ?? 0);
}

/** Time outside the limit: the law adds it, or it is somebody else's. */
function isOutside(step: Step): boolean {
  return step.offClock !== undefined || ("extension" in step && step.extension !== undefined);
}

/** Steps that alone take longer than any limit, whatever the calendar. */
function stepsOver({ steps }: Procedure["workflow"], limits: readonly string[]): readonly Problem[] {
  const counted = afterIntake(steps);
  return Object.entries(steps).flatMap(([id, step]) =>
    isOutside(step) || (step.kind === "wait" && !counted.has(id)) ? [] : legalTimesOf(step).flatMap(([key, time]) => (limits.every((limit) => isLonger(time, limit)) ? [over(`steps/${id}`, { name: id, key, time, limit: limits.join(", "), whole: "limit" })] : [])),
  );
}

/** Steps a dossier may come to once it is accepted: a posting before that is no part of its time. */
function afterIntake(steps: Procedure["workflow"]["steps"]): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = Object.values(steps).flatMap((step) => (step.kind === "intake" ? leadsTo(step) : []));
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const step = steps[id];
    if (step === undefined || reached.has(id)) continue;
    reached.add(id);
    queue.push(...leadsTo(step));
  }
  return reached;
}

function leadsTo(step: Step): readonly string[] {
  const branches = step.kind === "fork" ? Object.values(step.branches).map(({ start }) => start) : [];
  return [...Object.values(step.next), ...(step.skip === undefined ? [] : [step.skip]), ...branches];
}

/** A branch of a fork runs inside the fork's own time. */
function branchesOver(workflow: Procedure["workflow"]): readonly Problem[] {
  return Object.entries(workflow.steps).flatMap(([fork, step]) => {
    const limit = step.legalLimit?.time;
    if (step.kind !== "fork" || limit === undefined) return [];
    return Object.values(step.branches).flatMap(({ start }) =>
      wayFrom(workflow, start).flatMap((id) => {
        const inside = workflow.steps[id];
        if (inside === undefined || isOutside(inside)) return [];
        return legalTimesOf(inside).flatMap(([key, time]) => (isLonger(time, limit) ? [over(`steps/${id}`, { name: id, key, time, limit, whole: fork })] : []));
      }),
    );
  });
}

function legalTimesOf(step: Step): readonly (readonly [key: string, time: string])[] {
  return [
    ...(step.legalLimit === undefined ? [] : [["legalLimit/time", step.legalLimit.time] as const]),
    ...(step.kind === "consult" || "by" in step ? [["within", step.within] as const] : []),
    ...(step.kind === "wait" ? [["duration", step.duration] as const] : []),
  ];
}

/** Whether one duration is longer than another in any calendar. */
function isLonger(time: string, limit: string): boolean {
  const [days, most] = [workingDays(time), workingDays(limit)];
  if (days !== undefined && most !== undefined) return days > most;
  const [one, other] = [parseDuration(time), parseDuration(limit)];
  if (one === undefined || other === undefined) return false;
  if (one.unit === other.unit) return one.value > other.value;
  return IN_CALENDAR_DAYS[one.unit](one.value)[0] > IN_CALENDAR_DAYS[other.unit](other.value)[1];
}

/** A limit of the same day is one working day here. */
function workingDays(text: string): number | undefined {
  const duration = parseDuration(text);
  if (duration === undefined) return undefined;
  if (duration.unit === "same-day") return 1;
  const days = IN_WORKING_DAYS[duration.unit];
  return days === undefined ? undefined : duration.value * days;
}

function rounded(days: number): number {
  return Math.round(days * 100) / 100;
}

interface Over {
  readonly name: string;
  readonly key: string;
  readonly time: string;
  readonly limit: string;
  readonly whole: string;
}

function over(path: string, { name, key, time, limit, whole }: Over): Problem {
  return problem("step-time-over-limit", `${path}/${key}`, { step: name, sum: time, limit, whole });
}

function problem(code: keyof typeof LEGAL_TIME_PROBLEMS, path: string, given: Readonly<Record<string, string | number>>): Problem {
  const { message, hint, severity }: LegalTimeText = LEGAL_TIME_PROBLEMS[code];
  const fill = (text = "") => text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => String(given[name] ?? whole));
  return { code, pointer: `/workflow/${path}`, message: { vi: fill(message.vi), en: fill(message.en) }, hint, ...(severity === undefined ? {} : { severity }) };
}
