import { Environment } from "@marcbachmann/cel-js";
import * as runtime from "@motcua/client/runtime";
import { FUNCTIONS } from "../src/runtime-names.ts";

type Operation = (...operands: readonly unknown[]) => unknown;

/**
 * An expression as the CEL library evaluates it: its own operators and comprehensions, our functions registered in it.
 * `undefined` where it fails, which in CEL is an absent key or an operand of another type.
 */
export function celOracle(source: string): (facts: object) => unknown {
  const evaluate = environment().parse(source);
  return (facts) => {
    try {
      return fromCel(evaluate(toCel(facts) as Record<string, unknown>));
    } catch {
      return undefined;
    }
  };
}

function environment(): Environment {
  const cel = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
  const functions = runtime as unknown as Readonly<Record<string, Operation>>;
  for (const [name, { name: exported, operands }] of Object.entries(FUNCTIONS)) {
    if (name === "size") continue;
    cel.registerFunction(`${name}(${Array.from({ length: operands }, () => "dyn").join(", ")}): dyn`, (...given: unknown[]) => {
      const value = functions[exported]?.(...given.map(fromCel));
      if (value === undefined) throw new Error("an operand is of another type");
      return toCel(value);
    });
  }
  return cel;
}

/** CEL's whole numbers are bigints. */
function toCel(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(toCel);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inside]) => inside !== undefined).map(([key, inside]) => [key, toCel(inside)]));
}

function fromCel(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return Array.isArray(value) ? value.map(fromCel) : value;
}
