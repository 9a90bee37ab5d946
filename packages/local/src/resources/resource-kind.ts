/** A resource as its kind sees it when it answers `Ref` and `Fn::GetAtt`. */
export interface NamedResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly region: string;
  readonly account: string;
  /** A property with its intrinsics applied. */
  readonly property: (name: string) => unknown;
}

/** How one type of resource is named here: what `Ref` and `Fn::GetAtt` answer, as CloudFormation documents them. */
export interface ResourceKind {
  readonly types: readonly string[];
  readonly ref: (resource: NamedResource) => string;
  readonly attributes?: Readonly<Record<string, (resource: NamedResource) => string>>;
}

/** The explicit name of a resource, else one derived from stack and logical id. */
export function nameOf(resource: NamedResource, property: string): string {
  const given = resource.property(property);
  return typeof given === "string" ? given : `${resource.stack}-${resource.logicalId}`;
}

/** `arn:aws:<service>:<region>:<account>:<rest>` */
export function arnOf(resource: NamedResource, service: string, rest: string): string {
  return `arn:aws:${service}:${resource.region}:${resource.account}:${rest}`;
}
