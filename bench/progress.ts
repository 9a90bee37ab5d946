const started = performance.now();

/** Says on the error stream what is being measured, and how many seconds have passed: standard output is for rows alone. */
export function progress(what: string): void {
  console.error(`${((performance.now() - started) / 1_000).toFixed(0).padStart(5)} s  ${what}`);
}
