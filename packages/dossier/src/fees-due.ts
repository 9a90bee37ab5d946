import { evaluate, type Facts, type Fee, type FeeReductionRule, type LocalFee, type Money, type ProcedureModule, type Text } from "@motcua/procedure";
import { listAt } from "./form-value.ts";

/** A fee that is due. `vnd` is `null` where the province has not set it yet, and where it is due in another currency. */
export interface DueFee {
  readonly id: string;
  readonly name: Text;
  readonly vnd: number | null;
  readonly foreign?: Money;
  readonly waived?: Text;
  readonly reduced?: FeeReduction;
}

/** Why a fee is less than it would be, and what that is: VND, or in the currency it is due in. */
export interface FeeReduction {
  readonly reason: Text;
  readonly from: number | Money;
}

/** What amounts depend on beside the facts. */
export interface FeeOptions {
  readonly case: string;
  /** Amounts the province set, by fee id. */
  readonly localFees: Readonly<Record<string, LocalFee>>;
  /** Which of the fees are looked at. @default all */
  readonly among?: (fee: Fee) => boolean;
}

/** Fees due in a case. Integer VND; a waived fee is 0 with its reason. One that is charged for each entry of a list is their total. */
export function feesDue(module: ProcedureModule, facts: Facts, options: FeeOptions): readonly DueFee[] {
  return module.procedure.fees.flatMap((fee, index) => {
    if ((fee.case !== undefined && fee.case !== options.case) || options.among?.(fee) === false) return [];
    const parts = chargesOf(module, { fee, at: `/procedure/fees/${index}` }, { facts, ...options });
    if (parts.length === 0) return [];
    const waived = parts.every((part) => part.waived !== undefined) ? parts[0]?.waived : undefined;
    const [vnd, foreign, reduced] = [total(parts), foreignTotal(parts), reductionOf(parts)];
    return [{
      id: fee.id, name: fee.name, vnd,
      ...(foreign === undefined ? {} : { foreign }), ...(waived === undefined ? {} : { waived }), ...(reduced === undefined ? {} : { reduced }),
    }];
  });
}

/** What one unit of charging costs: for the whole, or for an entry of a list. */
interface Charge {
  readonly vnd: number | null;
  readonly foreign?: Money;
  readonly waived?: Text;
  /** Why it is less than `full`. */
  readonly reduced?: Text;
  readonly full?: Pick<Charge, "vnd" | "foreign">;
}

type Amounts = readonly Pick<Charge, "vnd" | "foreign">[];

/** Unknown where one of them is. */
const total = (parts: Amounts): number | null => parts.reduce<number | null>((sum, { vnd }) => (sum === null || vnd === null ? null : sum + vnd), 0);

/** Charges of one fee are in one currency. */
function foreignTotal(parts: Amounts): Money | undefined {
  const owed = parts.flatMap(({ foreign }) => foreign ?? []);
  const [first] = owed;
  return first === undefined ? undefined : { currency: first.currency, amount: hundredths(owed.reduce((sum, { amount }) => sum + amount, 0)) };
}

/** What the fee would be if nothing of it were reduced, with the reason of the first part that is. */
function reductionOf(parts: readonly Charge[]): FeeReduction | undefined {
  const reason = parts.find(({ reduced }) => reduced !== undefined)?.reduced;
  if (reason === undefined) return undefined;
  const full = parts.map((part) => part.full ?? part);
  const from = foreignTotal(full) ?? total(full);
  return from === null ? undefined : { reason, from };
}

/** Sums of hundredths are not exact in binary. */
const hundredths = (amount: number): number => Math.round(amount * 100) / 100;

/** A fee where it stands in the definition. */
interface FeeAt {
  readonly fee: Fee;
  readonly at: string;
}

/** What amounts are computed by. */
type Ground = Pick<FeeOptions, "localFees"> & { readonly facts: Facts };

/** One charge, or one for each entry of a list; none where the fee does not apply. */
function chargesOf(module: ProcedureModule, fee: FeeAt, { facts, localFees }: Ground): readonly Charge[] {
  const { each } = fee.fee;
  if (each !== undefined) return listAt(facts.form, each).flatMap((item, index) => chargeBy(module, fee, { facts: { ...facts, item, nth: index + 1 }, localFees }) ?? []);
  const charge = chargeBy(module, fee, { facts, localFees });
  return charge === undefined ? [] : [charge];
}

function chargeBy(module: ProcedureModule, { fee, at }: FeeAt, { facts, localFees }: Ground): Charge | undefined {
  if (fee.when !== undefined && !evaluate(module, `${at}/when`, facts, false)) return undefined;
  const waiver = fee.waived?.find((_, number) => evaluate(module, `${at}/waived/${number}/when`, facts, false));
  if (waiver !== undefined) return { vnd: 0, waived: waiver.reason };
  const reduction = fee.reduced?.find((_, number) => evaluate(module, `${at}/reduced/${number}/when`, facts, false));
  if (fee.amount.state === "assessed") return { vnd: assessed(module, at, facts) };
  const units = fee.quantity === undefined ? 1 : Number(evaluate<unknown>(module, `${at}/quantity`, facts, 1));
  const times = fee.times === undefined ? 1 : Number(evaluate<unknown>(module, `${at}/times`, facts, 1));
  return charged(fee, { units, times, reduction, local: localFees[fee.id], channel: facts.channel });
}

/** How much of a fee is charged, and by what. */
interface Charged {
  readonly units: number;
  readonly times: number;
  readonly reduction: FeeReductionRule | undefined;
  readonly local: LocalFee | undefined;
  readonly channel: Facts["channel"];
}

function charged({ amount }: Fee, { units, times, reduction, local, channel }: Charged): Charge {
  switch (amount.state) {
    case "amount": {
      if ("foreign" in amount) return less({ vnd: null, foreign: { ...amount.foreign, amount: hundredths(amount.foreign.amount * units * times) } }, reduction);
      const full = { vnd: priceOf(amount, units) * times };
      if (reduction === undefined || !("vnd" in reduction)) return less(full, reduction);
      return { vnd: priceOf({ vnd: reduction.vnd, ...(amount.cap === undefined ? {} : { cap: amount.cap }) }, units) * times, reduced: reduction.reason, full };
    }
    case "set-locally": {
      if (local === undefined) return { vnd: null };
      const [usual, own] = [{ vnd: local.vnd * units * times }, { vnd: (local.byChannel?.[channel] ?? local.vnd) * units * times }];
      const found = less(own, reduction);
      // The province's own reduction is one as well: people are told what it would be otherwise.
      return own.vnd < usual.vnd ? { ...found, reduced: found.reduced ?? BY_CHANNEL[channel], full: usual } : found;
    }
    default:
      return { vnd: 0 };
  }
}

/** Less by a percentage. */
function less(full: Pick<Charge, "vnd" | "foreign">, reduction: FeeReductionRule | undefined): Charge {
  if (reduction === undefined || !("percent" in reduction)) return full;
  const share = (100 - reduction.percent) / 100;
  const { vnd, foreign } = full;
  return {
    vnd: vnd === null ? null : Math.round(vnd * share),
    ...(foreign === undefined ? {} : { foreign: { ...foreign, amount: hundredths(foreign.amount * share) } }),
    reduced: reduction.reason,
    full,
  };
}

/** Why a province takes less, where it does by channel. */
const BY_CHANNEL: Readonly<Record<Facts["channel"], Text>> = {
  online: { vi: "Mức của tỉnh cho hồ sơ nộp trực tuyến", en: "The province's amount for dossiers filed online" },
  counter: { vi: "Mức của tỉnh cho hồ sơ nộp trực tiếp", en: "The province's amount for dossiers filed at the counter" },
  post: { vi: "Mức của tỉnh cho hồ sơ nộp qua bưu chính", en: "The province's amount for dossiers sent by post" },
};

/** What another agency has computed; nothing before it has. */
function assessed(module: ProcedureModule, at: string, facts: Facts): number | null {
  const vnd = evaluate<unknown>(module, `${at}/quantity`, facts, null);
  return typeof vnd === "number" && vnd >= 0 ? vnd : null;
}

/** What one set of units costs. */
interface Price {
  readonly vnd: number;
  readonly tiers?: readonly { readonly upTo: number; readonly vnd: number }[];
  readonly cap?: number;
}

/** The first units at the amounts of their tiers, the others at the amount itself, and no more than the cap. */
function priceOf({ vnd, tiers = [], cap = Infinity }: Price, units: number): number {
  let [sum, before] = [0, 0];
  for (const tier of tiers) {
    sum += Math.max(0, Math.min(units, tier.upTo) - before) * tier.vnd;
    before = tier.upTo;
  }
  return Math.min(cap, sum + Math.max(0, units - before) * vnd);
}
