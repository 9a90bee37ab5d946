import type { SealedLog, TrackingView } from "@motcua/handlers";
import { PaperList } from "../pages/paper-list.tsx";
import { ProgressLine } from "../pages/progress-line.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { timeOf } from "../words/day-words.ts";
import { statusLine, statusMeaning } from "../words/status-line.ts";
import { SealedLogList } from "./sealed-log.tsx";

/** Status and dates of a dossier, nothing of its content. `own`: path its papers are below, for whoever holds the secret. */
export function trackPage(c: PortalContext, portal: Portal, { view, own, sealed }: { readonly view: TrackingView; readonly own?: string; readonly sealed?: SealedLog }): Response {
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
        {own === undefined ? null : (
          <>
            <p>
              <a class="button secondary" href={`${own}/giay-tiep-nhan.pdf`}>
                {view.acceptedAt === undefined ? "Tải giấy xác nhận nộp hồ sơ (PDF)" : "Tải giấy tiếp nhận và hẹn trả (PDF)"}
              </a>
            </p>
            <PaperList papers={view.papers ?? []} dossier={own} title="Văn bản gửi ông/bà" />
          </>
        )}
        {sealed === undefined ? null : <SealedLogList log={sealed} {...(own === undefined ? {} : { own })} />}
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
