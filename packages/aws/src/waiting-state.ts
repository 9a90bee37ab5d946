import type { Registration } from "@motcua/handlers";

/** Payload with which a waiting state invokes `register-task`. */
export interface WaitingState {
  readonly dossier: string;
  readonly generation: number;
  readonly step: string;
  /** Sequence number of the batch that opened the step. */
  readonly after: number;
  readonly token: string;
}

/** Payload with which a register step invokes `connect`: with the number of retries so far. */
export interface ConnectingState extends WaitingState {
  readonly retry: number;
}

/** Retries the state machine makes of a register step before it gives up. */
export const CONNECT_RETRIES = 5;

/** The registration a waiting state asks for. */
export function registrationOf({ dossier, generation, step, after, token }: WaitingState): Registration {
  return { code: dossier, generation, wait: `${step}@${after}`, token };
}

/** Whether the state machine will not come again. */
export function isLastAttempt({ retry }: ConnectingState): boolean {
  return retry >= CONNECT_RETRIES;
}
