import type { ParagraphStyle, Run, Sheet } from "./sheet.ts";

/** A column of a table over rows of one type. */
export interface Column<Row> {
  readonly title: string;
  /** Points; columns without share what is left. */
  readonly width?: number;
  readonly align: "left" | "center";
  readonly cell: (row: Row, index: number) => string;
}

/** How a table is written. */
export interface TableStyle {
  /** Points. @default 12 */
  readonly size?: number;
}

const SIZE = 12;
const PAD = 2.5;

interface PlacedColumn {
  readonly x: number;
  readonly width: number;
  readonly align: "left" | "center";
}

interface Body {
  readonly sheet: Sheet;
  readonly columns: readonly PlacedColumn[];
  readonly head: MeasuredRow;
  readonly table: ReturnType<Sheet["element"]>;
  readonly size: number;
}

interface MeasuredRow {
  readonly cells: readonly Run[];
  readonly heights: readonly number[];
  /** Points, with the padding. */
  readonly height: number;
}

/** A table with a frame; its head is repeated on each page. A row stays on one page, unless it is taller than one: then it goes on in further rows. */
export function table<Row>(sheet: Sheet, rows: readonly Row[], { columns, style = {} }: { readonly columns: readonly Column<Row>[]; readonly style?: TableStyle }): void {
  const { size = SIZE } = style;
  const grid = placed(sheet, columns);
  const measure = (cells: readonly Run[]) => measured({ sheet, columns: grid, size }, cells);
  const body: Body = { sheet, columns: grid, head: measure(columns.map(({ title }): Run => ({ text: title, face: "bold" }))), table: sheet.element("Table"), size };
  for (const [index, row] of rows.entries()) {
    const whole = measure(columns.map((column): Run => ({ text: column.cell(row, index) })));
    for (const part of parts(body, whole)) {
      const above = index === 0 && part.first ? body.head.height : 0;
      if (sheet.ensure(above + part.row.height) || above > 0) writeRow(body, body.head, "TH");
      writeRow(body, part.row, "TD");
    }
  }
  sheet.y += 6;
}

function placed<Row>(sheet: Sheet, columns: readonly Column<Row>[]): readonly PlacedColumn[] {
  const fixed = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const open = columns.filter(({ width }) => width === undefined).length;
  let { left: x } = sheet;
  return columns.map(({ width = (sheet.width - fixed) / open, align }) => {
    x += width;
    return { x: x - width, width, align };
  });
}

function measured({ sheet, columns, size }: Pick<Body, "sheet" | "columns" | "size">, cells: readonly Run[]): MeasuredRow {
  const heights = cells.map((run, index) => (run.text === "" ? 0 : sheet.heightOf([run], { size, width: (columns[index]?.width ?? 0) - 2 * PAD })));
  return { cells, heights, height: Math.max(0, ...heights) + 2 * PAD };
}

/** A row as it is, or cut between words into rows that each fit on a page below the head. */
function parts(body: Body, row: MeasuredRow): readonly { readonly row: MeasuredRow; readonly first: boolean }[] {
  const room = body.sheet.room - body.head.height;
  const found: { row: MeasuredRow; first: boolean }[] = [];
  let rest = row;
  while (rest.height > room) {
    const cuts = rest.cells.map((run, index) => cut(body, run, { index, room: room - 2 * PAD }));
    found.push({ row: measured(body, cuts.map(({ fits }) => fits)), first: found.length === 0 });
    rest = measured(body, cuts.map(({ left }) => left));
  }
  return [...found, { row: rest, first: found.length === 0 }];
}

/** The longest beginning of a text, at least one word, that is no taller than the room, and what is left of it. */
function cut({ sheet, columns, size }: Body, run: Run, { index, room }: { readonly index: number; readonly room: number }): { readonly fits: Run; readonly left: Run } {
  const words = run.text.split(/\s+/u);
  const width = (columns[index]?.width ?? 0) - 2 * PAD;
  let [from, to] = [1, words.length];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (sheet.heightOf([{ ...run, text: words.slice(0, middle).join(" ") }], { size, width }) <= room) from = middle;
    else to = middle - 1;
  }
  return { fits: { ...run, text: words.slice(0, from).join(" ") }, left: { ...run, text: words.slice(from).join(" ") } };
}

function writeRow({ sheet, columns, table: within, size }: Body, { cells, heights, height }: MeasuredRow, tag: "TH" | "TD"): void {
  const top = sheet.y;
  sheet.artifact((pdf) => {
    for (const { x, width } of columns) pdf.rect(x, top, width, height);
    pdf.lineWidth(0.5).stroke();
  });
  const line = sheet.element("TR", within);
  for (const [index, { x, width, align }] of columns.entries()) {
    const cell = sheet.element(tag, line, tag === "TH" ? { scope: "Column" } : {});
    const style: ParagraphStyle = { x: x + PAD, width: width - 2 * PAD, size, align: tag === "TH" ? "center" : align, within: cell };
    const slack = tag === "TH" ? (height - 2 * PAD - (heights[index] ?? 0)) / 2 : 0;
    const run = cells[index];
    sheet.y = top + PAD + slack;
    if (run !== undefined && run.text !== "") sheet.paragraph([run], style);
    cell.end();
  }
  line.end();
  sheet.y = top + height;
}
