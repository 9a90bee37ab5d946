import { evaluate, type Facts, type Fee, type FeeAmount, type Money, type ProcedureModule, type Text } from "@motcua/procedure";
import { listAt } from "./form-value.ts";

/** A fee that is due. `vnd` is `null` where the province has not set it yet, and where it is due in another currency. */
export interface DueFee {
  readonly id: string;
  readonly name: Text;
  readonly vnd: number | null;
  readonly foreign?: Money;
  readonly waived?: Text;
}

/** What amounts depend on beside the facts. */
export interface FeeOptions {
  readonly case: string;
  /** Amounts the province set, VND by fee id. */
  readonly localFees: Readonly<Record<string, number>>;
}

/** Fees due in a case. Integer VND; a waived fee is 0 with its reason. One that is charged for each entry of a list is their total. */
export function feesDue(module: ProcedureModule, facts: Facts, options: FeeOptions): readonly DueFee[] {
  return module.procedure.fees.flatMap((fee, index) => {
    if (fee.case !== undefined && fee.case !== options.case) return [];
    const parts = chargesOf(module, { fee, at: `/procedure/fees/${index}` }, { facts, ...options });
    if (parts.length === 0) return [];
    const waived = parts.every((part) => part.waived !== undefined) ? parts[0]?.waived : undefined;
    const vnd = parts.reduce<number | null>((sum, part) => (sum === null || part.vnd === null ? null : sum + part.vnd), 0);
    const foreign = foreignTotal(parts);
    return [{ id: fee.id, name: fee.name, vnd, ...(foreign === undefined ? {} : { foreign }), ...(waived === undefined ? {} : { waived }) }];
  });
}

/** Charges of one fee are in one currency. */
function foreignTotal(parts: readonly Charge[]): Money | undefined {
  const owed = parts.flatMap(({ foreign }) => foreign ?? []);
  const [first] = owed;
  return first === undefined ? undefined : { currency: first.currency, amount: hundredths(owed.reduce((sum, { amount }) => sum + amount, 0)) };
}

/** Sums of hundredths are not exact in binary. */
const hundredths = (amount: number): number => Math.round(amount * 100) / 100;

interface Charge {
  readonly vnd: number | null;
  readonly foreign?: Money;
  readonly waived?: Text;
}

/** A fee where it stands in the definition. */
interface FeeAt {
  readonly fee: Fee;
  readonly at: string;
}

/** One charge, or one for each entry of a list. */
function chargesOf(module: ProcedureModule, { fee, at }: FeeAt, { facts, localFees }: FeeOptions & { readonly facts: Facts }): readonly Charge[] {
  const entries: readonly Facts[] = fee.each === undefined ? [facts] : listAt(facts.form, fee.each).map((item, index) => ({ ...facts, item, nth: index + 1 }));
  return entries.flatMap((entry) => {
    if (!evaluate(module, `${at}/when`, entry, fee.when === undefined)) return [];
    const waiver = fee.waived?.find((_, number) => evaluate(module, `${at}/waived/${number}/when`, entry, false));
    if (waiver !== undefined) return [{ vnd: 0, waived: waiver.reason }];
    const count = (name: "quantity" | "times") => Number(evaluate<unknown>(module, `${at}/${name}`, entry, 1));
    if (fee.amount.state === "assessed") return [{ vnd: assessed(module, at, entry) }];
    if ("foreign" in fee.amount) {
      const { currency, amount } = fee.amount.foreign;
      return [{ vnd: null, foreign: { currency, amount: hundredths(amount * count("quantity") * count("times")) } }];
    }
    const once = amountOf(fee.amount, count("quantity"), localFees[fee.id]);
    return [{ vnd: once === null ? null : once * count("times") }];
  });
}

/** What another agency has computed; nothing before it has. */
function assessed(module: ProcedureModule, at: string, facts: Facts): number | null {
  const vnd = evaluate<unknown>(module, `${at}/quantity`, facts, null);
  return typeof vnd === "number" && vnd >= 0 ? vnd : null;
}

type InDong = Extract<FeeAmount, { readonly vnd: number }>;

function amountOf(amount: Exclude<FeeAmount, { readonly state: "assessed" } | { readonly foreign: Money }>, quantity: number, local: number | undefined): number | null {
  switch (amount.state) {
    case "free":
      return 0;
    case "amount":
      return Math.min(amount.cap ?? Infinity, tiered(amount, quantity));
    case "set-locally":
      return local === undefined ? null : local * quantity;
  }
}

/** The first units at the amounts of their tiers, the others at the amount itself. */
function tiered({ tiers = [], vnd }: InDong, quantity: number): number {
  let [sum, before] = [0, 0];
  for (const tier of tiers) {
    sum += Math.max(0, Math.min(quantity, tier.upTo) - before) * tier.vnd;
    before = tier.upTo;
  }
  return sum + Math.max(0, quantity - before) * vnd;
}
