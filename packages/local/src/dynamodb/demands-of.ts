/** What one operation does to one table, as IAM sees it. */
export interface TableAccess {
  readonly action: string;
  readonly table: string;
  readonly index?: string;
  /** Whether it reads (needs the key to decrypt) or writes (needs it to encrypt). */
  readonly kind: "read" | "write" | "describe";
}

type Input = Readonly<Record<string, unknown>>;

const one = (action: string, kind: TableAccess["kind"]) => (input: Input) => [{ action, table: tableName(input["TableName"]), kind }];

const queried = (action: string) => (input: Input) => {
  const index = input["IndexName"];
  return [{ action, table: tableName(input["TableName"]), kind: "read" as const, ...(typeof index === "string" ? { index } : {}) }];
};

const TRANSACT_ACTIONS = { Put: "PutItem", Update: "UpdateItem", Delete: "DeleteItem", ConditionCheck: "ConditionCheckItem", Get: "GetItem" } as const;

function transacted(input: Input): readonly TableAccess[] {
  const items = (input["TransactItems"] ?? []) as readonly Readonly<Record<string, { readonly TableName: string }>>[];
  return items.flatMap((item) =>
    Object.entries(item).map(([kind, { TableName }]) => ({
      action: TRANSACT_ACTIONS[kind as keyof typeof TRANSACT_ACTIONS] ?? kind,
      table: tableName(TableName),
      kind: kind === "Get" || kind === "ConditionCheck" ? ("read" as const) : ("write" as const),
    })),
  );
}

function batched(action: string, kind: TableAccess["kind"]) {
  return (input: Input) => Object.keys(input["RequestItems"] ?? {}).map((table) => ({ action, table: tableName(table), kind }));
}

const ACCESS: Readonly<Record<string, (input: Input) => readonly TableAccess[]>> = {
  GetItem: one("GetItem", "read"),
  PutItem: one("PutItem", "write"),
  UpdateItem: one("UpdateItem", "write"),
  DeleteItem: one("DeleteItem", "write"),
  Query: queried("Query"),
  Scan: queried("Scan"),
  BatchGetItem: batched("BatchGetItem", "read"),
  BatchWriteItem: batched("BatchWriteItem", "write"),
  TransactWriteItems: transacted,
  TransactGetItems: transacted,
  DescribeTable: one("DescribeTable", "describe"),
};

/** The accesses an operation makes, each once. `undefined` for an operation the product does not use. */
export function accessesOf(operation: string, input: Input): readonly TableAccess[] | undefined {
  const accesses = ACCESS[operation]?.(input);
  if (accesses === undefined) return undefined;
  const seen = new Map(accesses.map((access) => [`${access.action} ${access.table} ${access.index ?? ""}`, access]));
  return [...seen.values()];
}

/** A table may be named by its ARN. */
function tableName(given: unknown): string {
  return String(given).split(":table/").at(-1)?.split("/")[0] ?? "";
}
