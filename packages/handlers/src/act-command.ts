import type { Actor, Command, DossierState } from "@motcua/dossier";
import { refusal } from "@motcua/dossier";
import type { ProcedureModule, Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import type { Act } from "./handlers.ts";
import { actorOfFreeAct } from "./open-acts.ts";
import { problem } from "./problem-table.ts";
import type { Person } from "./rights.ts";
import { actorOnTask } from "./rights.ts";

type Bodies = { readonly [Kind in Act["act"]]: (act: Extract<Act, { act: Kind }>) => CommandBody };
type CommandBody = Command extends infer Each ? (Each extends Command ? Omit<Each, "actor" | "at"> : never) : never;

/** The command each act becomes. */
const COMMANDS: Bodies = {
  complete: ({ act: _, ...rest }) => ({ type: "complete-task", ...rest }),
  answer: ({ act: _, ...rest }) => ({ type: "answer-consultation", ...rest }),
  "request-supplement": ({ act: _, ...rest }) => ({ type: "request-supplement", ...rest }),
  supplement: ({ act: _, ...rest }) => ({ type: "supplement", ...rest }),
  withdraw: ({ act: _, ...rest }) => ({ type: "withdraw", ...rest }),
  "revoke-withdrawal": ({ act: _, ...rest }) => ({ type: "revoke-withdrawal", ...rest }),
  stop: ({ act: _, ...rest }) => ({ type: "stop", ...rest }),
  "request-extension": ({ act: _, ...rest }) => ({ type: "request-extension", ...rest }),
  "approve-extension": ({ act: _, ...rest }) => ({ type: "approve-extension", ...rest }),
  "reject-extension": ({ act: _, ...rest }) => ({ type: "reject-extension", ...rest }),
  "recompute-due": ({ act: _, ...rest }) => ({ type: "recompute-due", ...rest }),
  "correct-result": ({ act: _, ...rest }) => ({ type: "correct-result", ...rest }),
  "record-payment": ({ act: _, ...rest }) => ({ type: "record-payment", ...rest }),
  "record-refund": ({ act: _, ...rest }) => ({ type: "record-refund", ...rest }),
  "waive-fee": ({ act: _, ...rest }) => ({ type: "waive-fee", ...rest }),
  "post-result": ({ act: _, ...rest }) => ({ type: "post-result", ...rest }),
  "confirm-withdrawal": ({ act: _, ...rest }) => ({ type: "confirm-withdrawal", ...rest }),
  rate: ({ act: _, ...rest }) => ({ type: "rate", ...rest }),
};

/** The command an act means, from a person who may do it; `not-your-task` when they may not. */
export function actCommand(act: Act, at: string, by: { readonly person: Person; readonly state: DossierState; readonly module: ProcedureModule }): Result<Command> {
  if ("task" in act && !Object.hasOwn(by.state.tasks, act.task)) return refused(refusal("task-not-open", "/task"));
  const actor = actorOf(act, by);
  if (actor === undefined) return refused(problem("not-your-task", "task" in act ? "/task" : "/act"));
  const body = (COMMANDS[act.act] as (act: Act) => CommandBody)(act);
  return ok({ ...body, actor, at });
}

function actorOf(act: Act, { person, state, module }: { readonly person: Person; readonly state: DossierState; readonly module: ProcedureModule }): Actor | undefined {
  if (!("task" in act)) return actorOfFreeAct(act.act, person, { state, module });
  const task = state.tasks[act.task];
  return task === undefined ? undefined : actorOnTask(person, task, { state, module });
}
