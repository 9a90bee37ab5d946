/** Where the engine takes its time from. Instants are milliseconds since the epoch. */
export interface Clock {
  readonly now: () => number;
  /** Calls back once `at` has come, however far away it is. @returns what cancels it */
  readonly schedule: (at: number, callback: () => void) => () => void;
  /** A virtual clock asks its users, between two callbacks, whether what the first set off has come to rest. */
  readonly onSettle?: (settled: () => Promise<void>) => void;
}
