import type { WorklistLine } from "@motcua/handlers";
import type { Province } from "@motcua/procedure";
import { BulkForm } from "./bulk-form.tsx";
import { LATENESS, type Lateness } from "./lateness-words.ts";
import { DESK } from "./officer.ts";
import { SearchForm } from "./search-page.tsx";
import { FILTER_NAMES, filterLink, linesOf, PAGE_LINES, roleOf, type WorklistFilter } from "./worklist-filter.ts";
import { WorklistTable } from "./worklist-table.tsx";

/** What a worklist is drawn from. */
export interface WorklistProps {
  /** All lines, earliest due first. */
  readonly lines: readonly WorklistLine[];
  readonly filter: WorklistFilter;
  readonly roleName: (role: string) => string;
  readonly province: Province;
  readonly csrf: string;
  /** Where the next portion begins; nothing where this is the last. */
  readonly next?: string | undefined;
}

/** The steps that are the officer's, most urgent first. */
export function WorklistPage(props: WorklistProps) {
  const { lines, filter, csrf, next } = props;
  const narrowed = linesOf(lines, filter);
  const shown = filter.lateness === "" ? narrowed : narrowed.filter(({ lateness }) => lateness === filter.lateness);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_LINES));
  const page = Math.min(filter.page, pages);
  const here = shown.slice((page - 1) * PAGE_LINES, page * PAGE_LINES);
  const several = { units: new Set(lines.map(({ unit }) => unit)).size > 1, roles: new Set(lines.map(roleOf)).size > 1 };
  // Work of one kind alone is done together.
  const together = here.length > 1 && new Set(here.map(({ stepName }) => stepName.vi)).size === 1;
  const table = <WorklistTable {...props} lines={here} several={several} choose={together} />;
  return (
    <>
      <h1>Việc cần làm</h1>
      <div class="desk-bar">
        <SearchForm csrf={csrf} text="" />
        <a class="button secondary" href={`${DESK}/tai-quay`}>
          Nhận hồ sơ tại quầy
        </a>
        <ul class="tools">
          <li>
            <a href={`${DESK}/so-theo-doi`}>Sổ theo dõi</a>
          </li>
          <li>
            <a href={`${DESK}/nhiem-vu`}>Nhiệm vụ, làm thay</a>
          </li>
        </ul>
      </div>
      <Portion filter={filter} next={next} />
      <LatenessLinks lines={narrowed} filter={filter} />
      <Filters {...props} />
      <p role="status">{shown.length === 0 ? "Không có việc nào đang chờ." : `${shown.length} việc, hạn gần nhất trước${pages > 1 ? `; trang ${page} trên ${pages}` : ""}`}</p>
      {here.length === 0 ? null : together ? (
        <BulkForm csrf={csrf} lines={here}>
          {table}
        </BulkForm>
      ) : (
        table
      )}
      <Pages filter={{ ...filter, page }} pages={pages} />
    </>
  );
}

/** A long list comes in portions, the most urgent first: what is counted and filtered is what is here. */
function Portion({ filter, next }: Pick<WorklistProps, "filter" | "next">) {
  if (next === undefined && filter.from === "") return null;
  return (
    <div class="notice warning">
      <p>{filter.from === "" ? "Danh sách này chưa đủ: đây là phần có hạn gần nhất. Số đếm và bộ lọc chỉ tính các việc ở phần này." : "Đây là phần tiếp theo của danh sách. Số đếm và bộ lọc chỉ tính các việc ở phần này."}</p>
      <ul class="tools">
        {filter.from === "" ? null : (
          <li>
            <a href={filterLink(DESK, filter, { from: "" })}>Về phần có hạn gần nhất</a>
          </li>
        )}
        {next === undefined ? null : (
          <li>
            <a href={filterLink(DESK, filter, { from: next })}>Xem các việc có hạn sau đó</a>
          </li>
        )}
      </ul>
    </div>
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

/** The filters that would leave something out, each value with how much there is of it; none where all work is of one kind. */
function Filters({ lines, filter, roleName, province }: WorklistProps) {
  const collator = new Intl.Collator("vi");
  const unitName = (code: string) => province.units.find((unit) => unit.code === code)?.name.vi ?? code;
  const kinds = [
    { key: "step", label: "Việc", of: (line: WorklistLine) => line.stepName.vi, name: (value: string) => value },
    { key: "procedure", label: "Thủ tục", of: (line: WorklistLine) => line.procedure.vi, name: (value: string) => value },
    { key: "role", label: "Nhiệm vụ", of: roleOf, name: roleName },
    { key: "unit", label: "Đơn vị", of: ({ unit }: WorklistLine) => unit, name: unitName },
  ] as const;
  const offered = kinds.map((kind) => ({ ...kind, counts: countBy(lines, kind.of) })).filter(({ key, counts }) => counts.size > 1 || filter[key] !== "");
  if (offered.length === 0) return null;
  return (
    <form class="search filters" method="get" action={DESK}>
      {offered.map(({ key, label, counts, name }) => (
        <div>
          <label for={`loc-${key}`}>{label}</label>
          <select id={`loc-${key}`} name={FILTER_NAMES[key]}>
            <option value="">Tất cả</option>
            {[...counts]
              .map(([value, count]) => ({ value, text: `${name(value)} (${count})` }))
              .sort((a, b) => collator.compare(a.text, b.text))
              .map(({ value, text }) => (
                <option value={value} selected={filter[key] === value}>
                  {text}
                </option>
              ))}
          </select>
        </div>
      ))}
      {filter.from === "" ? null : <input type="hidden" name={FILTER_NAMES.from} value={filter.from} />}
      {filter.lateness === "" ? null : <input type="hidden" name={FILTER_NAMES.lateness} value={LATENESS[filter.lateness].query} />}
      <button class="button secondary" type="submit">
        Lọc
      </button>
    </form>
  );
}

function countBy(lines: readonly WorklistLine[], of: (line: WorklistLine) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(of(line), (counts.get(of(line)) ?? 0) + 1);
  return counts;
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
