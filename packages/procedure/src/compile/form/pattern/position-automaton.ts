import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { toUnicodeSet } from "regexp-ast-analysis";

type CharacterSet = ReturnType<typeof toUnicodeSet>;

/** A regular expression as positions that each read one character, and the ways from one to the next. */
export interface PositionAutomaton {
  /** The characters a position reads. */
  readonly reads: readonly CharacterSet[];
  /** By position: where the next character may be read; a position twice where two ways lead there. */
  readonly follows: readonly (readonly number[])[];
}

/** Positions above which a pattern is not looked into. */
const MOST_POSITIONS = 400;
/** Copies that must be there are unfolded up to so many. */
const MOST_COPIES = 64;
/** Copies that may be there are unfolded up to so many; above, the repetition is taken as unbounded. */
const MOST_OPTIONAL = 8;

/** A part of the pattern: positions it may begin and end at, and whether it may be empty. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly empty: boolean;
}

const NOTHING: Part = { first: [], last: [], empty: true };
const FLAGS = { unicode: true, ignoreCase: false, unicodeSets: false, global: false, dotAll: false, hasIndices: false, multiline: false, sticky: false } as const;

/**
 * The positions of a pattern (Glushkov's construction); `undefined` for one too large to unfold, or that repeats what may
 * be empty many times. Assertions and references
 * back read nothing here. @throws SyntaxError for text that is no pattern
 */
export function positionAutomaton(pattern: string): PositionAutomaton | undefined {
  const ast = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  const automaton = new Builder();
  const built = automaton.alternatives(ast.alternatives);
  return built === undefined ? undefined : automaton;
}

class Builder implements PositionAutomaton {
  readonly reads: CharacterSet[] = [];
  readonly follows: number[][] = [];

  alternatives(alternatives: readonly AST.Alternative[]): Part | undefined {
    const parts = alternatives.map(({ elements }) => this.#sequence(elements.map((element) => () => this.#element(element))));
    if (parts.some((part) => part === undefined)) return undefined;
    const known = parts as readonly Part[];
    return { first: known.flatMap(({ first }) => first), last: known.flatMap(({ last }) => last), empty: known.some(({ empty }) => empty) };
  }

  #element(element: AST.Element): Part | undefined {
    switch (element.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
        return this.#position(toUnicodeSet(element, FLAGS));
      case "Group":
      case "CapturingGroup":
        return this.alternatives(element.alternatives);
      case "Quantifier":
        return this.#repeated(element);
      default:
        return NOTHING;
    }
  }

  #position(set: CharacterSet): Part | undefined {
    if (this.reads.length >= MOST_POSITIONS) return undefined;
    const at = this.reads.push(set) - 1;
    this.follows.push([]);
    return { first: [at], last: [at], empty: false };
  }

  #sequence(makers: readonly (() => Part | undefined)[]): Part | undefined {
    let all: Part = NOTHING;
    for (const make of makers) {
      const next = make();
      if (next === undefined) return undefined;
      this.#connect(all.last, next.first);
      all = { first: all.empty ? [...all.first, ...next.first] : all.first, last: next.empty ? [...all.last, ...next.last] : next.last, empty: all.empty && next.empty };
    }
    return all;
  }

  #repeated({ element, min, max }: AST.Quantifier): Part | undefined {
    if (max === 0) return NOTHING;
    const copy = () => this.#element(element);
    const optional = () => asOptional(copy());
    const loop = () => {
      const part = copy();
      if (part !== undefined) this.#connect(part.last, part.first);
      return part;
    };
    // Which of many copies stays empty is a choice of its own for each: `(a?){60}` has more ways than can be tried.
    if (min > MOST_OPTIONAL && new Builder().#element(element)?.empty === true) return undefined;
    const least = Math.min(min, MOST_COPIES);
    const copies = (count: number, make: () => Part | undefined) => Array.from({ length: count }, () => make);
    if (max - min <= MOST_OPTIONAL && min === least) return this.#sequence([...copies(least, copy), ...copies(max - least, optional)]);
    return least === 0 ? asOptional(loop()) : this.#sequence([...copies(least - 1, copy), loop]);
  }

  #connect(from: readonly number[], to: readonly number[]): void {
    for (const position of from) this.follows[position]?.push(...to);
  }
}

function asOptional(part: Part | undefined): Part | undefined {
  return part === undefined ? undefined : { ...part, empty: true };
}
