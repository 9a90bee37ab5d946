import { setTimeout as pause } from "node:timers/promises";
import type { Model, Resource } from "../assembly/read-model.ts";
import type { FunctionPool } from "../functions/function-pool.ts";
import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";
import type { RuntimeLog } from "../runtime/runtime-log.ts";
import { type NextDue, parseSchedule } from "./schedule-expression.ts";

/** Runs the schedules of the assembly on the local clock. */
export interface Scheduler {
  /** Runs every enabled schedule once, now, and waits for its function. */
  readonly runAll: () => Promise<void>;
  readonly close: () => void;
}

interface Job {
  readonly name: string;
  readonly next: NextDue;
  readonly run: () => Promise<void>;
  due: number | undefined;
  running: boolean;
}

/** Options of {@link startScheduler}. */
export interface SchedulerOptions {
  readonly model: Model;
  readonly pool: FunctionPool;
  readonly grants: Grants;
  readonly now: () => Date;
  readonly log: RuntimeLog;
}

const TICK = 500;

/** Starts EventBridge Scheduler schedules and scheduled rules. A clock that leaps forward runs what it passed once. */
export function startScheduler(options: SchedulerOptions): Scheduler {
  const { model, now } = options;
  const jobs = [
    ...model.ofType("AWS::Scheduler::Schedule").map((resource) => scheduleJob(resource, options)),
    ...model.ofType("AWS::Events::Rule").flatMap((resource) => ruleJobs(resource, options)),
  ].filter((job) => job !== undefined);
  for (const job of jobs) job.due = job.next(now().getTime());
  const run = async (job: Job): Promise<void> => {
    if (job.running) return;
    job.running = true;
    try {
      await job.run();
    } catch (error) {
      options.log.write(job.name, (error as Error).message, "error");
    } finally {
      job.running = false;
    }
  };
  const timer = setInterval(() => {
    const at = now().getTime();
    for (const job of jobs) {
      // A clock set back would keep the job waiting for days.
      const back = job.due !== undefined && (job.next(at) ?? job.due) < job.due;
      if (job.due === undefined || (at < job.due && !back)) continue;
      const passed = at >= job.due;
      job.due = job.next(at);
      if (passed) void run(job);
    }
  }, TICK);
  return {
    close: () => clearInterval(timer),
    runAll: async () => {
      for (const job of jobs) {
        while (job.running) await pause(5);
        await run(job);
      }
    },
  };
}

interface Target {
  readonly Arn: string;
  readonly RoleArn?: string;
  readonly Input?: string;
  readonly RetryPolicy?: { readonly MaximumRetryAttempts?: number };
}

function scheduleJob({ logicalId, properties, region, account }: Resource, options: SchedulerOptions): Job | undefined {
  if (properties["State"] === "DISABLED") return undefined;
  const target = properties["Target"] as Target;
  const role: Principal = { name: logicalId, roleArn: target.RoleArn ?? "", service: "scheduler.amazonaws.com" };
  options.grants.demandTrust(role, "scheduler.amazonaws.com", `arn:aws:scheduler:${region}:${account}:schedule-group/default`);
  return {
    name: logicalId,
    next: parseSchedule(String(properties["ScheduleExpression"])),
    due: undefined,
    running: false,
    run: () => invoke(options, { target, by: { name: logicalId, roleArn: target.RoleArn ?? "" }, event: target.Input === undefined ? {} : JSON.parse(target.Input) }),
  };
}

function ruleJobs(resource: Resource, options: SchedulerOptions): readonly Job[] {
  const { logicalId, properties, arn } = resource;
  const expression = properties["ScheduleExpression"];
  if (typeof expression !== "string" || properties["State"] === "DISABLED") return [];
  return ((properties["Targets"] ?? []) as readonly Target[]).map((target) => ({
    name: logicalId,
    next: parseSchedule(expression),
    due: undefined,
    running: false,
    run: () =>
      invoke(options, {
        target,
        by: { name: logicalId, service: "events.amazonaws.com" },
        sourceArn: arn,
        event: target.Input === undefined ? { source: "aws.events", "detail-type": "Scheduled Event", time: options.now().toISOString(), resources: [arn], detail: {} } : JSON.parse(target.Input),
      }),
  }));
}

interface ScheduledCall {
  readonly target: Target;
  readonly by: Principal;
  readonly event: unknown;
  readonly sourceArn?: string;
}

async function invoke({ pool }: SchedulerOptions, { target, by, event, sourceArn }: ScheduledCall): Promise<void> {
  const attempts = 1 + (target.RetryPolicy?.MaximumRetryAttempts ?? 2);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await pool.invoke({ functionArn: target.Arn, by, event, ...(sourceArn === undefined ? {} : { sourceArn }) });
      return;
    } catch (error) {
      if (attempt >= attempts) throw error;
      await pause(100 * attempt);
    }
  }
}
