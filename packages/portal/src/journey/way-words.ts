import type { DocumentDefinition } from "@motcua/procedure";
import type { DocumentWay, DraftDocument } from "../draft/draft.ts";

/** The ways of giving a document, as choices. */
export const WAY_WORDS: Readonly<Record<DocumentWay, string>> = {
  electronic: "Dùng tệp đã tải lên",
  retrieved: "Cơ quan nhà nước tự khai thác dữ liệu, tôi không phải nộp",
  paper: "Tôi nộp bản giấy tại bộ phận một cửa hoặc qua bưu chính",
  presented: "Tôi xuất trình bản giấy tại bộ phận một cửa",
};

const SHORT: Readonly<Record<Exclude<DocumentWay, "electronic">, string>> = { retrieved: "Tự khai thác dữ liệu", paper: "Nộp bản giấy", presented: "Xuất trình bản giấy" };

/** How a document is given, in a few words; `undefined` where it is not. */
export function chosenWords(chosen: DraftDocument | undefined): string | undefined {
  if (chosen === undefined) return undefined;
  if (chosen.way !== "electronic") return SHORT[chosen.way];
  return chosen.files.length === 0 ? undefined : `Đã tải lên ${chosen.files.length} tệp`;
}

/** How many originals, copies or sets are asked for on paper; `""` where it is not said. */
export function copiesWords({ copies }: DocumentDefinition): string {
  const counts = [[copies?.original, "bản chính"], [copies?.copy, "bản sao"], [copies?.sets, "bộ"]] as const;
  return counts.flatMap(([count, unit]) => (count === undefined ? [] : [`${count} ${unit}`])).join(", ");
}
