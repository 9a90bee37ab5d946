import { parseDuration } from "@motcua/calendar";
import type { DocumentDefinition, DocumentRequirement } from "./definition.ts";
import type { Text } from "./text.ts";

const KINDS: Readonly<Record<DocumentRequirement["kind"], Required<Text>>> = {
  legalised: { vi: "Phải được hợp pháp hóa lãnh sự", en: "Consular legalisation is needed" },
  translated: { vi: "Phải được dịch sang tiếng Việt, bản dịch công chứng hoặc chứng thực chữ ký người dịch", en: "Translated into Vietnamese, the translation notarised or the translator's signature certified" },
  certified: { vi: "Bản sao phải được chứng thực, hoặc kèm bản chính để đối chiếu", en: "A copy has to be certified, or shown with the original" },
  valid: { vi: "Phải còn giá trị sử dụng", en: "It has to be in force still" },
};

/** What a paper has to be, a sentence each, its age first. `requirements`: those that apply. */
export function conditionTexts({ notOlderThan }: Pick<DocumentDefinition, "notOlderThan">, requirements: readonly DocumentRequirement[] = []): readonly Required<Text>[] {
  return [
    ...(notOlderThan === undefined ? [] : [ageText(notOlderThan)]),
    ...requirements.map(({ kind, except }) => {
      const { vi, en } = KINDS[kind];
      return except === undefined ? { vi, en } : { vi: `${vi}, ${except.vi}`, en: `${en}, ${except.en ?? except.vi}` };
    }),
  ];
}

function ageText(notOlderThan: string): Required<Text> {
  const { value = 0, unit = "d" } = parseDuration(notOlderThan) ?? {};
  const [vi, en] = unit === "mo" ? ["tháng", "months"] : ["ngày", "days"];
  return { vi: `Cấp không quá ${value} ${vi} tính đến ngày nộp hồ sơ`, en: `Issued no more than ${value} ${en} before the dossier is handed in` };
}
