import type { Problem } from "../../problem.ts";
import { type ExpressionContext, variablesAt } from "../cel/compile-expressions.ts";
import type { ExpressionPlace } from "../cel/expression-places.ts";
import type { BundledForm } from "../form/bundle-refs.ts";
import type { DataSources } from "../form/data-sources.ts";
import type { Definition } from "../references/definition.ts";
import { checkAmounts } from "./check-amounts.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkHiddenFields } from "./check-hidden-fields.ts";
import { checkPersonalData } from "./check-personal-data.ts";
import { checkLookups, checkPrefill } from "./check-prefill.ts";
import { checkResults } from "./check-results.ts";

/** What the checks of meaning look at, beside the definition. */
export interface MeaningContext {
  readonly bundled: BundledForm;
  /** Expressions without a fault of their own. */
  readonly places: readonly ExpressionPlace[];
  readonly expressions: Pick<ExpressionContext, "variables" | "entryOf" | "recordOf">;
  readonly dataSources?: DataSources | undefined;
}

/** Everything that is written correctly and cannot be meant. */
export function checkMeaning(definition: Definition, { bundled, places, expressions, dataSources }: MeaningContext): readonly Problem[] {
  const { variables } = expressions;
  const variablesOf = (place: ExpressionPlace) => variablesAt(place, expressions);
  return [
    ...checkConditions(definition, { places, variablesOf }),
    ...checkHiddenFields(definition, variables),
    ...checkAmounts(definition),
    ...checkResults(definition),
    ...checkPersonalData(definition.files.form, bundled),
    ...(dataSources === undefined ? [] : [...checkPrefill(definition.files.form, bundled, dataSources), ...checkLookups(definition, dataSources)]),
  ];
}
