import { createHash } from "node:crypto";
import { AwsError } from "../aws-error.ts";
import { checkDefinition } from "../definition/check-definition.ts";
import type { Machine } from "../definition/machine.ts";
import { withTables } from "../definition/machine.ts";
import type { Engine, MachineInput } from "../engine.ts";
import type { CallsContext } from "./calls-context.ts";

/** The calls that put machines. */
export function machineCalls({ ledger, usable }: CallsContext): Pick<Engine, "putStateMachine"> {
  return {
    putStateMachine: (machine) => {
      usable();
      ledger.putMachine(checked(machine));
    },
  };
}

function checked({ arn, name, definition, roleArn = "" }: MachineInput): Machine {
  const faults = checkDefinition(definition);
  if (faults.length > 0) throw new AwsError("InvalidDefinition", faults.map(({ pointer, message }) => `${pointer}: ${message}`).join("; "));
  const revision = createHash("sha256").update(JSON.stringify([name, roleArn, definition])).digest("hex").slice(0, 16);
  return withTables({ arn, name, revision, roleArn, definition });
}
