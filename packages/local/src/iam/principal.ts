/** Who makes a call: a function under its role, a service acting for a resource, or the administrator of this machine. */
export interface Principal {
  /** What log lines and errors call it: the function's logical id, `states`, `administrator`. */
  readonly name: string;
  /** Role whose policies are read; absent for a service that acts by resource policies alone. */
  readonly roleArn?: string;
  /** Service principal, `apigateway.amazonaws.com`. */
  readonly service?: string;
  /** Everything is allowed and nothing recorded: seeding and tests. */
  readonly administrator?: true;
}
