/** What calls have cost since the start, in the units AWS bills. */
export interface UsageReport {
  /** State transitions of Step Functions. */
  readonly stateTransitions: number;
  /** DynamoDB write request units. */
  readonly writeUnits: number;
  /** DynamoDB read request units. */
  readonly readUnits: number;
  readonly byFunction: Readonly<Record<string, FunctionUsage>>;
}

/** What one function has used. */
export interface FunctionUsage {
  readonly invocations: number;
  readonly errors: number;
  /** Milliseconds its invocations took. */
  readonly milliseconds: number;
  readonly writeUnits: number;
  readonly readUnits: number;
}

/** Counts usage. */
export interface Usage {
  readonly capacity: (principal: string, kind: "read" | "write", units: number) => void;
  readonly invocation: (functionName: string, milliseconds: number, failed: boolean) => void;
  readonly report: (stateTransitions: number) => UsageReport;
}

type Counts = { -readonly [Name in keyof FunctionUsage]: FunctionUsage[Name] };

/** Creates counters at zero. */
export function createUsage(): Usage {
  const byFunction = new Map<string, Counts>();
  const of = (name: string): Counts => {
    const found = byFunction.get(name) ?? { invocations: 0, errors: 0, milliseconds: 0, writeUnits: 0, readUnits: 0 };
    byFunction.set(name, found);
    return found;
  };
  const sum = (name: "readUnits" | "writeUnits") => [...byFunction.values()].reduce((total, counts) => total + counts[name], 0);
  return {
    capacity: (principal, kind, units) => void (of(principal)[kind === "write" ? "writeUnits" : "readUnits"] += units),
    invocation: (name, milliseconds, failed) => {
      const counts = of(name);
      counts.invocations += 1;
      counts.milliseconds += milliseconds;
      if (failed) counts.errors += 1;
    },
    report: (stateTransitions) => ({
      stateTransitions,
      writeUnits: sum("writeUnits"),
      readUnits: sum("readUnits"),
      byFunction: Object.fromEntries([...byFunction].map(([name, counts]) => [name, { ...counts }])),
    }),
  };
}
