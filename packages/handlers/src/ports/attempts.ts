/** Atomic counters of guesses, forgotten after a while. */
export interface Attempts {
  /** Counts one more attempt at `subject` and returns how many there are; the counter is gone after `expiresAt` (ISO 8601). */
  add(subject: string, expiresAt: string): Promise<number>;
}
