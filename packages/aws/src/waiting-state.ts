import type { Registration } from "@motcua/handlers";
import { CONNECT_RETRIES } from "@motcua/workflow";

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

/** The registration a waiting state asks for. */
export function registrationOf({ dossier, generation, step, after, token }: WaitingState): Registration {
  return { code: dossier, generation, wait: `${step}@${after}`, token };
}

/** Whether a system that does not answer this time counts as unavailable. */
export function isLastAttempt({ retry }: ConnectingState): boolean {
  return retry >= CONNECT_RETRIES;
}
