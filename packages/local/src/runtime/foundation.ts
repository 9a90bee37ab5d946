import { join } from "node:path";
import { readAssembly } from "../assembly/read-assembly.ts";
import { type Model, readModel } from "../assembly/read-model.ts";
import { type LocalFunction, readFunctions } from "../functions/read-functions.ts";
import { createGrants, type Grants } from "../iam/grants.ts";
import { createKeyring, type Credentials, type Keyring } from "../iam/keyring.ts";
import type { Principal } from "../iam/principal.ts";
import type { LocalOptions } from "../local-options.ts";
import { createLocalClock, type ShiftingClock } from "./local-clock.ts";
import { type LocalMemory, readMemory } from "./local-memory.ts";
import { createRuntimeLog, type RuntimeLog } from "./runtime-log.ts";
import { createUsage, type Usage } from "./usage.ts";

/** What every part of the shop stands on. */
export interface Foundation {
  readonly directory: string;
  readonly model: Model;
  readonly functions: readonly LocalFunction[];
  readonly memory: LocalMemory;
  readonly clock: ShiftingClock;
  readonly log: RuntimeLog;
  readonly usage: Usage;
  readonly grants: Grants;
  readonly keyring: Keyring;
  readonly principalOf: (fn: LocalFunction) => Principal;
  readonly credentialsOf: (fn: LocalFunction) => Credentials;
  readonly administrator: Credentials;
}

/** Reads the assembly and lays what the parts share. @throws Error for an assembly that cannot run here */
export function layFoundation(options: LocalOptions, directory: string): Foundation {
  const model = readModel(readAssembly(options.assembly));
  const memory = readMemory(directory);
  const clock = createLocalClock(join(directory, "clock"), options.clock?.startAt);
  const log = createRuntimeLog(clock.now, options.onLine);
  const grants = createGrants({
    model,
    ...(options.withoutStatement === undefined ? {} : { without: options.withoutStatement }),
    onDenial: ({ principal, action, resource, reason }) => log.write(principal, `access denied: ${principal} may not ${action} on ${resource} (${reason})`, "error"),
  });
  const keyring = createKeyring(memory.secret);
  const functions = readFunctions(model);
  const principals = new Map(functions.map((fn) => [fn.arn, { name: fn.logicalId, roleArn: fn.roleArn }]));
  const credentials = new Map([...principals].map(([arn, principal]) => [arn, keyring.issue(principal)]));
  for (const principal of principals.values()) grants.demandTrust(principal, "lambda.amazonaws.com");
  return {
    directory,
    model,
    functions,
    memory,
    clock,
    log,
    usage: createUsage(),
    grants,
    keyring,
    principalOf: ({ arn }) => principals.get(arn) as Principal,
    credentialsOf: ({ arn }) => credentials.get(arn) as Credentials,
    administrator: keyring.issue({ name: "administrator", administrator: true }),
  };
}
