import type { Channel } from "@motcua/procedure";
import { CHANNEL_WORDS } from "./channel-words.ts";
import { contactLine } from "./contact-line.ts";
import type { NoticePaper } from "./dossier-paper.ts";
import { fewestPages } from "./fewest-pages.ts";
import { field, written } from "./field-line.ts";
import { momentWords } from "./moment-words.ts";
import { paperFoot } from "./paper-foot.ts";
import { paperHead } from "./paper-head.ts";
import { ownerLines } from "./party-lines.ts";
import { requestLines } from "./request-lines.ts";
import { Sheet } from "./sheet.ts";
import { signatures } from "./signatures.ts";

/** Everything that stands on form 03. */
export interface RefusalData extends NoticePaper {
  readonly channel: Channel;
  /** Why, in the officer's words. */
  readonly reason: string;
}

/**
 * Form 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ, as tagged A4 PDF. Equal data give equal bytes.
 * @see Circular 03/2025/TT-VPCP, Appendix I, form 03; Decree 118/2025/NĐ-CP
 */
export function renderRefusal(data: RefusalData): Promise<Uint8Array> {
  return fewestPages((scale) => write(data, scale));
}

function write(data: RefusalData, scale: number): Sheet {
  const { unit, channel, officer, submitter } = data;
  const sheet = new Sheet({ title: `Phiếu từ chối tiếp nhận giải quyết hồ sơ - ${data.code}`, date: data.at, scale });
  paperHead(sheet, { ...data, date: data.at, title: ["PHIẾU TỪ CHỐI", "TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"] });
  ownerLines(sheet, data);
  requestLines(sheet, data.procedure);
  field(sheet, "Thời gian nộp hồ sơ", { value: momentWords(data.submittedAt), face: "regular" });
  field(sheet, "Hình thức nộp hồ sơ", { value: CHANNEL_WORDS[channel], face: "regular" });
  sheet.paragraph([{ text: `Qua xem xét, ${unit.name} thông báo không tiếp nhận, giải quyết hồ sơ này của ông (bà).` }]);
  written(sheet, "Lý do cụ thể", data.reason);
  field(sheet, "Thời gian từ chối", { value: momentWords(data.at), face: "regular" });
  contactLine(sheet, data);
  const receiver = { title: "NGƯỜI TIẾP NHẬN HỒ SƠ", ...(officer === undefined ? {} : { name: officer }) };
  // What came online is signed by the officer alone, as form 01 is.
  signatures(sheet, channel === "online" ? [receiver] : [{ title: "NGƯỜI NỘP HỒ SƠ", ...(submitter.name === undefined ? {} : { name: submitter.name }) }, receiver]);
  paperFoot(sheet, data);
  return sheet;
}
