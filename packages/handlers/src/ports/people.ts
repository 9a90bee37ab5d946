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
}

/** People with an account, by OIDC `sub`. Roles come from here, never from claims. */
export interface People {
  /** All there are, those included whose days have not come or have passed. */
  memberships(sub: string): Promise<readonly Membership[]>;
  name(sub: string): Promise<string | undefined>;
  /** Written by whoever administers the province. */
  put(person: { readonly sub: string; readonly name: string; readonly memberships: readonly Membership[] }): Promise<void>;
}

/** Server-side drafts and sessions of the portal: small JSON under an unguessable id, with a time to live. */
export interface Sessions {
  get(id: string): Promise<unknown>;
  put(id: string, value: unknown, expiresAt: string): Promise<void>;
  remove(id: string): Promise<void>;
}
