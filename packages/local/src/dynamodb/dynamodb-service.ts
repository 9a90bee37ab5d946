import { AwsError } from "../aws-error.ts";
import type { AwsRequest, AwsResponse } from "../endpoint/aws-request.ts";
import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";
import type { Usage } from "../runtime/usage.ts";
import type { LocalTable } from "./create-tables.ts";
import { accessesOf, type TableAccess } from "./demands-of.ts";
import type { EngineClient } from "./engine-client.ts";

/** Options of {@link createDynamodbService}. */
export interface DynamodbOptions {
  readonly engine: EngineClient;
  readonly tables: readonly LocalTable[];
  readonly grants: Grants;
  readonly usage: Usage;
  /** Told of every table that was written to, after the write. */
  readonly onWrite: (table: string) => void;
}

interface Measured {
  readonly ConsumedCapacity?: Capacity | readonly Capacity[];
}

interface Capacity {
  readonly CapacityUnits?: number;
}

/** DynamoDB on the local endpoint: judges each call by the caller's grants, passes it to the engine, counts what it cost. */
export function createDynamodbService(options: DynamodbOptions): (operation: string, request: AwsRequest) => Promise<AwsResponse> {
  const { engine, grants, usage, onWrite } = options;
  const tables = new Map(options.tables.map((table) => [table.name, table]));
  return async (operation, { body, principal }) => {
    const input = JSON.parse(body.toString("utf8")) as Readonly<Record<string, unknown>>;
    const accesses = accessesOf(operation, input);
    if (accesses === undefined) throw new AwsError("UnknownOperationException", `DynamoDB ${operation} is not known to the local runner`);
    for (const access of accesses) judge(grants, principal, { access, table: tables.get(access.table) });
    const writes = accesses.some(({ kind }) => kind === "write");
    const answer = await engine.send(`DynamoDB_20120810.${operation}`, measured(operation, input));
    if (answer.status === 200) {
      if (operation !== "DescribeTable" && principal.administrator !== true) usage.capacity(principal.name, writes ? "write" : "read", unitsIn(answer.body));
      if (writes) for (const { kind, table } of accesses) if (kind === "write") onWrite(table);
    }
    return answer;
  };
}

/** Asks the engine what a call consumes; what the caller asked for itself stays. */
function measured(operation: string, input: Readonly<Record<string, unknown>>): string {
  if (operation === "DescribeTable" || input["ReturnConsumedCapacity"] !== undefined) return JSON.stringify(input);
  return JSON.stringify({ ...input, ReturnConsumedCapacity: "TOTAL" });
}

function unitsIn(body: Buffer): number {
  const { ConsumedCapacity } = JSON.parse(body.toString("utf8")) as Measured;
  return [ConsumedCapacity ?? []].flat().reduce((sum, capacity) => sum + (capacity.CapacityUnits ?? 0), 0);
}

function judge(grants: Grants, principal: Principal, what: { readonly access: TableAccess; readonly table: LocalTable | undefined }): void {
  const { access, table } = what;
  if (table === undefined) throw new AwsError("ResourceNotFoundException", `Requested resource not found: Table: ${access.table} not found`);
  const resource = access.index === undefined ? table.arn : `${table.arn}/index/${access.index}`;
  grants.demand(principal, { actions: [`dynamodb:${access.action}`], resource });
  if (table.keyArn === undefined || access.kind === "describe") return;
  const actions = access.kind === "read" ? (["kms:Decrypt"] as const) : (["kms:Encrypt", "kms:GenerateDataKey"] as const);
  grants.demand(principal, { actions: [...actions], resource: table.keyArn });
}
