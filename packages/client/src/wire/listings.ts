import type { DossierState } from "./dossier-view.ts";
import type { Text } from "@motcua/procedure";
import type { DossierView } from "./dossier-view.ts";

/** A procedure in force. */
export interface CatalogueLine {
  readonly code: string;
  readonly version: string;
  readonly name: Text;
  readonly field: { readonly id: string; readonly name: Text };
  readonly from: string;
  readonly to?: string;
  readonly shape: string;
}

/** A line of a worklist. */
export interface WorklistLine {
  readonly code: string;
  readonly task: string;
  readonly step: string;
  readonly stepName: Text;
  readonly procedure: Text;
  readonly due?: string;
  readonly lateness: "on-time" | "due-soon" | "late" | "none";
  readonly unit: string;
  readonly role?: string;
}

/** Who the caller is and acts for. */
export interface Account {
  readonly sub: string;
  readonly memberships: readonly { readonly unit: string; readonly role: string }[];
}

/** Public tracking: status and dates only; `papers`, addressed to the applicant, for whoever holds the secret. */
export interface TrackingView {
  readonly code: string;
  readonly procedure: Text;
  readonly nationalStatus: number;
  readonly statusName: Text;
  readonly submittedAt: string;
  readonly acceptedAt?: string;
  readonly due?: string;
  readonly finishedAt?: string;
  readonly papers?: DossierView["papers"];
}

/** One page of a list, and where the next one begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

/** A dossier the national portal has still to be told of, or will not take as it is. */
export interface UnsentDossier {
  readonly code: string;
  readonly unit: string;
  readonly state: "waiting" | "refused";
  /** When the oldest change that is not told happened. */
  readonly since: string;
  /** When it is tried next; of a refused one, when it was refused. */
  readonly next: string;
  readonly attempts: number;
  /** The portal's code of why it refused. */
  readonly reason?: string;
}

/** The main clock of an open dossier, as whoever counts it again needs it. */
export interface OpenClock {
  readonly start: string;
  readonly limit: string;
  readonly cutOff?: string;
  readonly due: string;
  readonly pauses?: readonly { readonly from: string; readonly to: string; readonly policy: "RESTART" | "EXTEND" | "SUBTRACT" | "NONE" }[];
  readonly extensions?: readonly { readonly at: string; readonly by: string }[];
  /** The last decision on a changed calendar, where the valid date is the one it gave. */
  readonly moved?: { readonly at: string; readonly before: string; readonly after: string };
}

/** A dossier that has not ended; `clock` where its main clock runs. */
export interface OpenDossier {
  readonly code: string;
  readonly procedure: string;
  readonly version: string;
  readonly phase: DossierState["phase"];
  readonly nationalStatus: number;
  readonly competentUnit: string;
  readonly receivingUnit: string;
  readonly submittedAt: string;
  readonly acceptedAt?: string;
  readonly due?: string;
  readonly clock?: OpenClock;
}
