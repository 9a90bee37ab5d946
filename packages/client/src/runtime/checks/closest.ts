import { FormProblems } from "../problems/form-problems.ts";

/** `anyOf`: when no alternative fits, the problems of the one that fails least. */
export function closest(out: FormProblems, alternatives: readonly ((out: FormProblems) => void)[]): void {
  let best: FormProblems | undefined;
  for (const alternative of alternatives) {
    const found = new FormProblems();
    alternative(found);
    if (found.found.length === 0) return;
    if (best === undefined || found.found.length < best.found.length) best = found;
  }
  for (const problem of best?.found ?? []) out.push(problem);
}
