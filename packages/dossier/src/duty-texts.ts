import type { Procedure, Text } from "@motcua/procedure";
import type { OwedDuty } from "./issue-results.ts";

/** What is owed of a result, in words with its last day. */
export function dutyTexts({ results }: Pick<Procedure, "results">, result: string, owed: readonly OwedDuty[] = []): readonly Required<Text>[] {
  const defined = results.find(({ id }) => id === result)?.duties ?? [];
  return owed.map(({ duty, by }) => {
    const { vi, en = vi } = defined.find(({ id }) => id === duty)?.what ?? { vi: duty };
    const day = by.split("-").toReversed().join("/");
    return { vi: `${vi}, chậm nhất hết ngày ${day}`, en: `${en}, by ${day}` };
  });
}
