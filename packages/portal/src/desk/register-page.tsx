import type { Problem } from "@motcua/procedure";
import { ErrorSummary, type ListedMistake } from "../pages/error-summary.tsx";
import { pdfAnswer } from "../pages/download-answer.ts";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { isoDay, isoDayWords } from "../words/day-words.ts";
import { DESK, type Officer } from "./officer.ts";

/** Path of the register, form 07; its PDF is below it. */
export const REGISTER = `${DESK}/so-theo-doi`;
/** The register itself. */
export const REGISTER_PDF = `${REGISTER}/so-theo-doi.pdf`;

interface Asked {
  readonly unit: string;
  /** Days as typed, `dd/mm/yyyy` or `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string;
}

/** Asks for the unit and the period of a register; the QR code of a printed one leads here, filled in. */
export function showRegister(c: PortalContext, portal: Portal, { memberships }: Officer, problems: readonly Problem[] = []): Response {
  const asked = askedFor(c, portal, memberships[0]?.unit ?? "");
  const units = [...new Set(memberships.map(({ unit }) => unit))];
  const unitName = (code: string) => portal.province.units.find((unit) => unit.code === code)?.name.vi ?? code;
  return render(c, portal, {
    options: { title: "Sổ theo dõi hồ sơ", back: DESK, mistakes: problems.length > 0, ...(problems.length > 0 ? { status: 422 as const } : {}) },
    children: (
      <div class="column">
        <ErrorSummary mistakes={problems.map(mistakeOf)} title="Chưa lập được sổ" />
        <h1>Sổ theo dõi hồ sơ</h1>
        <p>Các hồ sơ nộp vào đơn vị trong khoảng thời gian đã chọn, theo tình trạng lúc in. Tối đa 31 ngày và 1.000 hồ sơ một sổ.</p>
        <form method="get" action={REGISTER_PDF}>
          {units.length === 1 ? <input type="hidden" name="don_vi" value={units[0]} /> : <Units units={units} unitName={unitName} chosen={asked.unit} />}
          <Day name="tu" label="Từ ngày" value={asked.from} />
          <Day name="den" label="Đến ngày" value={asked.to} />
          <button class="button" type="submit">
            Tải sổ theo dõi (PDF)
          </button>
        </form>
      </div>
    ),
  });
}

/** The register as PDF, or the page that asks for it with what is wrong. */
export async function registerPdf(c: PortalContext, portal: Portal, officer: Officer): Promise<Response> {
  const { unit, from, to } = askedFor(c, portal, officer.memberships[0]?.unit ?? "");
  const made = await portal.handlers.dossierRegister(officer.caller, { unit, from: isoOf(from), to: isoOf(to), baseUrl: c.get("base") });
  return made.ok ? pdfAnswer(c, made.value, `so-theo-doi-${unit}-${isoOf(from)}-${isoOf(to)}.pdf`) : showRegister(c, portal, officer, made.problems);
}

/** A mistake of the period leads to its input. */
function mistakeOf(problem: Problem): ListedMistake {
  const href = { "/from": "#tu", "/to": "#den" }[problem.pointer];
  return href === undefined ? { problem } : { problem, href };
}

/** Today, where nothing was asked for. */
function askedFor(c: PortalContext, portal: Portal, unit: string): Asked {
  const today = isoDayWords(isoDay(portal.clock.now()));
  const typed = (name: string) => isoDayWords((c.req.query(name) ?? today).trim().slice(0, 20));
  return { unit: c.req.query("don_vi") ?? unit, from: typed("tu"), to: typed("den") };
}

/** `5/10/2026` as `2026-10-05`; anything else as it was typed, to be refused where dates are judged. */
function isoOf(day: string): string {
  const [, date = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day) ?? [];
  return year === "" ? day : `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}

function Units({ units, unitName, chosen }: { readonly units: readonly string[]; readonly unitName: (code: string) => string; readonly chosen: string }) {
  return (
    <div class="field">
      <label for="don-vi">Đơn vị</label>
      <select id="don-vi" name="don_vi">
        {units.map((unit) => (
          <option value={unit} selected={unit === chosen}>
            {unitName(unit)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-goi-y`}>
        Ví dụ 05/10/2026
      </p>
      <input id={name} name={name} type="text" inputmode="numeric" autocomplete="off" value={value} aria-describedby={`${name}-goi-y`} />
    </div>
  );
}
