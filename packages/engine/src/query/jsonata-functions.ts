import { createHash } from "node:crypto";
import { compileExpression } from "./jsonata-expression.ts";
import { seededRandom } from "./seeded-random.ts";
import type { Ambient } from "./visit.ts";

/** What Step Functions adds to JSONata, and what it takes away (`$eval`). Time is the engine's, one instant an evaluation. */
export function jsonataFunctions(ambient: Ambient): Readonly<Record<string, unknown>> {
  const instant = ambient.now();
  const millis = (): number => instant;
  const now = (picture?: string, timezone?: string): Promise<unknown> =>
    compileExpression("$fromMillis($instant, $picture, $timezone)").evaluate(undefined, { instant, picture, timezone });
  return { ...timeless(ambient), millis, now };
}

const known = new WeakMap<Ambient, Readonly<Record<string, unknown>>>();

function timeless(ambient: Ambient): Readonly<Record<string, unknown>> {
  const before = known.get(ambient);
  if (before !== undefined) return before;
  const { random, uuid } = ambient;
  const functions = {
    partition,
    range,
    hash,
    random: (seed?: number) => (seed === undefined ? random() : seededRandom(seed)()),
    uuid: () => uuid(),
    parse: (text?: unknown) => (typeof text === "string" ? (JSON.parse(text) as unknown) : undefined),
    eval: undefined,
  };
  known.set(ambient, functions);
  return functions;
}

/** `$partition(array, size)`: pieces of at most `size` items. */
function partition(items: unknown, size: unknown): unknown {
  if (items === undefined) return undefined;
  const list: readonly unknown[] = Array.isArray(items) ? items : [items];
  const step = Math.floor(Number(size));
  if (!(step >= 1)) throw new TypeError("The second argument of $partition must be a positive number");
  return Array.from({ length: Math.ceil(list.length / step) }, (_, at) => list.slice(at * step, (at + 1) * step));
}

/** `$range(first, last, step)`: both ends may be in it. */
function range(first: number, last: number, step: number): unknown {
  if (![first, last, step].every((value) => typeof value === "number") || step === 0) throw new TypeError("$range takes three numbers, the last of them not 0");
  const count = Math.floor((last - first) / step) + 1;
  if (count > 1_000) throw new RangeError("$range gives at most 1000 items");
  return Array.from({ length: Math.max(count, 0) }, (_, at) => first + at * step);
}

const ALGORITHMS: Readonly<Record<string, string>> = { MD5: "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512" };

/** `$hash(data, algorithm)` and `States.Hash`: hexadecimal; objects are hashed as their JSON text. */
export function hash(data: unknown, algorithm: unknown): string | undefined {
  if (data === undefined) return undefined;
  const name = ALGORITHMS[String(algorithm)];
  if (name === undefined) throw new TypeError(`${String(algorithm)} is not a hash algorithm: ${Object.keys(ALGORITHMS).join(", ")}`);
  return createHash(name)
    .update(typeof data === "string" ? data : JSON.stringify(data))
    .digest("hex");
}
