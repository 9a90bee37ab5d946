import type { Problem } from "@motcua/procedure";
import type { Drawing } from "../controls/control.ts";
import { controlFor } from "../controls/controls.ts";
import { requiredByRule } from "../form/required-by-rule.ts";
import type { Portal } from "../portal.ts";
import type { Journey } from "./journey.ts";

/** What the fields of a draft's pages are drawn with. The competent unit is one of the province's communes. */
export function drawingOf(portal: Pick<Portal, "lists" | "province">, { module, draft, form, circumstances }: Journey, problems: readonly Problem[]): Drawing {
  const { competentUnit } = module.procedure;
  const competent = competentUnit !== undefined && "at" in competentUnit ? competentUnit.at : undefined;
  const communes = portal.province.units.flatMap(({ commune }) => commune ?? []);
  return {
    lists: portal.lists,
    form: draft.form,
    problems,
    province: portal.province.code,
    ...(competent === undefined || communes.length === 0 ? {} : { communesAt: { [competent]: communes } }),
    requiredByRule: requiredByRule(module, form, circumstances),
    controlFor,
  };
}

/** What the portal's own questions are drawn with. */
export function ownDrawing(portal: Portal, problems: readonly Problem[]): Drawing {
  return { lists: portal.lists, form: {}, problems, province: portal.province.code, requiredByRule: () => false, controlFor };
}
