import type { TrackingView } from "@motcua/handlers";
import { ProgressLine } from "../pages/progress-line.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { timeOf } from "../words/day-words.ts";
import { statusLine, statusMeaning } from "../words/status-line.ts";

/** Status and dates of a dossier, nothing of its content. `receipt`: path of form 01, for whoever holds the secret. */
export function trackPage(c: PortalContext, portal: Portal, { view, receipt }: { readonly view: TrackingView; readonly receipt?: string }): Response {
  return render(c, portal, {
    options: { title: "Tình trạng hồ sơ", back: "/tra-cuu" },
    children: (
      <>
        <h1>
          <span class="caption">{view.procedure.vi}</span>
          Hồ sơ {view.code}
        </h1>
        <p class="lead column">
          <strong>{view.statusName.vi}.</strong> {statusMeaning(view.nationalStatus)}
        </p>
        <ProgressLine stages={statusLine(view)} />
        <Dates view={view} />
        {receipt === undefined ? null : (
          <p>
            <a class="button secondary" href={receipt}>
              {view.acceptedAt === undefined ? "Tải giấy xác nhận nộp hồ sơ (PDF)" : "Tải giấy tiếp nhận và hẹn trả (PDF)"}
            </a>
          </p>
        )}
      </>
    ),
  });
}

/** The dates of a dossier. */
export function Dates({ view }: { readonly view: Pick<TrackingView, "submittedAt" | "acceptedAt" | "due" | "finishedAt"> }) {
  const rows = [
    ["Nộp lúc", view.submittedAt],
    ["Tiếp nhận lúc", view.acceptedAt],
    ["Hẹn trả kết quả", view.due],
    ["Kết thúc lúc", view.finishedAt],
  ] as const;
  return (
    <dl class="answers column">
      {rows.map(([label, at]) =>
        at === undefined ? null : (
          <div>
            <dt>{label}</dt>
            <dd>{timeOf(at)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
