import { dayShort } from "./moment-words.ts";
import type { ReceivedDocument } from "./receipt-data.ts";
import { mm, type Sheet } from "./sheet.ts";
import { type Column, table } from "./table.ts";

/** A number of papers as forms print it: two digits, nothing for none. */
export const paperCount = (value: number | undefined) => (value === undefined || value === 0 ? "" : String(value).padStart(2, "0"));

const COLUMNS: readonly Column<ReceivedDocument>[] = [
  { title: "TT", width: mm(9), align: "center", cell: (_, index) => String(index + 1) },
  { title: "Tên thành phần hồ sơ", align: "left", cell: ({ name }) => name },
  { title: "Bản chính", width: mm(14), align: "center", cell: ({ original }) => paperCount(original) },
  { title: "Bản sao", width: mm(13), align: "center", cell: ({ copy }) => paperCount(copy) },
  { title: "Bản điện tử", width: mm(15), align: "center", cell: ({ electronic }) => (electronic === true ? "01" : "") },
  { title: "Ghi chú", width: mm(41), align: "left", cell: noteOf },
];

/** The documents handed in, one a row. */
export function documentTable(sheet: Sheet, documents: readonly ReceivedDocument[]): void {
  table(sheet, documents, { columns: COLUMNS });
}

function noteOf({ presented, retrieved, sets = 0, issuedOn }: ReceivedDocument): string {
  const notes = [issuedOn === undefined ? "" : `cấp ngày ${dayShort(issuedOn)}`, sets > 0 ? `${paperCount(sets)} bộ` : "", presented === true ? "xuất trình, đã trả lại" : "", retrieved === true ? "cơ quan tra cứu từ dữ liệu" : ""];
  return notes.filter((note) => note !== "").join("; ");
}
