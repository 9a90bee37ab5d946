import { wildcard } from "./wildcard.ts";

/** Where a statement stands: a policy of a role, a permission of a function, the policy of a resource or of a key. */
export type StatementSource = "role" | "permission" | "resource" | "key";

/** Address of a statement in the templates. */
export interface StatementAddress {
  readonly stack: string;
  readonly logicalId: string;
  /** Place in the policy's list of statements, from 0. */
  readonly index: number;
}

/** One statement, ready to be matched. */
export interface Statement extends StatementAddress {
  readonly source: StatementSource;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly matchesAction: (action: string) => boolean;
  readonly matchesResource: (resource: string) => boolean;
  /** Principals it speaks of; undefined in a role's own policy. */
  readonly principals: readonly string[] | undefined;
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

/** A statement as a template writes it. */
export interface WrittenStatement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Compiles a written statement. Actions ignore case, resources do not, as in IAM. */
export function compileStatement(written: WrittenStatement, address: StatementAddress, source: StatementSource): Statement {
  const actions = asList(written.Action ?? written.NotAction);
  const resources = asList(written.Resource ?? written.NotResource);
  const anyAction = actions.map((pattern) => wildcard(pattern, "i"));
  const anyResource = resources.map((pattern) => wildcard(pattern));
  const wantedAction = written.NotAction === undefined;
  const wantedResource = written.NotResource === undefined;
  return {
    ...address,
    source,
    effect: written.Effect === "Deny" ? "Deny" : "Allow",
    actions,
    resources,
    matchesAction: (action) => anyAction.some((pattern) => pattern.test(action)) === wantedAction,
    matchesResource: (resource) => anyResource.some((pattern) => pattern.test(resource)) === wantedResource,
    principals: written.Principal === undefined ? undefined : principalsOf(written.Principal),
    condition: written.Condition,
  };
}

function principalsOf(principal: NonNullable<WrittenStatement["Principal"]>): readonly string[] {
  return typeof principal === "string" ? [principal] : Object.values(principal).flatMap(asList);
}

function asList(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
