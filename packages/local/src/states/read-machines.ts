import type { Model, Resource } from "../assembly/read-model.ts";
import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";

/** A state machine of the templates. */
export interface LocalMachine {
  readonly logicalId: string;
  readonly arn: string;
  readonly name: string;
  readonly role: Principal;
  /** Amazon States Language, substitutions applied. */
  readonly definition: unknown;
}

/** What the role of a machine that logs needs, as Step Functions asks it when the machine is created. */
const LOG_DELIVERY = ["CreateLogDelivery", "GetLogDelivery", "UpdateLogDelivery", "DeleteLogDelivery", "ListLogDeliveries", "PutResourcePolicy", "DescribeResourcePolicies", "DescribeLogGroups"] as const;
const TRACING = ["PutTraceSegments", "PutTelemetryRecords", "GetSamplingRules", "GetSamplingTargets"] as const;

/** Reads the state machines and judges what their roles need to log and trace. */
export function readMachines(model: Model, grants: Grants): readonly LocalMachine[] {
  return model.ofType("AWS::StepFunctions::StateMachine").map((resource) => {
    const machine = readMachine(resource);
    grants.demandTrust(machine.role, "states.amazonaws.com");
    const logging = resource.properties["LoggingConfiguration"] as { readonly Level?: string } | undefined;
    const tracing = resource.properties["TracingConfiguration"] as { readonly Enabled?: boolean } | undefined;
    if (logging?.Level !== undefined && logging.Level !== "OFF") for (const action of LOG_DELIVERY) grants.permits(machine.role, { actions: [`logs:${action}`], resource: "*" });
    if (tracing?.Enabled === true) for (const action of TRACING) grants.permits(machine.role, { actions: [`xray:${action}`], resource: "*" });
    return machine;
  });
}

function readMachine({ logicalId, arn, properties }: Resource): LocalMachine {
  const substitutions = (properties["DefinitionSubstitutions"] ?? {}) as Readonly<Record<string, string>>;
  const text = properties["DefinitionString"];
  const written = typeof text === "string" ? text : JSON.stringify(properties["Definition"]);
  if (written === undefined) throw new Error(`state machine ${logicalId} has no definition in its template`);
  const definition = written.replaceAll(/\$\{([A-Za-z0-9_.]+)\}/g, (whole, name: string) => substitutions[name] ?? whole);
  return {
    logicalId,
    arn,
    name: arn.split(":").at(-1) ?? "",
    role: { name: logicalId, roleArn: String(properties["RoleArn"]) },
    definition: JSON.parse(definition) as unknown,
  };
}
