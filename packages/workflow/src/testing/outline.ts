import type { StateTable } from "../definition.ts";
import { targetsOf } from "../check/found-table.ts";
import type { StateMachine } from "../state-machine.ts";

/** A machine for people to read: each state, the step it stands for, and where it leads under which condition. */
export function outlineOf({ definition, steps }: StateMachine): string {
  return tableLines(definition, { steps, indent: "" }).join("\n");
}

function tableLines({ StartAt, States }: StateTable, { steps, indent }: { readonly steps: StateMachine["steps"]; readonly indent: string }): readonly string[] {
  return Object.entries(States).flatMap(([name, state]) => {
    const step = steps[name] === undefined ? "" : ` (${steps[name]})`;
    const conditions = state.Type === "Choice" ? state.Choices.map(({ Condition }) => Condition.replaceAll(/\{% | %\}|\$states\.input\./g, "")) : [];
    const ways = targetsOf({ name, pointer: "", state })
      .filter(({ caught }) => !caught || state.Type === "Parallel")
      .map(({ to, pointer }) => {
        const rule = /Choices\/(\d+)/.exec(pointer)?.[1];
        return `${rule === undefined ? "" : `${conditions[Number(rule)]} → `}${to}`;
      });
    const end = "End" in state && state.End ? ["end"] : [];
    const line = `${indent}${name === StartAt ? "> " : ""}${name}${step}${ways.length + end.length === 0 ? "" : `: ${[...ways, ...end].join(" | ")}`}`;
    const branches = state.Type === "Parallel" ? state.Branches.flatMap((branch) => tableLines(branch, { steps, indent: `${indent}  ` })) : [];
    return [line, ...branches];
  });
}
