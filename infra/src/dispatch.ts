import { Duration } from "aws-cdk-lib";
import { FilterCriteria, FilterRule, StartingPosition, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { DossierTable } from "./dossier-table.ts";

/** Options of {@link Dispatch}. */
export interface DispatchProps {
  readonly table: DossierTable;
  readonly dispatcher: LambdaFunction;
}

/**
 * The table's stream drives everything else through one reader. Only commits and registrations pass the filter; a
 * record that keeps failing is cut out of its batch and its address (never its content) goes to the dead-letter queue.
 */
export class Dispatch extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: DispatchProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, "DeadLetters", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    props.dispatcher.addEventSource(
      new DynamoEventSource(props.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 25,
        parallelizationFactor: 4,
        retryAttempts: 20,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(this.deadLetters),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.or("INSERT", "MODIFY"),
            dynamodb: { NewImage: { kind: { S: FilterRule.or("commit", "registration") } } },
          }),
        ],
      }),
    );
  }
}
