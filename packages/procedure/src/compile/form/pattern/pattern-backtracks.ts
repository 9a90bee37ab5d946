import { analyse } from "scslre";
import { type PositionAutomaton, positionAutomaton } from "./position-automaton.ts";

/**
 * Whether matching a pattern can take time out of all proportion to the text: it has two ways around one loop for the same
 * characters (time doubles with every character), or ways that trade characters at several places (time grows by a high
 * power). A pattern too large to look into counts as one. @throws SyntaxError for text that is no pattern
 */
export function patternBacktracks(pattern: string): boolean {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const automaton = positionAutomaton(pattern);
  const found = automaton === undefined || hasTwoWaysAround(automaton) || tradesOften(pattern);
  known.set(pattern, found);
  return found;
}

/** Shared definitions bring the same patterns into every form. */
const known = new Map<string, boolean>();

/** One exchange between two repetitions costs the square of a length that the form limits; two do not end. */
function tradesOften(pattern: string): boolean {
  const { reports } = analyse({ source: pattern, flags: "u" });
  return reports.some((report) => report.type === "Self" || report.exponential) || reports.filter(({ type }) => type === "Trade").length > 1;
}

/** Steps of the search after which a pattern counts as too large to look into. */
const MOST_STEPS = 300_000;

/**
 * Looks for a position from which two different ways lead back to it over the same characters. Two walkers start there
 * together, step over characters both can read, part, and meet there again.
 */
function hasTwoWaysAround(automaton: PositionAutomaton): boolean {
  const budget = { left: MOST_STEPS };
  return automaton.reads.some((_, start) => isInLoop(automaton, start) && leadsBackTwice(automaton, start, budget));
}

function isInLoop({ follows }: PositionAutomaton, start: number): boolean {
  const seen = new Set<number>();
  const queue = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const next of follows[at] ?? []) {
      if (next === start) return true;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return false;
}

function leadsBackTwice(automaton: PositionAutomaton, start: number, budget: { left: number }): boolean {
  const size = automaton.reads.length;
  const seen = new Set<number>();
  const queue: Walkers[] = [{ first: start, second: start, parted: false }];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const next of steps(automaton, at)) {
      budget.left -= 1;
      if (budget.left < 0) return true;
      if (next.parted && next.first === start && next.second === start) return true;
      const key = (next.first * size + next.second) * 2 + (next.parted ? 1 : 0);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return false;
}

interface Walkers {
  readonly first: number;
  readonly second: number;
  readonly parted: boolean;
}

function steps({ reads, follows }: PositionAutomaton, { first, second, parted }: Walkers): readonly Walkers[] {
  const [ways, others] = [follows[first] ?? [], follows[second] ?? []];
  return ways.flatMap((next, way) =>
    others.flatMap((other, otherWay) => {
      // Together they go on in step, unless they take two ways to one place: that too is parting.
      if (first === second && !parted && otherWay < way) return [];
      const [one, two] = [reads[next], reads[other]];
      if (one === undefined || two === undefined || one.isDisjointWith(two)) return [];
      return [{ first: next, second: other, parted: parted || (first === second ? way !== otherWay : true) }];
    }),
  );
}
