/** What a person may act as: for good, or between two days while somebody is away. */
export interface Membership {
  readonly unit: string;
  readonly role: string;
  /** First day `yyyy-mm-dd` in Asia/Ho_Chi_Minh. @default since ever */
  readonly validFrom?: string;
  /** Last day, included. @default for good */
  readonly validTo?: string;
  /** `sub` of the person who is away: an acting head acts in their place, and the log says so. */
  readonly onBehalfOf?: string;
  /** Id of the substitution it comes from, where the absent person arranged it themselves. */
  readonly substitution?: string;
}

/** Somebody acts for an officer who is away, in one duty, between two days. Kept with the absent person for good. */
export interface Substitution {
  /** Unguessable, lower-case hex. */
  readonly id: string;
  /** `sub` of who is away, and of who acts. */
  readonly absent: string;
  readonly substitute: string;
  readonly unit: string;
  readonly role: string;
  /** First and last day `yyyy-mm-dd` in Asia/Ho_Chi_Minh, both included. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Number and date of the decision it rests on. */
  readonly decision: string;
  /** ISO 8601: when the substitute took it on. */
  readonly takenAt: string;
  /** ISO 8601: when one of the two ended it before its last day. */
  readonly endedAt?: string;
}

/** People with an account, by OIDC `sub`. Roles come from here, never from claims. */
export interface People {
  /** All there are, those included whose days have not come or have passed. */
  memberships(sub: string): Promise<readonly Membership[]>;
  name(sub: string): Promise<string | undefined>;
  /** Somebody takes a duty on: kept with the absent person, and added to the substitute's memberships. Repeating it is success. */
  addSubstitution(substitution: Substitution): Promise<void>;
  /** Those of an absent person, in the order they were taken on. */
  substitutions(absent: string): Promise<readonly Substitution[]>;
  /** Takes a duty that was taken on away at once; one that has ended stays as it is. */
  endSubstitution(of: Pick<Substitution, "absent" | "id"> & { readonly endedAt: string }): Promise<void>;
  /** Written by whoever administers the province; substitutions stay on record, duties taken on are replaced with the others. */
  put(person: { readonly sub: string; readonly name: string; readonly memberships: readonly Membership[] }): Promise<void>;
}

/** Server-side drafts and sessions of the portal: small JSON under an unguessable id, with a time to live. */
export interface Sessions {
  get(id: string): Promise<unknown>;
  put(id: string, value: unknown, expiresAt: string): Promise<void>;
  remove(id: string): Promise<void>;
}
