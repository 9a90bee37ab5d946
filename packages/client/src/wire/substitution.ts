/** A duty offered to a colleague for the days one is away. */
export interface WantedSubstitution {
  readonly unit: string;
  readonly role: string;
  /** First and last day `yyyy-mm-dd` in Asia/Ho_Chi_Minh, both included; 180 days at most. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Number and date of the decision it rests on. */
  readonly decision: string;
}

/** Somebody acts for an officer who is away, in one duty, between two days. */
export interface Substitution extends WantedSubstitution {
  /** Unguessable, lower-case hex. */
  readonly id: string;
  /** `sub` of who is away, and of who acts. */
  readonly absent: string;
  readonly substitute: string;
  /** ISO 8601: when the substitute took it on. */
  readonly takenAt: string;
  /** ISO 8601: when one of the two ended it before its last day. */
  readonly endedAt?: string;
}

/** What is offered, and by whom; `own` to the one who offers it. */
export type SubstitutionOffer = Omit<Substitution, "substitute" | "takenAt" | "endedAt"> & { readonly own: boolean; readonly absentName?: string };

/** A duty, and where it is another's, whose. */
interface Duty {
  readonly unit: string;
  readonly role: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly onBehalfOf?: string;
  readonly substitution?: string;
}

/** A person's duties, and who acts for whom. */
export interface Substitutions {
  readonly own: readonly Duty[];
  readonly given: readonly (Substitution & { readonly substituteName: string; readonly over: boolean })[];
  readonly taken: readonly (Duty & { readonly onBehalfOf: string; readonly absentName: string })[];
}
