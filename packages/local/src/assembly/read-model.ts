import type { NamedResource, ResourceKind } from "../resources/resource-kind.ts";
import { RESOURCE_KINDS } from "../resources/resource-kinds.ts";
import { NO_VALUE, resolveValue, type Scope } from "./intrinsics.ts";
import type { Assembly, Stack } from "./read-assembly.ts";

/** A resource of the assembly with every intrinsic applied. */
export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly region: string;
  readonly account: string;
  /** What `Ref` answers. */
  readonly ref: string;
  /** The `Arn` attribute, or what `Ref` answers where there is none. */
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Everything the templates of an assembly declare, resolved. */
export interface Model {
  readonly assembly: Assembly;
  readonly region: string;
  readonly account: string;
  readonly resources: readonly Resource[];
  readonly ofType: (...types: readonly string[]) => readonly Resource[];
  /** The resource with this ARN. */
  readonly byArn: (arn: string) => Resource | undefined;
  /** Outputs of all stacks by name. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * Resolves the templates of an assembly.
 * @throws Error naming every resource whose type is not known here, and anything a template refers to in vain
 */
export function readModel(assembly: Assembly): Model {
  const exported = new Map<string, () => unknown>();
  const scopes = assembly.stacks.map((stack) => scopeOf(stack, exported));
  refuseUnknownTypes(assembly.stacks);
  assembly.stacks.forEach((stack, index) => {
    const scope = scopes[index] as Scope;
    for (const output of Object.values(stack.template.Outputs ?? {})) {
      if (output.Export !== undefined) exported.set(String(resolveValue(output.Export.Name, scope)), () => resolveValue(output.Value, scope));
    }
  });
  const resources = assembly.stacks.flatMap((stack, index) => resourcesOf(stack, scopes[index] as Scope));
  const byArn = new Map(resources.map((resource) => [resource.arn, resource]));
  const first = assembly.stacks[0];
  if (first === undefined) throw new Error(`the assembly in ${assembly.directory} has no stack`);
  const outputs = assembly.stacks.flatMap((stack, index) =>
    Object.entries(stack.template.Outputs ?? {}).map(([name, output]) => [name, resolveValue(output.Value, scopes[index] as Scope)] as const),
  );
  return {
    assembly,
    region: first.region,
    account: first.account,
    resources,
    ofType: (...types) => resources.filter((resource) => types.includes(resource.type)),
    byArn: (arn) => byArn.get(arn),
    outputs: Object.fromEntries(outputs),
  };
}

function refuseUnknownTypes(stacks: readonly Stack[]): void {
  const unknown = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources)
      .filter(([, resource]) => !RESOURCE_KINDS.has(resource.Type))
      .map(([logicalId, resource]) => `${stack.name}/${logicalId} (${resource.Type})`),
  );
  if (unknown.length > 0) throw new Error(`the local runner does not know these resource types: ${unknown.join(", ")}`);
}

function scopeOf(stack: Stack, exported: ReadonlyMap<string, () => unknown>): Scope {
  const { template, region, account, name } = stack;
  const pseudo: Readonly<Record<string, unknown>> = {
    "AWS::Region": region,
    "AWS::AccountId": account,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": name,
    "AWS::StackId": `arn:aws:cloudformation:${region}:${account}:stack/${name}/local`,
    "AWS::NoValue": NO_VALUE,
    "AWS::NotificationARNs": [],
  };
  const missing = (what: string): never => {
    throw new Error(`stack ${name} refers to ${what}, which is not there`);
  };
  const scope: Scope = {
    ref: (id) => {
      if (id in pseudo) return pseudo[id];
      if (template.Parameters?.[id] !== undefined) return template.Parameters[id].Default;
      const found = named(stack, id, scope) ?? missing(id);
      return found.kind.ref(found.resource);
    },
    attribute: (id, attribute) => {
      const found = named(stack, id, scope) ?? missing(id);
      const read = found.kind.attributes?.[attribute] ?? missing(`${id}.${attribute}`);
      return read(found.resource);
    },
    importValue: (exportName) => (exported.get(exportName) ?? missing(`the export ${exportName}`))(),
    condition: (id) => resolveValue(template.Conditions?.[id] ?? missing(`the condition ${id}`), scope) === true,
    mapping: (map, top, second) => template.Mappings?.[map]?.[top]?.[second] ?? missing(`${map}/${top}/${second}`),
    zones: () => ["a", "b", "c"].map((letter) => region + letter),
  };
  return scope;
}

function named(stack: Stack, logicalId: string, scope: Scope): { kind: ResourceKind; resource: NamedResource } | undefined {
  const declared = stack.template.Resources[logicalId];
  const kind = declared === undefined ? undefined : RESOURCE_KINDS.get(declared.Type);
  if (declared === undefined || kind === undefined) return undefined;
  const property = (name: string) => resolveValue(declared.Properties?.[name], scope);
  return { kind, resource: { stack: stack.name, logicalId, region: stack.region, account: stack.account, property } };
}

function resourcesOf(stack: Stack, scope: Scope): readonly Resource[] {
  return Object.entries(stack.template.Resources)
    .filter(([, declared]) => declared.Condition === undefined || scope.condition(declared.Condition))
    .flatMap(([logicalId, declared]) => {
      const found = named(stack, logicalId, scope);
      if (found === undefined) return [];
      const ref = found.kind.ref(found.resource);
      return {
        stack: stack.name,
        logicalId,
        type: declared.Type,
        region: stack.region,
        account: stack.account,
        ref,
        arn: found.kind.attributes?.["Arn"]?.(found.resource) ?? ref,
        properties: resolveValue(declared.Properties ?? {}, scope) as Readonly<Record<string, unknown>>,
      };
    });
}
