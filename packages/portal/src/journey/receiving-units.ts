import { localSettings, type NamedVersion, type PartyPointers, type Unit } from "@motcua/procedure";
import type { Draft } from "../draft/draft.ts";
import { isObject, valueAt } from "../form/json-pointer.ts";
import type { Portal } from "../portal.ts";
import type { Journey } from "./journey.ts";

/** The unit a dossier would best be sent to, and why. */
export interface SuggestedUnit {
  readonly unit: Unit;
  readonly why: "competent" | "residence";
}

/** The competent commune's unit where the procedure names one in its form; else that of where the submitter or owner lives. */
export function suggestedUnit({ province }: Portal, { module, form }: Journey): SuggestedUnit | undefined {
  const { competentUnit, parties } = module.procedure;
  const desks = localSettings(province, module.procedure)?.receivedAt;
  const at = (commune: unknown) => province.units.find((unit) => unit.commune !== undefined && unit.commune === commune && (desks?.includes(unit.code) ?? true));
  const competent = competentUnit === undefined || !("at" in competentUnit) ? undefined : at(valueAt(form, competentUnit.at));
  if (competent !== undefined) return { unit: competent, why: "competent" };
  const homes = [parties.submitter, parties.owner].flatMap((party) => communesOf(party, form));
  const home = homes.map(at).find((unit) => unit !== undefined);
  return home === undefined ? undefined : { unit: home, why: "residence" };
}

function communesOf({ address = [] }: PartyPointers, form: unknown): readonly unknown[] {
  return address.flatMap((pointer) => {
    const value = valueAt(form, pointer);
    return isObject(value) && value["xa"] !== undefined ? [value["xa"]] : [];
  });
}

/** Every one-stop unit of the province that takes the procedure, the provincial centre first, then by the name of their commune; at the counter the officer's own. */
export function receivingUnits({ province }: Portal, { channel, receivingUnit }: Draft, version: NamedVersion): readonly Unit[] {
  if (channel !== "online") return province.units.filter(({ code }) => code === receivingUnit);
  const desks = localSettings(province, version)?.receivedAt;
  const collator = new Intl.Collator("vi");
  return province.units.filter(({ code }) => desks?.includes(code) ?? true).sort((a, b) => Number(b.level === "province") - Number(a.level === "province") || collator.compare(a.name.vi, b.name.vi));
}
