import type { Problem } from "../../problem.ts";
import { windowSteps } from "../../window-steps.ts";
import { lasts } from "./check-procedure.ts";
import { type Definition, duplicateIds, problemIn, unknownName } from "./definition.ts";

/** Legal windows over several steps: both ends are steps, the last one can be come to from the first, and there is time. */
export function checkWindows(definition: Definition): readonly Problem[] {
  const { workflow } = definition;
  const { windows = [] } = workflow;
  const steps = Object.keys(workflow.steps);
  return [
    ...duplicateIds(definition, "workflow", ["windows"], windows.map(({ id }) => id)),
    ...windows.flatMap((window, index) => {
      const at = (key: string) => ["windows", index, key];
      const named = (["from", "to"] as const).flatMap((key) => unknownName(definition, { part: "workflow", path: at(key), name: window[key], known: steps, code: "unknown-step" }));
      const forks = (["from", "to"] as const).flatMap((key) => (workflow.steps[window[key]]?.kind === "fork" ? [problemIn(definition, "workflow", at(key), { code: "window-at-fork", given: { name: window[key] } })] : []));
      const apart = named.length > 0 || forks.length > 0 || windowSteps(workflow, window).size > 0 ? [] : [problemIn(definition, "workflow", at("to"), { code: "window-never-closes", given: { name: window.to, step: window.from } })];
      return [...named, ...forks, ...apart, ...(lasts(window.limit) ? [] : [problemIn(definition, "workflow", at("limit"), { code: "duration-zero" })])];
    }),
  ];
}
