/** One published figure, beside its peer where there is one. `ratio` is value ÷ peerValue; `budget` is judged by `pass`. */
export interface Row {
  readonly suite: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string | null;
  readonly peerValue: number | null;
  readonly ratio: number | null;
  readonly budget: string | null;
  readonly pass: boolean | null;
}

/** A figure without a peer, against an upper or lower bound. */
export function figure(
  suite: string,
  measured: { readonly name: string; readonly value: number; readonly unit: string; readonly atMost?: number; readonly atLeast?: number },
): Row {
  const { name, value, unit, atMost, atLeast } = measured;
  const budget = atMost !== undefined ? `≤ ${atMost} ${unit}` : atLeast !== undefined ? `≥ ${atLeast} ${unit}` : null;
  const pass = atMost !== undefined ? value <= atMost : atLeast !== undefined ? value >= atLeast : null;
  return { suite, name, value, unit, peer: null, peerValue: null, ratio: null, budget, pass };
}

/** Middle value of a list of measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
