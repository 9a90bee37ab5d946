import type { Unit } from "@motcua/procedure";
import { ownField } from "../form/own-field.ts";
import type { Choice, PlacedField } from "../form/field.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { CHANGING, nextPath, PAGE, pagePath, withDone, type Journey } from "./journey.ts";
import { journeyPage } from "./journey-frame.tsx";
import { OwnForm, ownMistakes, readOwn } from "./own-page.tsx";
import { receivingUnits, suggestedUnit, type SuggestedUnit } from "./receiving-units.ts";

/** Ways of receiving the result, as choices. */
export const RESULT_WAYS: readonly Choice[] = [
  { value: "counter", label: { vi: "Nhận tại bộ phận một cửa", en: "At the counter" } },
  { value: "post", label: { vi: "Qua bưu chính công ích", en: "By post" } },
  { value: "online", label: { vi: "Bản điện tử", en: "Online" } },
];

/** Shows where the dossier goes, and how the result comes where the form has not asked. */
export function showHandover(c: PortalContext, portal: Portal, journey: Journey): Response {
  const { receivingUnit, resultBy } = journey.draft;
  const values = { don_vi: receivingUnit ?? suggestedUnit(portal, journey)?.unit.code, nhan_kq: resultBy };
  return handoverPage(c, portal, { journey, values, mistakes: [] });
}

/** Takes the choice in. */
export async function takeHandover(c: PortalContext, portal: Portal, journey: Journey): Promise<Response> {
  const fields = fieldsOf(portal, journey);
  const values = readOwn(fields, c.get("body"));
  const mistakes = ownMistakes(fields, values);
  const chosen = { ...given("receivingUnit", values["don_vi"]), ...given("resultBy", values["nhan_kq"]) };
  const draft = withDone(mistakes.length === 0 ? { ...journey.draft, ...chosen } : journey.draft, PAGE.handover, mistakes.length === 0);
  await portal.drafts.save(draft);
  if (mistakes.length > 0) return handoverPage(c, portal, { journey: { ...journey, draft }, values, mistakes });
  return seeOther(c, nextPath({ ...journey, draft }, PAGE.handover, c.req.query("ve") === PAGE.check));
}

function given(key: "receivingUnit" | "resultBy", value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value };
}

const WHY: Readonly<Record<SuggestedUnit["why"], string>> = {
  competent: "là nơi giải quyết hồ sơ này theo nội dung đã khai",
  residence: "là nơi người nộp hồ sơ cư trú",
};

function fieldsOf(portal: Portal, journey: Journey): readonly PlacedField[] {
  const suggested = suggestedUnit(portal, journey);
  const hint = suggested === undefined || journey.draft.channel !== "online" ? undefined : `${suggested.unit.name.vi} ${WHY[suggested.why]}. Có thể chọn bộ phận một cửa khác của tỉnh.`;
  const choices = receivingUnits(portal, journey.draft, journey.module.procedure).map((unit) => ({ value: unit.code, label: { vi: shortName(portal, unit) } }));
  const unit = ownField({ key: "don_vi", control: "select", label: "Nộp đến bộ phận một cửa của", choices, ...(hint === undefined ? {} : { hint }) });
  const way = ownField({ key: "nhan_kq", control: "radio", label: "Nhận kết quả bằng cách nào?", choices: RESULT_WAYS });
  return [{ field: unit, at: "/don_vi" }, ...(journey.model.delivery === undefined ? [{ field: way, at: "/nhan_kq" }] : [])];
}

/** On a phone a list shows little of a line: the units' names all begin alike, their communes' do not. */
function shortName({ lists }: Portal, { commune, name }: Unit): string {
  const known = commune === undefined ? undefined : lists.communeName(commune);
  return known === undefined || known === commune ? name.vi : known;
}

function handoverPage(c: PortalContext, portal: Portal, of: { readonly journey: Journey; readonly values: Readonly<Record<string, unknown>>; readonly mistakes: readonly ListedMistake[] }): Response {
  const { journey, values, mistakes } = of;
  const action = `${pagePath(journey.draft, PAGE.handover)}${c.req.query("ve") === PAGE.check ? `?${CHANGING}` : ""}`;
  return journeyPage(c, portal, {
    journey,
    page: PAGE.handover,
    title: "Nơi nhận hồ sơ và kết quả",
    mistakes,
    children: <OwnForm c={c} portal={portal} of={{ action, fields: fieldsOf(portal, journey), values, mistakes }} />,
  });
}
