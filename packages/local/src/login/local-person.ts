/** Somebody who can log in on this machine. Nobody here exists. */
export interface LocalPerson {
  /** OIDC `sub`. */
  readonly sub: string;
  readonly login: string;
  readonly name: string;
  /** What the list of log-ins says of the person. */
  readonly about?: string;
  /** Roles held, put into the table at the start; left alone where absent. */
  readonly memberships?: readonly { readonly unit: string; readonly role: string }[];
}
