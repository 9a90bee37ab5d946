import type { ChildPlan, Failure } from "../execution/frame.ts";
import type { Json } from "../json.ts";
import type { QueryLanguage, Way } from "../query/query-language.ts";
import type { Visit } from "../query/visit.ts";

/** What a state does once its expressions are evaluated. Instants in milliseconds since the epoch. */
export type Began =
  /** It has its result at once. */
  | { readonly do: "finish"; readonly result: Json }
  /** It goes a way of its own choosing. */
  | { readonly do: "leave"; readonly way: Way }
  | { readonly do: "fail"; readonly failure: Failure }
  | { readonly do: "invoke"; readonly payload: Json; readonly timeoutSeconds?: number; readonly heartbeatSeconds?: number }
  | { readonly do: "sleep"; readonly until: number; readonly result: Json }
  | { readonly do: "branch"; readonly children: readonly ChildPlan[]; readonly concurrency: number };

/** A kind of state: how one begins. What follows a result is the same for all. @throws StateError */
export type StateKind = (visit: Visit, language: QueryLanguage) => Promise<Began>;
