import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { isError, type Problem } from "@motcua/procedure";
import { PORTAL_STYLE, type ShownForm } from "@motcua/portal";
import { momentText } from "../due/due-text.ts";
import type { AuthoredProcedure, ListedFolder } from "./author-project.ts";
import { type DrawnStep, drawnSteps } from "./drawn-steps.ts";
import { Html, html } from "./html.ts";
import type { NeedsNow } from "./needs-now.ts";
import { workflowSvg } from "./workflow-svg.ts";

/** What one procedure's page shows. */
export interface ProcedureView {
  readonly authored: AuthoredProcedure;
  readonly root: string;
  readonly provinceName: string;
  /** The form as it is filled in; absent where nothing compiles. */
  readonly shown?: { readonly form: ShownForm; readonly needs: NeedsNow; readonly channel: string; readonly sample: string | undefined };
}

const CHANNELS: Readonly<Record<string, string>> = { online: "trực tuyến", counter: "tại quầy", post: "bưu chính" };

/** The list of procedures. */
export function listPage(folders: readonly ListedFolder[], provinceName: string): string {
  const lines = folders.map(({ key, code, name }) => html`<li><a href="${pathOf(key)}">${code} ${name}</a> <span class="quiet">${key}</span></li>`);
  const rest = folders.length === 0 ? html`<p>Chưa có thủ tục nào: <code>motcua new</code>.</p>` : html`<ul>${lines}</ul>`;
  return page("Xem trước", provinceName, html`<h1>Thủ tục đang viết</h1>${rest}`);
}

/** One procedure: what is wrong with it, its form with what it asks for, its workflow. */
export function procedurePage(view: ProcedureView): string {
  const { authored, shown, provinceName } = view;
  const { module, stale, key } = authored;
  const title = module === undefined ? key : `${module.procedure.code} ${module.procedure.name.vi}`;
  const old = stale && html`<div class="notice warning column"><p>Bản vừa lưu chưa biên dịch được: bên dưới là bản trước đó.</p></div>`;
  const body = html`<h1>${title}</h1>
${module !== undefined && shown !== undefined && html`<p><a class="button" href="${pathOf(key)}?mo=1">Mở từng trang như người dân</a></p>`}
<p class="quiet">${module !== undefined && `phiên bản ${module.procedure.version} · áp dụng từ ${module.procedure.effective.from}`}</p>
${problemPart(authored.problems, view.root)}${old}
${shown !== undefined && formPart(authored, shown)}
${module !== undefined && workflowPart(drawnSteps(module.procedure))}`;
  return page(title, provinceName, body);
}

/** Said at the head of a citizen's page whose definition has problems: they are told at its foot. */
export function problemsNotice({ problems, stale }: AuthoredProcedure): Html {
  if (problems.length === 0) return html``;
  const errors = problems.filter(isError).length;
  return html`<div class="notice warning column"><p>${stale ? "Bản vừa lưu chưa biên dịch được, trang này là bản trước đó: " : "Định nghĩa có "}<a href="#loi">${errors} lỗi, ${problems.length - errors} cảnh báo</a></p></div>`;
}

/** What an author reads beside a citizen's page: what is wrong with the definition, and what the answers so far lead to. */
export function asidePart({ authored, root, needs, wrong }: { readonly authored: AuthoredProcedure; readonly root: string; readonly needs?: NeedsNow; readonly wrong: number }): Html {
  const { key, problems } = authored;
  return html`<aside class="author-notes" aria-label="Dành cho người viết thủ tục"><p><strong>Bản xem trước</strong> · <a href="${pathOf(key)}">Định nghĩa, quy trình, mẫu thử</a></p>
${problems.length > 0 && problemPart(problems, root)}
${needs !== undefined && html`${needsPart(needs)}<p class="quiet">${wrong === 0 ? "Tờ khai điền đến đây là hợp lệ." : `Tờ khai điền đến đây còn ${wrong} lỗi.`} Nội dung đã điền chỉ ở trong bộ nhớ của lệnh này.</p>`}</aside>`;
}

/** Where a procedure is shown. */
export function pathOf(key: string): string {
  return `/xem-truoc/${key.split("/").map(encodeURIComponent).join("/")}`;
}

/** A page of its own for what went wrong. */
export function messagePage(title: string, text: string): string {
  return page(title, "", html`<h1>${title}</h1><p>${text}</p>`);
}

function page(title: string, provinceName: string, body: Html): string {
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Xem trước</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${PORTAL_STYLE.path}"><link rel="stylesheet" href="/xem-truoc/kieu.css"><script type="module" src="/xem-truoc/trang.js"></script></head>
<body class="author"><header class="bar"><strong><a href="/xem-truoc">Xem trước</a></strong><span>${provinceName}</span></header><main>${body}</main></body></html>`.text;
}

function problemPart(problems: readonly Problem[], root: string): Html {
  if (problems.length === 0) return html`<p><strong>Không có lỗi.</strong></p>`;
  const errors = problems.filter(isError).length;
  return html`<section aria-labelledby="loi"><h2 id="loi">${errors} lỗi, ${problems.length - errors} cảnh báo</h2>${problems.map((problem) => problemItem(problem, root))}</section>`;
}

function problemItem(problem: Problem, root: string): Html {
  const place = problem.file === undefined ? problem.pointer : `${relative(root, problem.file)}:${problem.line ?? 1}:${problem.column ?? 1}`;
  const source = problem.file === undefined || problem.line === undefined ? undefined : lineAt(problem.file, problem.line, problem.column ?? 1);
  return html`<div class="problem ${!isError(problem) && "warning"}"><p><code>${place}</code> <code>${problem.file !== undefined && problem.pointer}</code></p>
<p><strong>${problem.message.vi}</strong> <span class="quiet">${problem.code}</span></p>${source !== undefined && html`<pre>${source}</pre>`}${problem.hint !== undefined && html`<p>Gợi ý: ${problem.hint.vi}</p>`}</div>`;
}

/** A line of source with its place marked. */
function lineAt(file: string, line: number, column: number): string | undefined {
  try {
    const text = readFileSync(file, "utf8").split("\n")[line - 1];
    return text === undefined || text.length > 400 ? undefined : `${text}\n${" ".repeat(column - 1)}^`;
  } catch {
    return undefined;
  }
}

function formPart({ key, module, samples }: AuthoredProcedure, { form, needs, channel, sample }: NonNullable<ProcedureView["shown"]>): Html {
  const link = (query: string, text: string, current: boolean) => html`<li><a href="${pathOf(key)}?${query}"${current && new Html(' aria-current="true"')}>${text}</a></li>`;
  const wrong = form.problems.filter(isError).length;
  return html`<h2>Tờ khai như người dân thấy</h2>
<ul class="choices" aria-label="Điền bằng">${link("mau=", "để trống", sample === "")}${samples.map(({ id }) => link(`mau=${encodeURIComponent(id)}`, id, sample === id))}</ul>
<ul class="choices" aria-label="Cách nộp">${(module?.procedure.channels ?? []).map((one) => link(`kenh=${one}`, CHANNELS[one] ?? one, one === channel))}</ul>
<div class="sides"><form class="form" method="post" action="${pathOf(key)}" novalidate>${new Html(form.html)}<p><button class="button" type="submit" name="_do" value="next">Tính lại theo nội dung đã điền</button></p></form>
<aside class="needs">${needsPart(needs)}<p class="quiet">${wrong === 0 ? "Tờ khai điền như vậy là hợp lệ." : `Tờ khai điền như vậy có ${wrong} lỗi.`}</p></aside></div>`;
}

function needsPart({ case: found, gate, documents, fees, due }: NeedsNow): Html {
  const papers = documents.map(({ name, how, needed }) => html`<li>${name} <span class="quiet">(${how}${!needed && ", một trong nhóm hoặc không bắt buộc"})</span></li>`);
  const costs = fees.map(({ name, vnd, foreign, waived, reduced }) => html`<li>${name}: ${waived !== undefined ? `được miễn (${waived})` : foreign !== undefined ? foreign : vnd === null ? "tỉnh chưa đặt mức" : `${vnd.toLocaleString("vi-VN")} đ`}${reduced !== undefined && ` (đã giảm: ${reduced})`}</li>`);
  return html`<h2>Với các câu trả lời này</h2>${gate !== undefined && html`<div class="notice warning"><p>${gate}</p></div>`}
<p>Trường hợp: <strong>${found ?? "không trường hợp nào"}</strong></p>
<h3>Giấy tờ</h3>${papers.length === 0 ? html`<p>Không cần giấy tờ.</p>` : html`<ul>${papers}</ul>`}
<h3>Phí, lệ phí</h3>${costs.length === 0 ? html`<p>Không có khoản nào được khai báo.</p>` : html`<ul>${costs}</ul>`}
${due !== undefined && html`<h3>Nếu nhận ngay bây giờ</h3><p>Hẹn trả <strong>${momentText(due.at)}</strong> (${due.limit})${due.provisional && "; lịch nghỉ chưa công bố chính thức"}</p>`}`;
}

function workflowPart(steps: readonly DrawnStep[]): Html {
  const listed = steps.map(
    ({ id, name, why, who, time, legal, when, ways }) => html`<li><strong>${name}</strong> <code>${id}</code><br>${[who, why, time === undefined ? undefined : `phân bổ ${time}`, legal === undefined ? undefined : `luật định ${legal}`].filter((one) => one !== undefined).join(" · ")}
${when !== undefined && html`<br><span class="quiet">khi <code>${when}</code></span>`}<br><span class="quiet">${ways.map(({ label, to }) => `${label === "" ? "" : `${label} `}→ ${to}`).join("; ")}</span></li>`,
  );
  return html`<h2>Quy trình</h2><div class="drawing" tabindex="0" role="region" aria-label="Sơ đồ quy trình, cuộn được">${workflowSvg(steps)}</div><h3>Các bước theo thứ tự</h3><ol>${listed}</ol>`;
}
