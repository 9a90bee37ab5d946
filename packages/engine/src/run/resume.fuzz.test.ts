import { array, assert, asyncProperty, constant, constantFrom, integer, letrec, nat, oneof, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { createVirtualClock } from "../clock/virtual-clock.ts";
import type { Definition, State, StateTable } from "../definition/definition.ts";
import { runKilled, threadsOf } from "../testing/outer-world.ts";
import { FUNCTION_TASK, START, TOKEN_TASK } from "../testing/test-engine.ts";

/** The kinds of state a random machine is made of. */
type Part =
  | { readonly kind: "pass" | "wait" | "token" | "choice" }
  | { readonly kind: "call"; readonly failures: number }
  | { readonly kind: "parallel"; readonly branches: readonly (readonly Part[])[] }
  | { readonly kind: "map"; readonly items: number; readonly at: number; readonly inner: readonly Part[] };

const { parts } = letrec<{ part: Part; parts: Part[] }>((tie) => ({
  part: oneof(
    { maxDepth: 2, withCrossShrink: true },
    record({ kind: constantFrom("pass" as const, "wait" as const, "token" as const, "choice" as const) }),
    record({ kind: constant("call" as const), failures: nat(2) }),
    record({ kind: constant("parallel" as const), branches: array(tie("parts"), { minLength: 1, maxLength: 3 }) }),
    record({ kind: constant("map" as const), items: nat(3), at: integer({ min: 1, max: 2 }), inner: tie("parts") }),
  ),
  parts: array(tie("part"), { minLength: 1, maxLength: 4 }),
}));

function tableOf(list: readonly Part[], prefix: string): StateTable {
  const names = list.map((_, at) => `${prefix}${at}`);
  const end = `${prefix}end`;
  const States: Record<string, State> = { [end]: { Type: "Pass", Output: "{% $exists($seen) ? {'seen': $seen, 'n': 1} : {'n': 1} %}", End: true } };
  list.forEach((part, at) => void (States[names[at] as string] = stateOf(part, names[at] as string, names[at + 1] ?? end)));
  return { StartAt: names[0] as string, States };
}

function stateOf(part: Part, name: string, Next: string): State {
  if (part.kind === "parallel") return { Type: "Parallel", Branches: part.branches.map((branch, at) => tableOf(branch, `${name}_${at}_`)), Next };
  if (part.kind === "map") {
    const items = Array.from({ length: part.items }, (_, at) => at);
    return { Type: "Map", Items: items, ItemSelector: { n: 1, item: "{% $states.context.Map.Item.Value %}" }, MaxConcurrency: part.at, ItemProcessor: tableOf(part.inner, `${name}_`), Next };
  }
  const simple: Readonly<Record<"pass" | "wait" | "token" | "choice" | "call", State>> = {
    pass: { Type: "Pass", Assign: { seen: `{% $exists($seen) ? $seen & '${name} ' : '${name} ' %}` }, Next },
    wait: { Type: "Wait", Seconds: 7_200, Next },
    token: { Type: "Task", Resource: TOKEN_TASK, Arguments: { token: "{% $states.context.Task.Token %}", state: name }, Assign: { seen: "{% $states.result.answered %}" }, Next },
    choice: { Type: "Choice", Choices: [{ Condition: "{% $states.input.n = 2 %}", Next }], Default: Next },
    call: { Type: "Task", Resource: FUNCTION_TASK, Arguments: { failures: part.kind === "call" ? part.failures : 0 }, Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 60, JitterStrategy: "FULL" }], Next },
  };
  return simple[part.kind];
}

const machineOf = (list: readonly Part[]): Definition => ({ QueryLanguage: "JSONata", ...tableOf(list, "s") });

describe("an execution", () => {
  it("killed at any writes and taken up again has the history of one that was not, and takes no answer twice", async () => {
    await assert(
      asyncProperty(parts, array(nat(40), { minLength: 1, maxLength: 4 }), async (list, kills) => {
        const definition = machineOf(list);
        const whole = await runKilled({ definition, clock: createVirtualClock(START) });
        const killed = await runKilled({ definition, clock: createVirtualClock(START), kills });
        expect(whole.status).toBe("SUCCEEDED");
        expect(killed.status).toBe("SUCCEEDED");
        expect(threadsOf(killed.history)).toEqual(threadsOf(whole.history));
        expect([...killed.taken.values()].every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
