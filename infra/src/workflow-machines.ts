import { ArnFormat, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { CfnStateMachine } from "aws-cdk-lib/aws-stepfunctions";
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { grantInvoke } from "./grants.ts";

/** One shape of workflow, shared by every procedure that has it. */
export interface WorkflowShape {
  /** Content hash of the canonical definition. */
  readonly shape: string;
  readonly definition: unknown;
}

/** Options of {@link WorkflowMachines}. */
export interface WorkflowMachinesProps {
  readonly shapes: readonly WorkflowShape[];
  /** Name of a machine is this and the shape. */
  readonly namePrefix: string;
  readonly registerTask: IFunction;
  readonly connect: IFunction;
  readonly key: IKey;
}

/**
 * One Standard state machine per workflow shape, under one stable role. A machine that is no longer synthesised is
 * retained: deleting it would end its executions at their next transition. Execution data are not logged.
 */
export class WorkflowMachines extends Construct {
  readonly machines: readonly StateMachine[];
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: WorkflowMachinesProps) {
    super(scope, id);
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("states.amazonaws.com") });
    this.logGroup = new LogGroup(this, "Log", {
      logGroupName: `/aws/vendedlogs/states/${props.namePrefix}workflows`,
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: props.key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    grantInvoke(props.registerTask, this.role);
    grantInvoke(props.connect, this.role);
    this.machines = props.shapes.map((shape) => this.machine(shape, props));
  }

  private machine({ shape, definition }: WorkflowShape, props: WorkflowMachinesProps): StateMachine {
    const machine = new StateMachine(this, `Shape${shape}`, {
      stateMachineName: `${props.namePrefix}${shape}`,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(JSON.stringify(definition)),
      definitionSubstitutions: {
        RegisterTaskFunctionArn: props.registerTask.functionArn,
        ConnectFunctionArn: props.connect.functionArn,
      },
      role: this.role,
      logs: { destination: this.logGroup, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    (machine.node.defaultChild as CfnStateMachine).overrideLogicalId(`Shape${shape}`);
    return machine;
  }
}

/** ARN prefix of the machines named with `namePrefix`; a machine's ARN is this and its shape. */
export function machineArnPrefix(scope: Construct, namePrefix: string): string {
  return Stack.of(scope).formatArn({
    service: "states",
    resource: "stateMachine",
    resourceName: namePrefix,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
