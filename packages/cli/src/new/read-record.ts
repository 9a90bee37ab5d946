import type { Channel, DocumentDefinition, DurationText, Fee, LegalBasis, Level, ResultDefinition } from "@motcua/procedure";
import type { RecordedProcedure } from "./new-procedure.ts";
import { freshId } from "./slug.ts";

/** A JSON value whose keys are asked for one by one: records of the catalogue are of uneven shape. */
type Loose = Readonly<Record<string, unknown>>;

/**
 * Reads a record of the national procedure catalogue (`LayThuTuc`): `MATTHC`, `TENTTHC`, `CACHTHUCTHUCHIEN`,
 * `THANHPHANHOSO`… An amount that is empty or 0 is never read as free.
 * @returns `undefined` where the value is no such record
 */
export function readRecord(value: unknown): RecordedProcedure | undefined {
  const record = unwrap(value);
  if (record === undefined) return undefined;
  const ways = list(record["CACHTHUCTHUCHIEN"]).map(readWay);
  const times = Object.fromEntries(ways.flatMap(({ channel, time }) => (channel === undefined || time === undefined ? [] : [[channel, time]]))) as RecordedProcedure["times"];
  const { cases, documents } = readDocuments(list(record["THANHPHANHOSO"]));
  const source = `Cổng DVCQG, bản ghi ${text(record["MATTHC"]) ?? "không mã"}`;
  return {
    ...said("code", text(record["MATTHC"])),
    ...said("name", text(record["TENTTHC"])),
    ...said("field", nameOf(list(record["LINHVUCTHUCHIEN"])[0] ?? record["LINHVUCTHUCHIEN"], ["TENLINHVUC"])),
    ...said("level", levelOf(list(record["COQUANTHUCHIEN"]).map((one) => nameOf(one, ["TENDONVI"]) ?? ""))),
    channels: [...new Set(ways.flatMap(({ channel }) => channel ?? []))],
    times,
    cases,
    documents: documents.map((document) => ({ ...document, source })),
    fees: readFees(ways, source),
    results: readResults(list(record["KETQUATHUCHIEN"])),
    legalBasis: readBasis(list(record["CANCUPHAPLY"])),
    open: [...ways.flatMap(({ open }) => open), ...oddCodes(list(record["KETQUATHUCHIEN"])), ...otherResults(list(record["KETQUATHUCHIEN"])), ...steps(list(record["TRINHTUTHUCHIEN"])), ...conditions(record)],
  };
}

function unwrap(value: unknown): Loose | undefined {
  for (let at: unknown = value, depth = 0; depth < 4; depth += 1) {
    if (Array.isArray(at)) at = at[0];
    if (typeof at !== "object" || at === null) return undefined;
    if ("MATTHC" in at || "TENTTHC" in at) return { ...at };
    at = Object.values(at).find((inside) => typeof inside === "object" && inside !== null);
  }
  return undefined;
}

const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? (value as unknown[]).map((one) => (typeof one === "object" && one !== null ? (one as Loose) : { TEN: one })) : []);
const text = (value: unknown): string | undefined => {
  const written = typeof value === "string" || typeof value === "number" ? String(value).normalize("NFC").trim() : "";
  return written === "" ? undefined : written;
};
const said = <Key extends string, Value>(key: Key, value: Value | undefined) => (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };

function nameOf(value: unknown, keys: readonly string[]): string | undefined {
  if (typeof value !== "object" || value === null) return text(value);
  return [...keys, "TEN", "MOTA"].map((key) => text((value as Loose)[key])).find((found) => found !== undefined);
}

function levelOf(agencies: readonly string[]): Level | undefined {
  if (agencies.some((name) => /cấp xã|xã|phường|đặc khu/i.test(name))) return "commune";
  if (agencies.some((name) => /cấp tỉnh|tỉnh|thành phố|sở /i.test(name))) return "province";
  return agencies.some((name) => /\bbộ\b|cục|tổng cục/i.test(name)) ? "ministry" : undefined;
}

interface Way {
  readonly channel: Channel | undefined;
  readonly time: DurationText | undefined;
  readonly fees: readonly { readonly vnd: number | undefined; readonly about: string }[];
  readonly open: readonly string[];
}

/** Words a record names a channel by; 1, 2 and 3 are its codes. */
const CHANNELS: readonly (readonly [RegExp, Channel])[] = [[/^1$|trực tiếp/i, "counter"], [/^2$|trực tuyến/i, "online"], [/^3$|bưu chính/i, "post"]];
const UNITS: readonly (readonly [RegExp, string])[] = [[/giờ làm việc/i, "wh"], [/giờ/i, "h"], [/phút/i, "min"], [/ngày làm việc/i, "wd"], [/tháng/i, "mo"], [/ngày/i, "d"]];

function readWay(way: Loose): Way {
  const channel = CHANNELS.find(([words]) => words.test(text(way["KENH"]) ?? ""))?.[1];
  const times = list(way["THOIGIAN"]);
  const time = times.map(readTime).find((one) => one !== undefined);
  const unread = times.filter((one) => readTime(one) === undefined).map((one) => `Thời hạn không đọc được: “${text(one["THOIGIANGIAIQUYET"]) ?? ""} ${text(one["DONVITINH"]) ?? ""}” (${text(way["KENH"]) ?? "?"}).`);
  const more = times.length > 1 ? [`Kênh “${text(way["KENH"]) ?? "?"}” có ${times.length} thời hạn, đã lấy cái đầu: ${times.map((one) => text(one["MOTA"]) ?? text(one["THOIGIANGIAIQUYET"]) ?? "?").join("; ")}.`] : [];
  const unknown = channel === undefined ? [`Kênh nộp không đọc được: “${text(way["KENH"]) ?? ""}”.`] : [];
  const fees = times.flatMap((one) => list(one["PHILEPHI"])).map((fee) => ({ vnd: amountOf(fee["SOTIEN"]), about: text(fee["MOTA"]) ?? "Phí, lệ phí" }));
  return { channel, time, fees, open: [...unknown, ...unread, ...more] };
}

function readTime(one: Loose): DurationText | undefined {
  const amount = /^\d+/.exec(text(one["THOIGIANGIAIQUYET"]) ?? "")?.[0];
  const unit = UNITS.find(([words]) => words.test(text(one["DONVITINH"]) ?? text(one["THOIGIANGIAIQUYET"]) ?? ""))?.[1];
  return amount === undefined || unit === undefined || Number(amount) === 0 ? undefined : `${Number(amount)}${unit}`;
}

/** Integer VND written as `8.000`, `8000` or `8,000 đồng`; 0 and nothing are no amount. */
function amountOf(value: unknown): number | undefined {
  const digits = (text(value) ?? "").replace(/[.,\s](?=\d{3}\b)/g, "").match(/^\d+/)?.[0];
  const vnd = digits === undefined ? 0 : Number(digits);
  return Number.isSafeInteger(vnd) && vnd > 0 ? vnd : undefined;
}

function readFees(ways: readonly Way[], source: string): readonly Fee[] {
  const about = [...new Set(ways.flatMap(({ fees }) => fees).map((fee) => fee.about))];
  const ids: string[] = [];
  return about.map((name) => {
    const amounts = [...new Set(ways.flatMap(({ fees }) => fees).filter((fee) => fee.about === name).map(({ vnd }) => vnd))];
    const [vnd] = amounts;
    const id = freshId(name, ids, "phi");
    ids.push(id);
    const amount = amounts.length === 1 && vnd !== undefined ? ({ state: "amount", vnd, source } as const) : ({ state: "set-locally", source: `${source}: không ghi mức thu, chưa xác minh` } as const);
    return { id, name: { vi: name }, kind: /lệ phí/i.test(name) ? "charge" : "fee", amount, collect: "return" };
  });
}

interface Listed {
  readonly cases: RecordedProcedure["cases"];
  readonly documents: readonly DocumentDefinition[];
}

function readDocuments(groups: readonly Loose[]): Listed {
  const caseIds: string[] = [];
  const ids: string[] = ["to_khai"];
  const cases = groups.map((group) => {
    const name = text(group["TRUONGHOP"]) ?? "Trường hợp chung";
    const id = freshId(name, caseIds, "truong_hop");
    caseIds.push(id);
    return { id, name, papers: list(group["GIAYTO"]) };
  });
  const several = cases.length > 1;
  const documents = cases.flatMap((one) =>
    one.papers.map((paper): DocumentDefinition => {
      const name = nameOf(paper, ["TENGIAYTO", "TENMAUDON"]) ?? "Giấy tờ";
      const id = freshId(name, ids, "giay_to");
      ids.push(id);
      const original = count(paper["SOBANCHINH"]);
      const copy = count(paper["SOBANSAO"]);
      const copies = { ...said("original", original), ...said("copy", copy) };
      return {
        id,
        ...said("code", text(paper["MAGIAYTO"])),
        name: { vi: name },
        ...(several ? { when: `form.truong_hop == '${one.id}'` } : {}),
        mode: "submit",
        copies: Object.keys(copies).length === 0 ? { original: 1 } : copies,
      };
    }),
  );
  return { cases: several ? cases.map(({ id, name }) => ({ id, name })) : [], documents };
}

function count(value: unknown): number | undefined {
  const number = Number(text(value) ?? "0");
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** The steps of a template sign and seal one result, the first. */
function readResults(results: readonly Loose[]): readonly ResultDefinition[] {
  const ids: string[] = [];
  return results.map((result, index) => {
    const name = nameOf(result, ["TENKETQUA"]) ?? "Kết quả";
    const id = freshId(name, ids, "ket_qua");
    ids.push(id);
    return { id, ...said("nationalCode", resultCode(result)), name: { vi: name }, signed: index === 0, sealed: index === 0 };
  });
}

/** Codes of results have one notation; anything else is told, not written. */
const RESULT_CODE = /^KQ\.[A-Z]\d{2}\.\d{6}$/;
const resultCode = (result: Loose) => [text(result["MAKETQUA"])].find((code) => code !== undefined && RESULT_CODE.test(code));
const oddCodes = (results: readonly Loose[]): readonly string[] =>
  results.flatMap((result) => (text(result["MAKETQUA"]) === undefined || resultCode(result) !== undefined ? [] : [`Mã kết quả “${text(result["MAKETQUA"]) ?? ""}” không đúng dạng KQ.G15.000031, chưa ghi vào \`results\`.`]));

function otherResults({ length }: readonly Loose[]): readonly string[] {
  return length < 2 ? [] : [`Bản ghi có ${length} kết quả; quy trình mới ký, đóng dấu kết quả đầu. Kết quả nào khác phải ký thì thêm bước và sửa \`signed\`, \`sealed\`.`];
}

function readBasis(texts: readonly Loose[]): readonly LegalBasis[] {
  const ids: string[] = [];
  return texts.map((one) => {
    const number = text(one["SOVANBAN"]);
    const title = [nameOf(one, ["TENVANBAN"]), number].filter((part) => part !== undefined).join(" – ");
    const id = freshId(number ?? title, ids, "van_ban");
    ids.push(id);
    return { id, title: title === "" ? "Văn bản không tên" : title };
  });
}

function steps(cases: readonly Loose[]): readonly string[] {
  return cases.flatMap((one) => list(one["TRINHTU"])).flatMap((step) => {
    const name = nameOf(step, ["TENTRINHTU"]);
    return name === undefined ? [] : [`Trình tự trong bản ghi, đối chiếu với workflow.json: ${name.slice(0, 400)}`];
  });
}

function conditions(record: Loose): readonly string[] {
  return [["YEUCAU", "Yêu cầu, điều kiện"], ["MOTADOITUONGTHUCHIEN", "Đối tượng thực hiện"]].flatMap(([key = "", words = ""]) => {
    const found = text(record[key]);
    return found === undefined ? [] : [`${words} trong bản ghi, viết thành trường, luật hoặc câu hỏi: ${found.slice(0, 400)}`];
  });
}
