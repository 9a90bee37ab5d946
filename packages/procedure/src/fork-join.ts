import type { ForkStep, Join, Step } from "./workflow.ts";

/** How a branch of a fork has ended for its fork: it has reached `@join`, or `@fail`, or it did not apply. */
export type BranchEnd = "done" | "failed" | "out";

/** Where a dossier stands in its workflow: a step and, inside a fork, where each branch stands or how it has ended. */
export interface Position {
  readonly step: string;
  readonly branches?: Readonly<Record<string, Position | BranchEnd>>;
}

/** What becomes of a branch: it is opened, it ends, or the fork is decided without it. */
export const BRANCH_STATUSES = ["open", "succeeded", "failed", "left-out", "cancelled"] as const;
export type BranchStatus = (typeof BRANCH_STATUSES)[number];

/** What a move does to a fork: to one of its branches, or it is joined; `passed` where it was over when it was entered. */
export type ForkMove =
  | { readonly fork: string; readonly branch: string; readonly became: BranchStatus }
  | { readonly fork: string; readonly outcome: string; readonly passed: boolean };

const BECAME: Readonly<Record<BranchEnd, BranchStatus>> = { done: "succeeded", failed: "failed", out: "left-out" };

/** Whether a branch has ended for its fork. */
export function isEnd(branch: Position | BranchEnd): branch is BranchEnd {
  return typeof branch === "string";
}

/** What a branch has become by where it stands. */
export function becameOf(stands: Position | BranchEnd): BranchStatus {
  return isEnd(stands) ? BECAME[stands] : "open";
}

/** Name of the fact that says whether a conditional branch is entered. */
export function branchFact(fork: string, branch: string): string {
  return `when_${fork}.${branch}`;
}

/** Name of the fact that says that a fork was joined with an outcome; `passed`: as it was entered. */
export function joinFact(fork: string, outcome: string, passed: boolean): string {
  return `${passed ? "passes" : "joins"}_${fork}.${outcome}`;
}

/** Whether all branches of a fork have to reach `@join` and nothing else can be: where it leads then follows from the route's other facts. */
export function isPlainFork({ join, next, branches }: Pick<ForkStep, "join" | "next" | "branches">): boolean {
  return join === "all" && next["failed"] === undefined && Object.values(branches).every(({ when }) => when === undefined);
}

/** What a state machine has to be told of the forks of a move, by which it follows. */
export function joinFacts(steps: Readonly<Record<string, Step>>, forks: readonly ForkMove[] = []): Readonly<Record<string, boolean>> {
  return Object.fromEntries(forks.flatMap((move) => ("outcome" in move && !isPlainFork(steps[move.fork] as ForkStep) ? [[joinFact(move.fork, move.outcome, move.passed), true]] : [])));
}

/** How a fork is joined by where its branches stand; `undefined` while that is open. Where no branch applies nothing is in the way. */
export function joinOutcome({ join }: Pick<ForkStep, "join">, branches: NonNullable<Position["branches"]>): string | undefined {
  const count = { open: 0, succeeded: 0, failed: 0 };
  for (const stands of Object.values(branches)) {
    if (stands === "out") continue;
    count[stands === "done" ? "succeeded" : stands === "failed" ? "failed" : "open"] += 1;
  }
  const { open, succeeded, failed } = count;
  if (join === "settled") return open > 0 ? undefined : failed === 0 ? "all" : succeeded === 0 ? "none" : "some";
  const need = neededOf(join, open + succeeded + failed);
  return succeeded >= need ? "joined" : succeeded + open < need ? "failed" : undefined;
}

/** How many of those that apply have to succeed: of fewer than a quorum, all of them. */
export function neededOf(join: Exclude<Join, "settled">, applying: number): number {
  return Math.min(applying, join === "all" ? applying : join === "any" ? 1 : join.quorum);
}
