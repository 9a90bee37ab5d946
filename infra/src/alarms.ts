import { Duration } from "aws-cdk-lib";
import { Alarm, type AlarmProps, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

/** One thing that must not happen: alarm when the metric reaches `atLeast`, or stays `below`, where no figure at all counts too. */
export type Watch = Watched & ({ readonly atLeast: number } | { readonly below: number });

interface Watched {
  /** Name of the alarm in the stack. */
  readonly id: string;
  /** What it means and what to do, for whoever is woken by it. */
  readonly meaning: string;
  readonly metric: IMetric;
}

/** Every alarm, sent to one topic the administrators subscribe to. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { readonly key: IKey; readonly watches: readonly Watch[] }) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { masterKey: props.key, enforceSSL: true });
    for (const watch of props.watches) {
      new Alarm(this, watch.id, {
        alarmDescription: watch.meaning,
        metric: watch.metric,
        evaluationPeriods: 1,
        ...thresholdOf(watch),
      }).addAlarmAction(new SnsAction(this.topic));
    }
  }
}

function thresholdOf(watch: Watch): Pick<AlarmProps, "threshold" | "comparisonOperator" | "treatMissingData"> {
  if ("below" in watch) return { threshold: watch.below, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD, treatMissingData: TreatMissingData.BREACHING };
  return { threshold: watch.atLeast, comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, treatMissingData: TreatMissingData.NOT_BREACHING };
}

/** Period every alarm metric is summed over. */
export const ALARM_PERIOD = Duration.minutes(5);
