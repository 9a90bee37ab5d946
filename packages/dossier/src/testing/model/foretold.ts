import type { Command } from "../../command.ts";
import type { Shadow } from "./shadow.ts";
import type { ShadowTask } from "./shadow-task.ts";

/** What the product said of a task's and the dossier's times: the calendar is not the model's business. */
export interface Times {
  /** Due time of an open task, and whether the sweep decides then. */
  readonly taskDue: (id: string) => { readonly due: number; readonly decides: boolean } | undefined;
  /** The date the dossier is held to: the acceptance clock's before acceptance. */
  readonly due: number | undefined;
  /** End of the working day a day stands for. */
  readonly endOf: (day: string) => number;
}

/** The refusals a command must meet; where none, `apply` does what it must lead to. `moved`: whether a pause it ends moved the due date. */
export interface Foretold {
  readonly refused: readonly string[];
  readonly apply: (moved: boolean) => void;
}

type Later = Exclude<Command, { type: "submit" }>;
/** What each command must lead to. */
export type Foretellers = { readonly [Type in Later["type"]]: (shadow: Shadow, command: Extract<Later, { type: Type }>, times: Times) => Foretold };

/** Foretells a command on an open task, if who acts is whom it waits for. */
export function onTask(shadow: Shadow, command: Command & { readonly task: string }, then: (task: ShadowTask) => Foretold): Foretold {
  const task = shadow.tasks.get(command.task);
  if (task === undefined) return refuse("task-not-open");
  return shadow.isFor(task, command.actor) ? then(task) : refuse("not-your-task");
}

/** Milliseconds since 1970 of a command. */
export function timeOf({ at }: Command): number {
  return Date.parse(at);
}

/** A command that must be refused, by these codes. */
export function refuse(...codes: readonly string[]): Foretold {
  return { refused: codes, apply: () => undefined };
}

/** A command that must be carried out. */
export function will(apply: (moved: boolean) => void): Foretold {
  return { refused: [], apply };
}
