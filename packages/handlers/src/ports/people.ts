/** What a person may act as. */
export interface Membership {
  readonly unit: string;
  readonly role: string;
}

/** People with an account, by OIDC `sub`. Roles come from here, never from claims. */
export interface People {
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
