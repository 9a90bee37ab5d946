import { Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { ALARM_PERIOD } from "./alarms.ts";
import type { ShopFunction } from "./shop-function.ts";

/** A figure of the `sync-run` lines the sender logs, as a metric: the largest of a period. */
export function syncFigure(sync: ShopFunction, figure: "refusedNow" | "oldestSeconds"): Metric {
  const [metricNamespace, metricName] = [`Motcua/${Stack.of(sync).stackName}`, `sync-${figure}`];
  new MetricFilter(sync, figure, { logGroup: sync.logGroup, metricNamespace, metricName, filterPattern: FilterPattern.stringValue("$.event", "=", "sync-run"), metricValue: `$.${figure}` });
  return new Metric({ namespace: metricNamespace, metricName, period: ALARM_PERIOD, statistic: "Maximum" });
}
