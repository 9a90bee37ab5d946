import { randomUUID } from "node:crypto";
import type { Model, Resource } from "../assembly/read-model.ts";
import type { JsonOperations } from "../endpoint/aws-request.ts";
import type { FunctionPool } from "../functions/function-pool.ts";
import type { Grants } from "../iam/grants.ts";
import type { RuntimeLog } from "../runtime/runtime-log.ts";
import { matchesPattern } from "./matches-pattern.ts";

interface PutEntry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
}

/** Options of {@link createEventsService}. */
export interface EventsOptions {
  readonly model: Model;
  readonly grants: Grants;
  readonly pool: FunctionPool;
  readonly now: () => Date;
  readonly log: RuntimeLog;
}

/** EventBridge as the product uses it: PutEvents, rules with a pattern, functions as targets. */
export function createEventsService({ model, grants, pool, now, log }: EventsOptions): JsonOperations {
  const rules = model.ofType("AWS::Events::Rule").filter(({ properties }) => properties["EventPattern"] !== undefined && properties["State"] !== "DISABLED");
  const deliver = (rule: Resource, event: object): void => {
    for (const { Arn } of (rule.properties["Targets"] ?? []) as readonly { readonly Arn: string }[]) {
      pool
        .invoke({ functionArn: Arn, event, by: { name: rule.logicalId, service: "events.amazonaws.com" }, sourceArn: rule.arn })
        .catch((error: Error) => log.write(rule.logicalId, error.message, "error"));
    }
  };
  return {
    PutEvents: (input, by) => {
      const entries = (input["Entries"] ?? []) as readonly PutEntry[];
      const results = entries.map((entry) => {
        const bus = busArn(model, entry.EventBusName);
        grants.demand(by, { actions: ["events:PutEvents"], resource: bus });
        const event = eventOf(entry, { model, time: now().toISOString() });
        for (const rule of rules) if (busArn(model, rule.properties["EventBusName"]) === bus && matchesPattern(rule.properties["EventPattern"], event)) deliver(rule, event);
        return { EventId: event.id };
      });
      return { FailedEntryCount: 0, Entries: results };
    },
  };
}

function busArn({ region, account, ofType }: Model, name: unknown): string {
  const given = typeof name === "string" ? name : "default";
  if (given.startsWith("arn:")) return given;
  return ofType("AWS::Events::EventBus").find(({ ref }) => ref === given)?.arn ?? `arn:aws:events:${region}:${account}:event-bus/${given}`;
}

function eventOf({ Source, DetailType, Detail }: PutEntry, { model, time }: { readonly model: Model; readonly time: string }) {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": DetailType,
    source: Source,
    account: model.account,
    time,
    region: model.region,
    resources: [],
    detail: JSON.parse(Detail ?? "{}") as unknown,
  };
}
