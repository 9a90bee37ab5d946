import type { Province, Sample } from "@motcua/procedure";

/** Key whose value is a province's code, beside a commune's. */
const PROVINCE_KEY = "tinh";

/**
 * A sample as somebody of another province would hand it in: its units and their communes are exchanged for that
 * province's, one for one. What depends on the province is expected no more: fees and due dates. A sample that is at home
 * there stays as it is.
 */
export function moveSample(sample: Sample, to: Province, all: readonly Province[]): Sample {
  const from = all.find(({ units }) => units.some(({ code }) => code === sample.receivingUnit));
  if (from === undefined || from.id === to.id) return sample;
  const exchange = exchangeOf(from, to);
  const { fees: _, due: __, finalDue: ___, ...expected } = sample.expected;
  const unit = sample.receivingUnit === undefined ? undefined : exchange.get(sample.receivingUnit);
  const moved = { ...sample, form: exchanged(sample.form, { exchange, from, to }), ...(sample.script === undefined ? {} : { script: exchanged(sample.script, { exchange, from, to }) as Sample["script"] }) };
  return { ...moved, ...(unit === undefined ? {} : { receivingUnit: unit }), expected };
}

/** Codes of units and of communes, each for one of its own kind; provinces have about as many. */
function exchangeOf(from: Province, to: Province): ReadonlyMap<string, string> {
  const known = exchanges.get(from) ?? new WeakMap<Province, ReadonlyMap<string, string>>();
  exchanges.set(from, known);
  const exchange = known.get(to) ?? exchangeAnew(from, to);
  known.set(to, exchange);
  return exchange;
}

/** Provinces have a hundred units, a catalogue has thousands of samples to move. */
const exchanges = new WeakMap<Province, WeakMap<Province, ReadonlyMap<string, string>>>();

function exchangeAnew(from: Province, to: Province): ReadonlyMap<string, string> {
  const pairs = from.units.flatMap(({ code, commune, level }) => {
    const alike = from.units.filter((unit) => unit.level === level);
    const there = to.units.filter((unit) => unit.level === level);
    const other = there[alike.findIndex((unit) => unit.code === code) % Math.max(1, there.length)] ?? to.units[0];
    if (other === undefined) return [];
    return [[code, other.code] as const, ...(commune === undefined || other.commune === undefined ? [] : [[commune, other.commune] as const])];
  });
  return new Map(pairs);
}

function exchanged(value: unknown, move: { readonly exchange: ReadonlyMap<string, string>; readonly from: Province; readonly to: Province }): unknown {
  if (typeof value === "string") return move.exchange.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => exchanged(item, move));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === PROVINCE_KEY && item === move.from.code ? move.to.code : exchanged(item, move)]));
}
