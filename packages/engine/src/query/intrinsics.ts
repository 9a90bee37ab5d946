import type { Json, JsonObject } from "../json.ts";
import { isObject, sameJson, shownJson } from "../json.ts";
import { hash } from "./jsonata-functions.ts";
import { seededRandom } from "./seeded-random.ts";
import type { Ambient } from "./visit.ts";

type Intrinsic = (given: readonly Json[], ambient: Ambient) => Json;

/** The intrinsic functions of JSONPath mode, by name. They throw TypeError on what they cannot take. */
export const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  "States.Array": (given) => given,
  "States.ArrayPartition": ([items, size]) => {
    const [list, step] = [array(items), number(size)];
    if (step < 1) throw new TypeError("chunk size must be at least 1");
    return Array.from({ length: Math.ceil(list.length / step) }, (_, at) => list.slice(at * step, (at + 1) * step));
  },
  "States.ArrayContains": ([items, wanted]) => array(items).some((item) => sameJson(item, wanted as Json)),
  "States.ArrayRange": ([first, last, step]) => range(number(first), number(last), number(step)),
  "States.ArrayGetItem": ([items, index]) => {
    const item = array(items)[number(index)];
    if (item === undefined) throw new TypeError(`index ${shownJson(index)} is out of bounds`);
    return item;
  },
  "States.ArrayLength": ([items]) => array(items).length,
  "States.ArrayUnique": ([items]) => array(items).filter((item, at, all) => all.findIndex((other) => sameJson(item, other)) === at),
  "States.Base64Encode": ([value]) => Buffer.from(text(value)).toString("base64"),
  "States.Base64Decode": ([value]) => Buffer.from(text(value), "base64").toString("utf8"),
  "States.Hash": ([value, algorithm]) => hash(value, algorithm) as string,
  "States.JsonMerge": ([left, right, deep]) => {
    if (deep === true) throw new TypeError("deep merging is not supported");
    return { ...object(left), ...object(right) };
  },
  "States.StringToJson": ([value]) => (text(value).trim() === "" ? null : (JSON.parse(text(value)) as Json)),
  "States.JsonToString": ([value]) => JSON.stringify(value),
  "States.MathRandom": ([from, to, seed], { random }) => {
    const [first, end] = [number(from), number(to)];
    const chance = seed === undefined ? random() : seededRandom(number(seed))();
    return first + Math.floor(chance * (end - first));
  },
  // AWS rounds each number to an integer first, halves upwards.
  "States.MathAdd": ([left, right]) => integer(left) + integer(right),
  "States.StringSplit": ([value, delimiters]) => {
    const cuts = text(delimiters);
    const parts = [""];
    for (const sign of text(value)) {
      if (cuts.includes(sign)) parts.push("");
      else parts.push((parts.pop() ?? "") + sign);
    }
    return parts.filter((part) => part !== "");
  },
  "States.Format": ([template, ...values]) => format(text(template), values),
  "States.UUID": (_, { uuid }) => uuid(),
};

function format(template: string, values: readonly Json[]): string {
  let used = 0;
  const formatted = template.replaceAll(/\\([{}])|\{\}/g, (_, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    if (used >= values.length) throw new TypeError("fewer arguments than {} in the template");
    return shown(values[used++] as Json);
  });
  if (used < values.length) throw new TypeError("more arguments than {} in the template");
  return formatted;
}

/** A value the way Java prints it: `{a=1, b=[x]}`. */
function shown(value: Json): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map((item) => shown(item)).join(", ")}]`;
  if (isObject(value)) return `{${Object.entries(value).map(([key, item]) => `${key}=${shown(item)}`).join(", ")}}`;
  return JSON.stringify(value);
}

function range(first: number, last: number, step: number): Json {
  if (step === 0) throw new TypeError("the step must not be 0");
  const count = Math.floor((last - first) / step) + 1;
  if (count > 1_000) throw new TypeError("the range has more than 1000 items");
  return Array.from({ length: Math.max(count, 0) }, (_, at) => first + at * step);
}

function integer(value: Json | undefined): number {
  // Adding zero turns -0 into 0.
  return Math.round(number(value)) + 0;
}

function number(value: Json | undefined): number {
  if (typeof value !== "number") throw new TypeError(`${JSON.stringify(value)} is not a number`);
  return value;
}

function text(value: Json | undefined): string {
  if (typeof value !== "string") throw new TypeError(`${JSON.stringify(value)} is not a string`);
  return value;
}

function array(value: Json | undefined): readonly Json[] {
  if (!Array.isArray(value)) throw new TypeError(`${JSON.stringify(value)} is not an array`);
  return value as readonly Json[];
}

function object(value: Json | undefined): JsonObject {
  if (!isObject(value)) throw new TypeError(`${JSON.stringify(value)} is not an object`);
  return value;
}
