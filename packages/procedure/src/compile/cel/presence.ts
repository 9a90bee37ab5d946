import type { ExpressionNode } from "./expression-node.ts";

/** Paths known to be there when an expression is true, and when it is false. */
export interface Presence {
  readonly whenTrue: ReadonlySet<string>;
  readonly whenFalse: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The path a chain of fields reads, for example `form.tre.ngay_sinh`; `undefined` for anything else. */
export function pathOf(node: ExpressionNode): string | undefined {
  if (node.kind === "variable") return node.name;
  if (node.kind !== "field") return undefined;
  const of = pathOf(node.of);
  return of === undefined ? undefined : `${of}.${node.name}`;
}

/** What the `has()` of an expression tell of the fields it guards. */
export function presenceOf(node: ExpressionNode): Presence {
  switch (node.kind) {
    case "has": {
      const path = pathOf(node.field);
      return { whenTrue: path === undefined ? NOTHING : new Set([path]), whenFalse: NOTHING };
    }
    case "not": {
      const { whenTrue, whenFalse } = presenceOf(node.of);
      return { whenTrue: whenFalse, whenFalse: whenTrue };
    }
    case "and": {
      const [left, right] = [presenceOf(node.left), presenceOf(node.right)];
      return { whenTrue: union(left.whenTrue, right.whenTrue), whenFalse: shared(left.whenFalse, right.whenFalse) };
    }
    case "or": {
      const [left, right] = [presenceOf(node.left), presenceOf(node.right)];
      return { whenTrue: shared(left.whenTrue, right.whenTrue), whenFalse: union(left.whenFalse, right.whenFalse) };
    }
    default:
      return { whenTrue: NOTHING, whenFalse: NOTHING };
  }
}

/** All paths of both sets. */
export function union(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> {
  return right.size === 0 ? left : new Set([...left, ...right]);
}

function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...left].filter((path) => right.has(path)));
}
