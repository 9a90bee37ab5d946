import type { ReceivedDocument } from "./receipt-data.ts";
import { mm, type ParagraphStyle, type Run, type Sheet } from "./sheet.ts";

interface Column {
  readonly title: string;
  /** Points; the column without takes what is left. */
  readonly width?: number;
  readonly align: "left" | "center";
  readonly cell: (document: ReceivedDocument, index: number) => string;
}

const count = (value: number | undefined) => (value === undefined || value === 0 ? "" : String(value).padStart(2, "0"));

const COLUMNS: readonly Column[] = [
  { title: "TT", width: mm(9), align: "center", cell: (_, index) => String(index + 1) },
  { title: "Tên thành phần hồ sơ", align: "left", cell: ({ name }) => name },
  { title: "Bản chính", width: mm(14), align: "center", cell: ({ original }) => count(original) },
  { title: "Bản sao", width: mm(13), align: "center", cell: ({ copy }) => count(copy) },
  { title: "Bản điện tử", width: mm(15), align: "center", cell: ({ electronic }) => (electronic === true ? "01" : "") },
  { title: "Ghi chú", width: mm(41), align: "left", cell: noteOf },
];

const SIZE = 12;
const PAD = 2.5;

/** The documents handed in, one a row; the head is repeated on each page. */
export function documentTable(sheet: Sheet, documents: readonly ReceivedDocument[]): void {
  const columns = placed(sheet);
  const table = sheet.element("Table");
  const head = columns.map(({ column }): Run => ({ text: column.title, face: "bold" }));
  const rows = documents.map((document, index) => columns.map(({ column }): Run => ({ text: column.cell(document, index) })));
  const body = { sheet, columns, table };
  sheet.ensure(heightOf(body, head) + heightOf(body, rows[0] ?? []));
  writeRow(body, head, "TH");
  for (const row of rows) {
    if (sheet.ensure(heightOf(body, row))) writeRow(body, head, "TH");
    writeRow(body, row, "TD");
  }
  sheet.y += 6;
}

interface PlacedColumn {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
}

interface TableBody {
  readonly sheet: Sheet;
  readonly columns: readonly PlacedColumn[];
  readonly table: ReturnType<Sheet["element"]>;
}

function placed(sheet: Sheet): readonly PlacedColumn[] {
  const fixed = COLUMNS.reduce((sum, { width = 0 }) => sum + width, 0);
  let { left: x } = sheet;
  return COLUMNS.map((column) => {
    const width = column.width ?? sheet.width - fixed;
    x += width;
    return { column, x: x - width, width };
  });
}

function heightOf({ sheet, columns }: TableBody, row: readonly Run[]): number {
  return Math.max(0, ...row.map((run, index) => sheet.heightOf([run], { size: SIZE, width: (columns[index]?.width ?? 0) - 2 * PAD }))) + 2 * PAD;
}

function writeRow(body: TableBody, row: readonly Run[], tag: "TH" | "TD"): void {
  const { sheet, columns, table } = body;
  const [top, height] = [sheet.y, heightOf(body, row)];
  sheet.artifact((pdf) => {
    for (const { x, width } of columns) pdf.rect(x, top, width, height);
    pdf.lineWidth(0.5).stroke();
  });
  const line = sheet.element("TR", table);
  for (const [index, run] of row.entries()) {
    const column = columns[index];
    if (column === undefined) continue;
    const within = sheet.element(tag, line, tag === "TH" ? { scope: "Column" } : {});
    const style: ParagraphStyle = { x: column.x + PAD, width: column.width - 2 * PAD, size: SIZE, align: tag === "TH" ? "center" : column.column.align, within };
    const slack = tag === "TH" ? (height - 2 * PAD - sheet.heightOf([run], style)) / 2 : 0;
    sheet.y = top + PAD + slack;
    if (run.text !== "") sheet.paragraph([run], style);
    within.end();
  }
  line.end();
  sheet.y = top + height;
}

function noteOf({ presented, retrieved, sets = 0 }: ReceivedDocument): string {
  const notes = [sets > 0 ? `${count(sets)} bộ` : "", presented === true ? "xuất trình, đã trả lại" : "", retrieved === true ? "cơ quan tra cứu từ dữ liệu" : ""];
  return notes.filter((note) => note !== "").join("; ");
}
