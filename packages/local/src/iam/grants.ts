import type { Model } from "../assembly/read-model.ts";
import { AwsError } from "../aws-error.ts";
import { conditionHolds, type ConditionContext } from "./condition.ts";
import type { Principal } from "./principal.ts";
import { type Policies, readPolicies } from "./read-policies.ts";
import type { Statement, StatementSource } from "./statement.ts";

/** One permission a call needs; any one of `actions` will do. */
export interface Demand {
  readonly actions: readonly [string, ...string[]];
  readonly resource: string;
  /** Resource whose own policy is read too; `resource` itself where absent (a bucket's policy speaks of its objects). */
  readonly policyOf?: string;
  readonly context?: ConditionContext;
}

/** A call that was refused. */
export interface Denial {
  readonly at: string;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly reason: "no-statement" | "explicit-deny";
}

/** A statement of the templates and what it was used for. */
export interface StatementUse {
  readonly stack: string;
  readonly logicalId: string;
  readonly index: number;
  readonly source: StatementSource;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Whether it allowed (or denied) any call since the start. */
  readonly exercised: boolean;
  /** Actions it allowed. */
  readonly used: readonly string[];
}

/** The judge of every call. */
export interface Grants {
  /** @throws AwsError `AccessDeniedException` naming principal, action and resource; the denial is recorded */
  readonly demand: (principal: Principal, demand: Demand) => void;
  /** As `demand`, answering instead of throwing. */
  readonly permits: (principal: Principal, demand: Demand) => boolean;
  /** As `permits`, asked without consequence: nothing is recorded. */
  readonly wouldPermit: (principal: Principal, demand: Demand) => boolean;
  /** @throws AwsError when a role does not let a service act under it */
  readonly demandTrust: (principal: Principal, service: string, sourceArn?: string) => void;
  readonly statements: () => readonly StatementUse[];
  readonly denials: () => readonly Denial[];
}

/** Options of {@link createGrants}. */
export interface GrantOptions {
  readonly model: Model;
  /** Statement to leave out, to see what misses it. */
  readonly without?: { readonly logicalId: string; readonly index: number };
  readonly onDenial: (denial: Denial) => void;
}

interface Verdict {
  readonly allowed: boolean;
  /** What decided: one deny, one allow, or an allow and the key policy that leaves the decision to it. */
  readonly by: readonly Statement[];
}

/** Reads the policies of the templates and judges calls by them: a deny wins, else one allow is enough, else refused. */
export function createGrants({ model, without, onDenial }: GrantOptions): Grants {
  const leftOut = (statement: Statement) => statement.logicalId === without?.logicalId && statement.index === without.index;
  const policies = readPolicies(model, leftOut);
  const used = new Map<Statement, Set<string>>();
  const denials: Denial[] = [];
  const remember = new Map<string, Verdict>();

  const verdict = (principal: Principal, action: string, demand: Demand): Verdict => {
    const key = `${principal.roleArn ?? principal.service} ${action} ${demand.resource}`;
    const known = demand.context === undefined ? remember.get(key) : undefined;
    if (known !== undefined) return known;
    const judged = judge(policies, { principal, action, demand, account: model.account });
    if (demand.context === undefined && remember.size < 10_000) remember.set(key, judged);
    return judged;
  };
  const deny = (principal: Principal, demand: Demand, reason: Denial["reason"]): void => {
    const denial = { at: new Date().toISOString(), principal: principal.name, action: demand.actions[0], resource: demand.resource, reason };
    denials.push(denial);
    onDenial(denial);
  };
  const permits = (principal: Principal, demand: Demand): boolean => {
    if (principal.administrator === true) return true;
    let reason: Denial["reason"] = "no-statement";
    for (const action of demand.actions) {
      const { allowed, by } = verdict(principal, action, demand);
      for (const statement of by) use(used, statement, action);
      if (allowed) return true;
      if (by.length > 0) reason = "explicit-deny";
    }
    deny(principal, demand, reason);
    return false;
  };
  return {
    permits,
    wouldPermit: (principal, demand) => principal.administrator === true || demand.actions.some((action) => verdict(principal, action, demand).allowed),
    demandTrust: (principal, service, sourceArn) => {
      const context = { "aws:SourceAccount": model.account, ...(sourceArn === undefined ? {} : { "aws:SourceArn": sourceArn }) };
      const trusted = (policies.trust.get(principal.roleArn ?? "") ?? []).some(
        (statement) =>
          statement.effect === "Allow" &&
          (statement.principals ?? []).includes(service) &&
          (statement.condition === undefined || conditionHolds(statement.condition, context)),
      );
      if (trusted) return;
      const demand: Demand = { actions: ["sts:AssumeRole"], resource: principal.roleArn ?? "" };
      deny(principal, demand, "no-statement");
      throw denied({ name: principal.name, service }, demand);
    },
    demand: (principal, demand) => {
      if (!permits(principal, demand)) throw denied(principal, demand);
    },
    statements: () =>
      policies.statements.map((statement) => ({
        stack: statement.stack,
        logicalId: statement.logicalId,
        index: statement.index,
        source: statement.source,
        effect: statement.effect,
        actions: statement.actions,
        resources: statement.resources,
        exercised: used.has(statement),
        used: [...(used.get(statement) ?? [])],
      })),
    denials: () => denials,
  };
}

function use(used: Map<Statement, Set<string>>, statement: Statement, action: string): void {
  const actions = used.get(statement) ?? new Set();
  actions.add(action);
  used.set(statement, actions);
}

interface Call {
  readonly principal: Principal;
  readonly action: string;
  readonly demand: Demand;
  readonly account: string;
}

function judge(policies: Policies, call: Call): Verdict {
  const { principal, action, demand } = call;
  const context = { "aws:SecureTransport": "true", "aws:SourceAccount": call.account, "aws:PrincipalAccount": call.account, ...demand.context };
  const speaks = (statement: Statement) =>
    statement.matchesAction(action) &&
    statement.matchesResource(demand.resource) &&
    (statement.condition === undefined || conditionHolds(statement.condition, context));
  const own = (principal.roleArn === undefined ? [] : (policies.ofRole.get(principal.roleArn) ?? [])).filter(speaks);
  const owner = demand.policyOf ?? demand.resource;
  const theirs = (policies.ofResource.get(owner) ?? []).filter((statement) => namesPrincipal(statement, principal) && speaks(statement));
  const deny = [...own, ...theirs].find(({ effect }) => effect === "Deny");
  if (deny !== undefined) return { allowed: false, by: [deny] };
  const direct = theirs.find((statement) => statement.effect === "Allow" && !namesAccount(statement));
  if (direct !== undefined) return { allowed: true, by: [direct] };
  const [allow] = own;
  if (allow === undefined) return { allowed: false, by: [] };
  if (!action.startsWith("kms:")) return { allowed: true, by: [allow] };
  // A key obeys its own policy alone, unless that policy hands the decision to the account's IAM policies.
  const delegation = theirs.find((statement) => statement.effect === "Allow" && namesAccount(statement));
  return delegation === undefined ? { allowed: false, by: [] } : { allowed: true, by: [allow, delegation] };
}

function namesPrincipal(statement: Statement, principal: Principal): boolean {
  const names = statement.principals ?? [];
  return (
    names.includes("*") ||
    (principal.service !== undefined && names.includes(principal.service)) ||
    (principal.roleArn !== undefined && (names.includes(principal.roleArn) || namesAccount(statement)))
  );
}

function namesAccount(statement: Statement): boolean {
  return (statement.principals ?? []).some((name) => /^arn:aws:iam::\d+:root$/.test(name) || /^\d{12}$/.test(name));
}

function denied(principal: Principal, demand: Demand): AwsError {
  const message =
    `User: ${principal.roleArn ?? principal.service ?? principal.name} (${principal.name}) is not authorized to perform: ${demand.actions[0]} ` +
    `on resource: ${demand.resource} because no identity-based policy allows the ${demand.actions[0]} action`;
  return new AwsError("AccessDeniedException", message);
}
