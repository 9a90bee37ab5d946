/** What an intrinsic function may ask of the stack it stands in. */
export interface Scope {
  readonly ref: (id: string) => unknown;
  readonly attribute: (id: string, name: string) => unknown;
  readonly importValue: (name: string) => unknown;
  readonly condition: (name: string) => boolean;
  readonly mapping: (map: string, top: string, second: string) => unknown;
  /** Availability zones of the region. */
  readonly zones: () => readonly string[];
}

/** Value of `AWS::NoValue`: the property that holds it is left out. */
export const NO_VALUE = Symbol("AWS::NoValue");

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const list = (value: unknown, scope: Scope): readonly unknown[] => resolveValue(value, scope) as readonly unknown[];
const text = (value: unknown, scope: Scope): string => String(resolveValue(value, scope));

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (id, scope) => scope.ref(String(id)),
  "Fn::GetAtt": (argument, scope) => {
    const [id = "", ...name] = typeof argument === "string" ? argument.split(".") : (argument as readonly string[]);
    return scope.attribute(id, name.join("."));
  },
  "Fn::Join": (argument, scope) => {
    const [separator, parts] = argument as readonly [string, unknown];
    return list(parts, scope).map(String).join(separator);
  },
  "Fn::Split": (argument, scope) => {
    const [separator, value] = argument as readonly [string, unknown];
    return text(value, scope).split(separator);
  },
  "Fn::Select": (argument, scope) => {
    const [index, values] = argument as readonly [unknown, unknown];
    return list(values, scope)[Number(resolveValue(index, scope))];
  },
  "Fn::Sub": substitute,
  "Fn::ImportValue": (name, scope) => scope.importValue(text(name, scope)),
  "Fn::FindInMap": (argument, scope) => {
    const [map, top, second] = list(argument, scope).map(String);
    return scope.mapping(map ?? "", top ?? "", second ?? "");
  },
  "Fn::If": (argument, scope) => {
    const [condition, then, otherwise] = argument as readonly [string, unknown, unknown];
    return resolveValue(scope.condition(condition) ? then : otherwise, scope);
  },
  "Fn::Equals": (argument, scope) => {
    const [left, right] = list(argument, scope);
    return left === right;
  },
  "Fn::Not": (argument, scope) => list(argument, scope)[0] !== true,
  "Fn::And": (argument, scope) => list(argument, scope).every((value) => value === true),
  "Fn::Or": (argument, scope) => list(argument, scope).some((value) => value === true),
  "Fn::Base64": (argument, scope) => Buffer.from(text(argument, scope)).toString("base64"),
  "Fn::GetAZs": (_, scope) => scope.zones(),
  Condition: (name, scope) => scope.condition(String(name)),
};

/**
 * A template value with its intrinsic functions applied.
 * @throws Error naming an intrinsic function that is not known here
 */
export function resolveValue(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, scope)).filter((item) => item !== NO_VALUE);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only !== undefined && entries.length === 1) {
    const intrinsic = INTRINSICS[only[0]];
    if (intrinsic !== undefined && isCall(only)) return intrinsic(only[1], scope);
    if (only[0].startsWith("Fn::")) throw new Error(`${only[0]} is not known to the local runner`);
  }
  const resolved = entries.map(([key, item]) => [key, resolveValue(item, scope)] as const);
  return Object.fromEntries(resolved.filter(([, item]) => item !== NO_VALUE));
}

/** A policy statement's `Condition` is a block of its own, not the intrinsic of the same name. */
function isCall([name, argument]: readonly [string, unknown]): boolean {
  return (name !== "Condition" && name !== "Ref") || typeof argument === "string";
}

function substitute(argument: unknown, scope: Scope): string {
  const [template, variables] = typeof argument === "string" ? [argument, {}] : (argument as readonly [string, Record<string, unknown>]);
  return template.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) => {
    if (name.startsWith("!")) return `\${${name.slice(1)}}`;
    if (name in variables) return text(variables[name], scope);
    if (whole.includes(".") && !name.startsWith("AWS::")) {
      const [id = "", ...attribute] = name.split(".");
      return String(scope.attribute(id, attribute.join(".")));
    }
    return String(scope.ref(name));
  });
}
