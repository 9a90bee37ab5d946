import type { WorklistLine } from "@motcua/handlers";
import type { Province } from "@motcua/procedure";
import { timeOf } from "../words/day-words.ts";
import { LATENESS, type Lateness } from "./lateness-words.ts";
import { DESK, deskPath } from "./officer.ts";
import { FILTER_NAMES, filterLink, linesOf, PAGE_LINES, roleOf, type WorklistFilter } from "./worklist-filter.ts";

/** What a worklist is drawn from. */
export interface WorklistProps {
  /** All lines, earliest due first. */
  readonly lines: readonly WorklistLine[];
  readonly filter: WorklistFilter;
  readonly roleName: (role: string) => string;
  readonly province: Province;
}

/** The steps that are the officer's, most urgent first. */
export function WorklistPage(props: WorklistProps) {
  const { lines, filter } = props;
  const narrowed = linesOf(lines, filter);
  const shown = filter.lateness === "" ? narrowed : narrowed.filter(({ lateness }) => lateness === filter.lateness);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_LINES));
  const page = Math.min(filter.page, pages);
  const units = new Set(lines.map(({ unit }) => unit)).size;
  return (
    <>
      <h1>Việc cần làm</h1>
      <div class="desk-bar">
        <form class="search" method="get" action={`${DESK}/ho-so`}>
          <div>
            <label for="ma">Mở hồ sơ theo mã</label>
            <input id="ma" name="ma" type="search" autocomplete="off" spellcheck={false} autocapitalize="characters" />
          </div>
          <button class="button secondary" type="submit">
            Mở
          </button>
        </form>
        <a class="button secondary" href={`${DESK}/tai-quay`}>
          Nhận hồ sơ tại quầy
        </a>
        <a class="button secondary" href={`${DESK}/so-theo-doi`}>
          Sổ theo dõi
        </a>
      </div>
      <LatenessLinks lines={narrowed} filter={filter} />
      <Filters {...props} />
      <p role="status">{shown.length === 0 ? "Không có việc nào đang chờ." : `${shown.length} việc, hạn gần nhất trước${pages > 1 ? `; trang ${page} trên ${pages}` : ""}`}</p>
      {shown.length === 0 ? null : <Lines {...props} lines={shown.slice((page - 1) * PAGE_LINES, page * PAGE_LINES)} severalUnits={units > 1} severalRoles={units > 1 || new Set(lines.map(roleOf)).size > 1} />}
      <Pages filter={{ ...filter, page }} pages={pages} />
    </>
  );
}

const ORDER: readonly Lateness[] = ["late", "due-soon", "on-time", "none"];

function LatenessLinks({ lines, filter }: { readonly lines: readonly WorklistLine[]; readonly filter: WorklistFilter }) {
  const count = (lateness: Lateness) => lines.filter((line) => line.lateness === lateness).length;
  const offered = ORDER.filter((lateness) => count(lateness) > 0 || filter.lateness === lateness);
  const link = (lateness: Lateness | "", words: string, number: number) => (
    <li>
      <a href={filterLink(DESK, filter, { lateness })} aria-current={filter.lateness === lateness ? "true" : undefined}>
        {words} <strong class={lateness === "late" && number > 0 ? "late" : undefined}>{number}</strong>
      </a>
    </li>
  );
  return (
    <nav aria-label="Lọc theo hạn">
      <ul class="tabs">
        {link("", "Tất cả", lines.length)}
        {offered.map((lateness) => link(lateness, LATENESS[lateness].words, count(lateness)))}
      </ul>
    </nav>
  );
}

/** The filters that would leave something out; none where all work is of one kind. */
function Filters({ lines, filter, roleName, province }: WorklistProps) {
  const collator = new Intl.Collator("vi");
  const unitName = (code: string) => province.units.find((unit) => unit.code === code)?.name.vi ?? code;
  const kinds = [
    { key: "unit", label: "Đơn vị", values: new Map(lines.map(({ unit }) => [unit, unitName(unit)])) },
    { key: "role", label: "Nhiệm vụ", values: new Map(lines.map((line) => [roleOf(line), roleName(roleOf(line))])) },
    { key: "procedure", label: "Thủ tục", values: new Map(lines.map(({ procedure }) => [procedure.vi, procedure.vi])) },
  ] as const;
  const offered = kinds.filter(({ key, values }) => values.size > 1 || filter[key] !== "");
  if (offered.length === 0) return null;
  return (
    <form class="search filters" method="get" action={DESK}>
      {offered.map(({ key, label, values }) => (
        <div>
          <label for={`loc-${key}`}>{label}</label>
          <select id={`loc-${key}`} name={FILTER_NAMES[key]}>
            <option value="">Tất cả</option>
            {[...values]
              .sort(([, a], [, b]) => collator.compare(a, b))
              .map(([value, name]) => (
                <option value={value} selected={filter[key] === value}>
                  {name}
                </option>
              ))}
          </select>
        </div>
      ))}
      {filter.lateness === "" ? null : <input type="hidden" name={FILTER_NAMES.lateness} value={LATENESS[filter.lateness].query} />}
      <button class="button secondary" type="submit">
        Lọc
      </button>
    </form>
  );
}

function Lines({ lines, roleName, province, severalUnits, severalRoles }: WorklistProps & { readonly severalUnits: boolean; readonly severalRoles: boolean }) {
  const unitName = (code: string) => province.units.find((unit) => unit.code === code)?.name.vi ?? code;
  return (
    <table class="stack compact">
      <caption class="unseen">Các việc đang chờ, hạn gần nhất trước</caption>
      <thead>
        <tr>
          <th scope="col">Hạn xử lý</th>
          <th scope="col">Hồ sơ</th>
          <th scope="col">Việc</th>
          <th scope="col">Thủ tục</th>
          {severalRoles ? <th scope="col">{severalUnits ? "Nhiệm vụ, đơn vị" : "Nhiệm vụ"}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { words, tag } = LATENESS[line.lateness];
          return (
            <tr>
              <td>
                <span class={tag}>{words}</span>
                {line.due === undefined ? null : <span class="due">{timeOf(line.due)}</span>}
              </td>
              <th scope="row">
                <a href={deskPath(line.code)}>{line.code}</a>
              </th>
              <td data-head="Việc">{line.stepName.vi}</td>
              <td data-head="Thủ tục">{line.procedure.vi}</td>
              {severalRoles ? (
                <td data-head="Nhiệm vụ">
                  {roleName(roleOf(line))}
                  {severalUnits ? <span class="quiet"> ({unitName(line.unit)})</span> : null}
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Pages({ filter, pages }: { readonly filter: WorklistFilter; readonly pages: number }) {
  if (pages === 1) return null;
  return (
    <nav class="pages" aria-label="Trang">
      {filter.page > 1 ? <a href={filterLink(DESK, filter, { page: filter.page - 1 })}>Trang trước</a> : null}
      {filter.page < pages ? <a href={filterLink(DESK, filter, { page: filter.page + 1 })}>Trang sau</a> : null}
    </nav>
  );
}
