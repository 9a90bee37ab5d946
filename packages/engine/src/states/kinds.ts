import type { StateType } from "../definition/definition.ts";
import { choice } from "./choice.ts";
import { fail } from "./fail.ts";
import { map } from "./map.ts";
import { parallel } from "./parallel.ts";
import { pass } from "./pass.ts";
import type { StateKind } from "./state-kind.ts";
import { succeed } from "./succeed.ts";
import { task } from "./task.ts";
import { wait } from "./wait.ts";

/** Every kind of state by its type. */
export const KINDS: Readonly<Record<StateType, StateKind>> = { Task: task, Pass: pass, Choice: choice, Wait: wait, Succeed: succeed, Fail: fail, Parallel: parallel, Map: map };
