import type { PartUnit, Procedure } from "@motcua/procedure";
import type { DecideContext } from "./decide.ts";
import { valueAt } from "./form-value.ts";

/** A unit as a procedure asks for it. */
export interface WantedUnit extends Pick<PartUnit, "level" | "agency"> {
  /** Five-digit code of the commune that says which one. */
  readonly commune?: string;
}

/**
 * Whose people do a part. `of` says whose part it is where that is another unit: one of the procedure's `units` or a commune
 * the province does not have, for which `unit` enters what they did.
 */
export interface UnitHolder {
  readonly unit: string;
  readonly of?: string;
  readonly name?: string;
}

/** What a dossier says of its units. */
export interface DossierUnits {
  readonly procedure: Procedure;
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly form: unknown;
  readonly context: Pick<DecideContext, "unitOfCommune" | "unitOf">;
}

/** The unit a role's people are of, or one of the procedure's `units` by its id. What the province does not have is reached through the competent unit. */
export function unitHolder(units: DossierUnits, named: Procedure["roles"][string]["unit"] | undefined): UnitHolder {
  const { procedure, receivingUnit, competentUnit, form, context } = units;
  if (named === "receiving") return { unit: receivingUnit };
  if (named === undefined || named === "competent") return { unit: competentUnit };
  if (typeof named !== "string") return ofCommune(communeAt(form, named.at), units);
  const part = procedure.units?.[named];
  if (part === undefined) return { unit: competentUnit };
  const { level, agency, at, mode } = part;
  const commune = at === undefined ? undefined : communeAt(form, at);
  const here = mode === "external" || (at !== undefined && commune === undefined) ? undefined : context.unitOf({ level, ...(agency === undefined ? {} : { agency }), ...(commune === undefined ? {} : { commune }) });
  return here === undefined ? { unit: competentUnit, of: named, name: part.name.vi } : { unit: here };
}

function ofCommune(commune: string | undefined, { competentUnit, context }: DossierUnits): UnitHolder {
  if (commune === undefined) return { unit: competentUnit };
  const unit = context.unitOfCommune(commune);
  return unit === undefined ? { unit: competentUnit, of: commune } : { unit };
}

function communeAt(form: unknown, pointer: string): string | undefined {
  const commune = valueAt(form, pointer);
  return typeof commune === "string" ? commune : undefined;
}
