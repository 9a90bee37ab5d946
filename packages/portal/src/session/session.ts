/** Who has logged in. Roles are not here: they are read from the table at every request. */
export interface SessionPerson {
  /** OIDC `sub`. */
  readonly sub: string;
  /** As the provider tells it; shown to the person alone. */
  readonly name: string;
  /** Whether the account had a duty at login: decides what the banner offers, nothing else. */
  readonly officer: boolean;
  /** Origin of the provider's logout, for the content policy of pages with a logout form. */
  readonly logoutOrigin?: string;
  /** ISO 8601. */
  readonly since: string;
}

/** A login that was begun and has not come back yet. */
export interface PendingLogin {
  readonly nonce: string;
  /** PKCE code verifier. */
  readonly verifier: string;
  /** Path to go on to. */
  readonly back: string;
}

/** What the server keeps for a browser, under an unguessable id. */
export interface Session {
  /** Synchroniser token of every form. */
  readonly csrf: string;
  /** Stands for somebody who has not logged in: the owner of their drafts. */
  readonly visitor: string;
  readonly person?: SessionPerson;
  /** By `state`. */
  readonly logins: Readonly<Record<string, PendingLogin>>;
  /** A message for the next page. */
  readonly notice?: string;
  /** What an officer last looked for in their worklist: kept here, because a name has no place in an address. */
  readonly search?: string;
  /** When the expiry was last moved, ISO 8601. */
  readonly renewedAt: string;
}

/** Hours a session lives without being used. More than 20, so that nobody filling in a form runs out of time (WCAG 2.2.1). */
export const SESSION_HOURS = 24;
/** Hours after which somebody logs in again. Their drafts belong to the account and stay. */
export const LOGIN_HOURS = 12;
