import { STATUS_NAMES } from "@motcua/handlers";
import type { Portal } from "../portal.ts";
import { timeOf } from "../words/day-words.ts";
import type { DeskDossier } from "./desk-dossier.ts";
import { LATENESS, latenessOf } from "./lateness-words.ts";

/** Which dossier it is, where it stands, when it is due. */
export function DossierHead({ dossier: { view }, portal }: { readonly dossier: DeskDossier; readonly portal: Portal }) {
  const { state, procedure } = view;
  const due = state.acceptedAt === undefined ? state.acceptanceDue : state.due;
  const running = state.endedAt === undefined && state.finishedAt === undefined && state.pausedSince === undefined;
  const { words, tag } = LATENESS[latenessOf(due, portal.clock.now())];
  return (
    <>
      <h1>
        <span class="caption">Hồ sơ {state.code}</span>
        {procedure.name.vi}
      </h1>
      <p>
        <span class="tag">{STATUS_NAMES[state.nationalStatus].vi}</span>{" "}
        {running && due !== undefined ? <span class={tag}>{words}</span> : null}{" "}
        {due === undefined ? null : `${state.acceptedAt === undefined ? "Tiếp nhận trước" : "Hẹn trả"} ${timeOf(due)}`}
        {state.pausedSince === undefined ? null : `; tạm dừng tính thời hạn từ ${timeOf(state.pausedSince)}`}
      </p>
    </>
  );
}
