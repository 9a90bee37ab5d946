import type { Row } from "../row.ts";

/** A figure and its peer's, measured in one run. */
export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerValue: number;
  /** Of the figure as a part of the peer's. */
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A row of the suite: a figure beside its peer, the budget a ratio of the two. */
export function beside({ name, value, unit, peer, peerValue, atLeast, atMost }: Measured): Row {
  const ratio = peerValue === 0 ? null : value / peerValue;
  const budget = atLeast !== undefined ? `≥ ${atLeast} × ${peer}` : atMost !== undefined ? `≤ ${atMost} × ${peer}` : null;
  const pass = ratio === null || budget === null ? null : (atLeast === undefined || ratio >= atLeast) && (atMost === undefined || ratio <= atMost);
  return { suite: "sdk", name, value, unit, peer, peerValue, ratio, budget, pass };
}
