/** Signals that ask a command to stop: Ctrl-C, a supervisor, a closed terminal. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Exit code of a command that was told to stop before it was done: 128 + SIGINT. */
export const INTERRUPTED = 130;

/** Listens for being told to stop. */
export interface StopSignal {
  /** Resolves when told to stop. A second time ends the process at once: what it started ends with it. */
  readonly told: Promise<"stop">;
  readonly isTold: () => boolean;
  /** What some work gives, or "stop" where told first: what then becomes of the work is of no interest. */
  readonly orWhen: <T>(work: Promise<T>) => Promise<T | "stop">;
  /** Stops listening. */
  readonly release: () => void;
}

/** Takes the signals over: the command closes what it has opened before it ends. */
export function listenForStop(): StopSignal {
  let isTold = false;
  let tell: (stop: "stop") => void = () => {};
  const told = new Promise<"stop">((resolve) => {
    tell = resolve;
  });
  const hear = (): void => {
    if (isTold) process.exit(INTERRUPTED);
    isTold = true;
    tell("stop");
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return {
    told,
    isTold: () => isTold,
    orWhen: (work) => {
      work.catch(() => {});
      return Promise.race([work, told]);
    },
    release: () => {
      for (const signal of SIGNALS) process.off(signal, hear);
    },
  };
}
