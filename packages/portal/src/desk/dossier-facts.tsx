import { dutyTexts } from "@motcua/dossier";
import { notifiedName } from "@motcua/handlers";
import type { LegalWindow, Procedure } from "@motcua/procedure";
import type { Portal } from "../portal.ts";
import { isoDayWords, timeOf } from "../words/day-words.ts";
import { SCORE_NAMES } from "../words/score-names.ts";
import type { DeskDossier } from "./desk-dossier.ts";
import { deskPath } from "./officer.ts";
import { REDATE } from "./redate-page.tsx";

const CHANNELS = { online: "Trực tuyến", counter: "Trực tiếp tại bộ phận một cửa", post: "Qua bưu chính công ích" } as const;
const WAYS = { counter: "Trực tiếp tại bộ phận một cửa", post: "Qua bưu chính công ích", online: "Bản điện tử" } as const;

/** What is known of a dossier beside its form. */
export function DossierFacts({ dossier: { view, module }, portal }: { readonly dossier: DeskDossier; readonly portal: Portal }) {
  const { state } = view;
  const unitName = (code: string) => portal.province.units.find((unit) => unit.code === code)?.name.vi ?? code;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Trường hợp", module.procedure.cases[state.case]?.name.vi ?? state.case],
    ["Nơi tiếp nhận", unitName(state.receivingUnit)],
    ["Cơ quan giải quyết", unitName(state.competentUnit)],
    ["Cách nộp", CHANNELS[state.channel]],
    ["Cách nhận kết quả", WAYS[state.resultBy]],
    ["Nộp lúc", timeOf(state.submittedAt)],
    ["Tiếp nhận lúc", timeIf(state.acceptedAt)],
    ["Hẹn trả", timeIf(state.due)],
    ["Hẹn trả lần đầu", state.firstDue === state.due ? undefined : timeIf(state.firstDue)],
    ...windowFacts(module.procedure.workflow.windows, state.windows),
    ...resultFacts(module.procedure, state.results),
    ["Có kết quả lúc", timeIf(state.finishedAt)],
    ["Bưu gửi", state.delivery?.tracking],
    ["Đánh giá của người nộp", state.rating === undefined ? undefined : `${state.rating} trên 5: ${SCORE_NAMES[state.rating - 1]}`],
    ["Kết thúc lúc", timeIf(state.endedAt)],
    ...state.supplements.map(({ number, requestedAt, respondBy, completedAt }) => [`Bổ sung lần ${number}`, supplementWords({ requestedAt, respondBy, completedAt })] as const),
  ];
  return (
    <section aria-labelledby="thong-tin">
      <h2 id="thong-tin">Thông tin hồ sơ</h2>
      <dl class="answers dense">
        {facts.map(([name, value]) =>
          value === undefined ? null : (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {view.acts.includes("recompute-due") ? (
        <p>
          <a href={deskPath(state.code, REDATE)}>Điều chỉnh ngày hẹn trả theo quyết định</a>
        </p>
      ) : null}
      {state.acceptedAt === undefined ? null : (
        <p>
          <a href={deskPath(state.code, "giay-tiep-nhan.pdf")}>Giấy tiếp nhận hồ sơ và hẹn trả kết quả (PDF)</a>
        </p>
      )}
    </section>
  );
}

/** What the law gives each part of the work the dossier has come to. */
function windowFacts(defined: readonly LegalWindow[] = [], windows: DeskDossier["view"]["state"]["windows"] = {}): readonly (readonly [string, string])[] {
  return defined.flatMap(({ id, name }) => {
    const { due, closedAt, late, held } = windows[id] ?? {};
    if (due === undefined) return [];
    const verdict = late === true ? "; xong sau thời hạn" : closedAt !== undefined ? "; xong trong thời hạn" : held === undefined ? "" : "; đã quá hạn";
    return [[`Hạn theo luật: ${name.vi}`, `${timeOf(due)}${verdict}`] as const];
  });
}

/** Until when what was issued is valid, what is owed of it later, and who is to be told of it: whoever hands it over sees all of it. */
function resultFacts(procedure: Procedure, results: DeskDossier["view"]["state"]["results"]): readonly (readonly [string, string])[] {
  return procedure.results.flatMap(({ id, name }) => {
    const { validUntil, duties, notify = [] } = results[id] ?? {};
    const owed = dutyTexts(procedure, id, duties).map(({ vi }) => `người nhận phải: ${vi}`);
    const until = validUntil === undefined ? [] : [`có giá trị đến hết ngày ${isoDayWords(validUntil)}`];
    const told = notify.length === 0 ? [] : [`phải thông báo cho ${notify.map((one) => notifiedName(one, procedure).vi).join(", ")}`];
    const said = [...until, ...owed, ...told];
    return said.length === 0 ? [] : [[name.vi, said.join("; ")] as const];
  });
}

function timeIf(instant: string | undefined): string | undefined {
  return instant === undefined ? undefined : timeOf(instant);
}

function supplementWords(of: { readonly requestedAt: string; readonly respondBy: string | undefined; readonly completedAt: string | undefined }): string {
  const asked = `yêu cầu lúc ${timeOf(of.requestedAt)}`;
  if (of.completedAt !== undefined) return `${asked}; đã nhận lúc ${timeOf(of.completedAt)}`;
  return of.respondBy === undefined ? asked : `${asked}; chờ đến ${timeOf(of.respondBy)}`;
}
