import { nearestName } from "../source/nearest-name.ts";
import { type FunctionName, FUNCTIONS, type FunctionSignature, type SignatureType } from "./cel-environment.ts";
import { BOOL, type CelType, DOUBLE, DYN, INT, STRING, typeName } from "./cel-type.ts";
import type { ExpressionFaultCode } from "./expression-fault.ts";
import type { CallNode, ExpressionNode, ExpressionRange } from "./expression-node.ts";

/** Where a call's mistakes are noted. */
export interface CallFaults {
  readonly fault: (code: ExpressionFaultCode, at: ExpressionRange, given: Readonly<Record<string, string>>, near?: string) => void;
  readonly mistyped: (at: ExpressionRange, expected: string, found: CelType) => void;
}

/** The type a call gives, after its arguments were held to the function's signature. */
export function checkCall(faults: CallFaults, node: CallNode, args: readonly CelType[]): CelType {
  const names = Object.keys(FUNCTIONS);
  if (!names.includes(node.name)) {
    faults.fault("condition-function", node, { name: node.name, names: names.join(", ") }, nearestName(node.name, names));
    return DYN;
  }
  const { parameters, result }: FunctionSignature = FUNCTIONS[node.name as FunctionName];
  if (args.length !== parameters.length) {
    faults.fault("condition-wrong-type", node, { expected: `${node.name}(${parameters.join(", ")})`, found: `${args.length} ×` });
    return RESULTS[result] ?? DYN;
  }
  parameters.forEach((parameter, index) => {
    const [arg, type] = [node.args[index], args[index]];
    if (arg !== undefined && type !== undefined && !accepts(parameter, type, arg)) faults.mistyped(arg, parameter, type);
  });
  const [first = DYN, second] = args;
  if (result !== "number") return RESULTS[result] ?? DYN;
  if (first.kind === "list") return first.of.kind === "double" ? DOUBLE : INT;
  if (second !== undefined && second.kind !== first.kind && second.kind !== "dyn" && first.kind !== "dyn") faults.mistyped(node.args[1] ?? node, typeName(first), second);
  return first;
}

const RESULTS: Readonly<Record<string, CelType>> = { bool: BOOL, date: { kind: "string", format: "date" }, int: INT, string: STRING };

function accepts(parameter: SignatureType, type: CelType, arg: ExpressionNode): boolean {
  if (type.kind === "dyn") return true;
  switch (parameter) {
    case "bool":
    case "int":
    case "string":
      return type.kind === parameter;
    case "date":
      return type.kind === "string" && isDay(type, arg);
    case "number":
      return type.kind === "int" || type.kind === "double";
    case "list<number>":
    case "list<string>":
    case "list<date>":
      return type.kind === "list" && (type.of.kind === "dyn" || ENTRIES[parameter](type.of));
    case "list or string":
      return type.kind === "list" || type.kind === "string";
  }
}

/** What entries of a list must be. */
const ENTRIES: Readonly<Record<"list<number>" | "list<string>" | "list<date>", (of: CelType) => boolean>> = {
  "list<number>": ({ kind }) => kind === "int" || kind === "double",
  "list<string>": ({ kind }) => kind === "string",
  "list<date>": (of) => of.kind === "string" && of.format === "date",
};

/** A string that always holds a whole day: a date of the form, today, or a literal day. */
function isDay(type: CelType & { kind: "string" }, arg: ExpressionNode): boolean {
  if (arg.kind === "literal") return /^\d{4}-\d{2}-\d{2}$/.test(String(arg.value));
  return type.format === "date";
}
