/** Who acts. Names are looked up by `id`; events never carry a citizen's name. */
export interface Actor {
  readonly kind: "applicant" | "officer" | "system";
  /** OIDC `sub` of a person; the function's name for the system. */
  readonly id: string;
  /** Unit and role an officer acts for. */
  readonly unit?: string;
  readonly role?: string;
  /** OIDC `sub` of the absent person an officer acts for. */
  readonly onBehalfOf?: string;
}
