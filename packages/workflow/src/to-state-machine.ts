import type { Procedure } from "@motcua/procedure";
import type { Definition } from "./definition.ts";
import { canonicalOutcomes } from "./plan/canonical-outcomes.ts";
import type { PlannedTable } from "./plan/plan.ts";
import { planWorkflow } from "./plan/plan-workflow.ts";
import { TablePrinter } from "./print/table-printer.ts";
import { shapeOf } from "./shape-of.ts";
import type { Places, StateMachine } from "./state-machine.ts";

const made = new WeakMap<object, StateMachine>();

/**
 * The state machine of a procedure's workflow. Procedures whose workflows differ in names only get the same definition.
 * A procedure is frozen, so its machine is made once.
 * @throws RangeError for a workflow that cannot be run, of which `checkWorkflow` says why
 */
export function toStateMachine(procedure: Pick<Procedure, "workflow">): StateMachine {
  const known = made.get(procedure.workflow);
  if (known !== undefined) return known;
  const machine = make(procedure);
  made.set(procedure.workflow, machine);
  return machine;
}

function make({ workflow }: Pick<Procedure, "workflow">): StateMachine {
  const { top, facts } = planWorkflow(workflow);
  const definition: Definition = {
    Comment: "The way of a dossier. Which step a state stands for is in the execution's input under steps.",
    QueryLanguage: "JSONata",
    ...new TablePrinter(top).print(),
  };
  return {
    shape: shapeOf(definition),
    definition,
    steps: Object.fromEntries(waitingIn(top)),
    outcomes: Object.fromEntries(
      Object.entries(workflow.steps).map(([id, step]) => [id, Object.fromEntries(canonicalOutcomes(step).map(({ outcome, name }) => [outcome, name]))]),
    ),
    facts,
    places: placesIn(top),
  };
}

function waitingIn({ states }: PlannedTable): readonly (readonly [string, string])[] {
  return states.flatMap(({ state, step, branches }) => (branches === undefined ? [[state, step] as const] : branches.flatMap(({ table }) => waitingIn(table))));
}

function placesIn({ states }: PlannedTable): Places {
  return Object.fromEntries(
    states.map(({ state, step, branches }) => [step, { state, ...(branches === undefined ? {} : { branches: branches.map(({ name, table }) => ({ name, places: placesIn(table) })) }) }]),
  );
}
