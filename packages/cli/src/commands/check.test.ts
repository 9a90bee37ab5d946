import { afterAll, afterEach, describe, expect, it } from "vitest";
import { isError } from "@motcua/procedure";
import { copySchemas } from "../../test/schemas-copy.ts";
import { checkProject } from "../check/check-project.ts";
import { loadDefinitions } from "../definitions.ts";
import { printProblems, problemRows } from "../print-problems.ts";

const BIRTH = "procedures/ho-tich/1.001193-dang-ky-khai-sinh";
const HOUSE = "procedures/xay-dung/1.013225-giay-phep-xay-dung-nha-o-rieng-le/2026-07-01";
/** Line of the step that waits for the population database. */
const WAITS = 73;
const copy = copySchemas();
const { workspace, plant, restore, remove } = copy;
afterEach(restore);
afterAll(remove);

/** What `motcua check` prints of a folder, sources and marks left out. */
async function printed(folder: string, language: "vi" | "en" = "vi"): Promise<readonly string[]> {
  const { problems } = await checkProject(workspace, [`${workspace.schemas}/${folder}`]);
  return printProblems(problems, workspace.root, language).split("\n\n");
}

interface Fault {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Where it is told, when not on the planted line. */
  readonly line?: number;
  readonly column: number;
  readonly pointer: string;
  readonly says: string;
  readonly hint: string;
  /** What is underlined. */
  readonly marked?: string;
}

const FAULTS: readonly Fault[] = [
  {
    name: "a comma that is missing",
    file: `${BIRTH}/procedure.json`, from: '"code": "1.001193",', to: '"code": "1.001193"',
    column: 20, pointer: "", says: "lỗi json-syntax  không phải JSON hợp lệ: thiếu dấu phẩy", hint: "sửa ở chỗ được gạch chân",
  },
  {
    name: "a key nobody knows",
    file: `${BIRTH}/procedure.json`, from: '"legalBasis": [', to: '"legalBase": [',
    column: 3, pointer: "/legalBase", says: "lỗi unknown-key  không có khóa “legalBase” ở đây", hint: "legalBasis", marked: '"legalBase"',
  },
  {
    name: "a key that is missing",
    file: `${BIRTH}/workflow.json`, from: '"start": "niem_yet",', to: "",
    line: 1, column: 1, pointer: "", says: "lỗi missing-key  thiếu khóa bắt buộc “start”", hint: 'thêm "start"',
  },
  {
    name: "a condition on a field the form does not have",
    file: `${BIRTH}/procedure.json`, from: "form.loai_khai_sinh != 'bi_bo_roi'", to: "form.loai_khai_sin != 'bi_bo_roi'",
    column: 16, pointer: "/documentGroups/su_kien_sinh/when", says: "lỗi unknown-field-in-condition  điều kiện dùng trường không có: form.loai_khai_sin", hint: "loai_khai_sinh", marked: "form.loai_khai_sin",
  },
  {
    name: "an outcome that leads to no step",
    file: `${BIRTH}/workflow.json`, from: '"accept": "tham_tra"', to: '"accept": "tham_ta"',
    column: 27, pointer: "/steps/tiep_nhan/next/accept", says: "lỗi unknown-step  không có bước “tham_ta”", hint: "tham_tra", marked: '"tham_ta"',
  },
  {
    name: "a role nobody declared",
    file: `${BIRTH}/workflow.json`, from: '"role": "van_thu"', to: '"role": "van_tu"',
    column: 15, pointer: "/steps/dong_dau/role", says: "lỗi unknown-role  không có vai trò “van_tu”", hint: "van_thu", marked: '"van_tu"',
  },
  {
    name: "a duration in no notation",
    file: `${BIRTH}/procedure.json`, from: '"acceptance": "8wh"', to: '"acceptance": "8 giờ"',
    column: 19, pointer: "/clock/acceptance", says: 'lỗi wrong-notation  viết không đúng dạng "3wd", "30min", "same-day"', hint: 'viết theo dạng "3wd", "30min", "same-day"', marked: '"8 giờ"',
  },
  {
    name: "a fee without its source",
    file: `${BIRTH}/procedure.json`, from: '"state": "free", "source": "Luật Hộ tịch số 60/2014/QH13, Điều 11"', to: '"state": "free"',
    column: 17, pointer: "/fees/0/amount", says: "lỗi missing-key  thiếu khóa bắt buộc “source”", hint: 'thêm "source"',
  },
  {
    name: "an id used twice",
    file: `${BIRTH}/procedure.json`, from: '"id": "giay_ket_hon"', to: '"id": "to_khai"',
    column: 13, pointer: "/documents/9/id", says: "lỗi duplicate-id  mã “to_khai” được dùng hai lần", hint: "đặt mã khác cho một trong hai", marked: '"to_khai"',
  },
  {
    name: "a group of documents nobody declared",
    file: `${BIRTH}/procedure.json`, from: '"group": "su_kien_sinh"', to: '"group": "giay_to_sinh"',
    column: 16, pointer: "/documents/1/group", says: "lỗi unknown-group  không có nhóm giấy tờ “giay_to_sinh”", hint: 'khai báo nhóm trong "documentGroups"', marked: '"giay_to_sinh"',
  },
  {
    name: "a function expressions do not have",
    file: `${BIRTH}/form.schema.json`, from: "daysBetween(form.tre.ngay_sinh, today)", to: "dayBetween(form.tre.ngay_sinh, today)",
    column: 18, pointer: "/x-rules/5/assert", says: "lỗi condition-function  biểu thức không có hàm hay phép “dayBetween”", hint: "daysBetween", marked: "dayBetween",
  },
  {
    name: "a reference to a definition that is not there",
    file: `${BIRTH}/form.schema.json`, from: "person.schema.json#/$defs/ChaMe\"", to: "person.schema.json#/$defs/ChaMee\"",
    column: 15, pointer: "/properties/me/$ref", says: "lỗi ref-unknown-definition  $ref trỏ tới định nghĩa không có: ChaMee", hint: "ChaMe", marked: '"../../../shared/person.schema.json#/$defs/ChaMee"',
  },
  {
    name: "a document group that asks for more than it has",
    file: `${BIRTH}/procedure.json`, from: '"need": 1', to: '"need": 9',
    column: 15, pointer: "/documentGroups/su_kien_sinh/need", says: "lỗi group-too-small  nhóm “su_kien_sinh” cần 9 giấy tờ nhưng chỉ có 3", hint: 'giảm "need", hoặc thêm giấy tờ vào nhóm',
  },
  {
    name: "a step no way leads to",
    file: `${BIRTH}/workflow.json`, from: '"unavailable": "cho_ket_noi"', to: '"unavailable": "tham_tra"',
    line: WAITS, column: 20, pointer: "/steps/cho_ket_noi", says: "lỗi step-unreachable  không bao giờ tới bước “cho_ket_noi”", hint: "Bỏ bước, hoặc cho một kết quả dẫn tới nó",
  },
  {
    name: "a step a dossier can never leave",
    file: `${BIRTH}/workflow.json`, from: '"next": { "goi_lai": "cap_so_dinh_danh", "dung_giai_quyet": "@stop" }', to: '"next": { "goi_lai": "cho_ket_noi", "dung_giai_quyet": "cho_ket_noi" }',
    line: WAITS, column: 20, pointer: "/steps/cho_ket_noi", says: "lỗi step-without-end  từ bước “cho_ket_noi” hồ sơ không thể kết thúc", hint: "Cho một kết quả dẫn tới @end, @stop hoặc @refuse",
  },
  {
    name: "a legal time above the limit of the whole",
    file: `${HOUSE}/workflow.json`, from: '"legalLimit": { "time": "3wd"', to: '"legalLimit": { "time": "30wd"',
    column: 31, pointer: "/steps/tham_dinh_va_lay_y_kien/legalLimit/time", says: "lỗi legal-time-over-limit  đến “tham_dinh_va_lay_y_kien” các thời hạn theo luật cộng lại là 30 ngày làm việc, quá thời hạn giải quyết 7 ngày làm việc", hint: 'sửa "legalLimit" của bước, "windows" hoặc "limit" của trường hợp; thời gian luật cho thêm thì ghi "extension": "apologise"', marked: '"30wd"',
  },
  {
    name: "an outcome nobody handles",
    file: `${BIRTH}/workflow.json`, from: ', "unavailable": "cho_ket_noi"', to: "",
    column: 15, pointer: "/steps/cap_so_dinh_danh/next", says: "lỗi missing-key  thiếu khóa bắt buộc “unavailable”", hint: 'thêm "unavailable"',
  },
  {
    name: "an outcome without a name",
    file: `${BIRTH}/workflow.json`, from: '"khong_du_dieu_kien": "@stop"', to: '"khong_du": "@stop"',
    column: 82, pointer: "/steps/tham_tra/next/khong_du", says: "lỗi outcome-without-name  kết cục “khong_du” chưa có tên", hint: 'thêm vào "outcomes"',
  },
  {
    name: "a sample whose due date the law no longer gives",
    file: `${BIRTH}/samples/01-a-dung-han-du-cha-me.json`, from: '"due": "2026-10-05T17:00:00+07:00"', to: '"due": "2026-10-06T17:00:00+07:00"',
    column: 12, pointer: "/expected/due", says: "lỗi sample-differs  due: tính ra 2026-10-05T17:00:00+07:00, mẫu ghi 2026-10-06T17:00:00+07:00", hint: "sửa định nghĩa nếu mẫu đúng; sửa mẫu nếu luật đã đổi", marked: '"2026-10-06T17:00:00+07:00"',
  },
  {
    name: "a sample that is not as valid as it says",
    file: `${BIRTH}/samples/01-a-dung-han-du-cha-me.json`, from: '"cam_doan": true', to: '"cam_doan": false',
    column: 17, pointer: "/form/cam_doan", says: "lỗi sample-problem-unexpected  mẫu cho lỗi không ghi trong expected: must-be /form/cam_doan", hint: 'sửa mẫu, hoặc thêm vào "expected"."problems"',
  },
  {
    name: "a misspelt key of a province",
    file: "provinces/dong-thap/province.json", from: '"fees"', to: '"fee"',
    column: 7, pointer: "/procedures/1.001193/fee", says: "lỗi unknown-key  không có khóa “fee” ở đây", hint: "fees", marked: '"fee"',
  },
  {
    name: "a holiday of an unknown kind",
    file: "calendars/2026.json", from: '"HOLIDAY"', to: '"HOLIDY"',
    column: 37, pointer: "/days/0/kind", says: "lỗi value-not-offered  giá trị không có trong danh sách", hint: "HOLIDAY", marked: '"HOLIDY"',
  },
];

describe("motcua check", () => {
  it.each(FAULTS)("refuses $name, says where and what to do", async ({ file, from, to, line, column, pointer, says, hint, marked }) => {
    const planted = plant(file, from, to);
    const blocks = await printed(file.split("/").slice(0, -1).join("/"));
    const [place, message, ...rest] = (blocks.find((one) => one.includes(says)) ?? blocks.join("\n\n")).split("\n");
    expect(message).toBe(`  ${says}`);
    expect(place).toBe(`schemas/${file}:${line ?? planted.line}:${column}${pointer === "" ? "" : `  ${pointer}`}`);
    expect(rest.at(-1)).toBe(`  gợi ý: ${hint}`);
    const [source = "", marks = ""] = rest;
    if (marked !== undefined) expect(source.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe(marked);
  });

  it("tells problems of two files at once, in both languages", async () => {
    plant(`${BIRTH}/procedure.json`, '"case": "dung_han"', '"case": "dung_hn"');
    plant(`${BIRTH}/workflow.json`, '"role": "van_thu"', '"role": "van_tu"');
    const english = await printed(BIRTH, "en");
    expect(english.map((block) => block.split("\n")[1])).toEqual(["  warning role-unused  the role “van_thu” holds no step", "  error unknown-case  there is no case “dung_hn”", "  error unknown-role  there is no role “van_tu”"]);
    expect(english[1]).toContain("  hint: dung_han");
  });

  it("refuses a sample whose expected problem does not come", async () => {
    plant(`${BIRTH}/samples/01-c-khong-hop-le.json`, '"cam_doan": false', '"cam_doan": true');
    const [block = ""] = await printed(BIRTH);
    expect(block).toContain("lỗi sample-problem-missing  mẫu chờ lỗi must-be tại /form/cam_doan nhưng không có lỗi này");
    expect(block).toContain('"pointer": "/form/cam_doan"');
  });

  it("tells of one procedure's problems only when asked for that one", async () => {
    plant(`${BIRTH}/procedure.json`, '"case": "dung_han"', '"case": "dung_hn"');
    expect((await loadDefinitions(workspace, [`${workspace.schemas}/${HOUSE}`])).problems).toEqual([]);
    expect((await loadDefinitions(workspace, [`${workspace.schemas}/${BIRTH}/procedure.json`])).problems).toHaveLength(1);
    expect((await loadDefinitions(workspace)).problems).toHaveLength(1);
  });

  it("gives rows for machines: code, place, pointer, message, hint", async () => {
    const { line } = plant(`${BIRTH}/workflow.json`, '"role": "van_thu"', '"role": "van_tu"');
    const { problems } = await loadDefinitions(workspace);
    expect(problemRows(problems.filter(isError), workspace.root, "vi")).toEqual([
      { code: "unknown-role", severity: "error", file: `schemas/${BIRTH}/workflow.json`, line, column: 15, pointer: "/steps/dong_dau/role", message: "không có vai trò “van_tu”", hint: "van_thu" },
    ]);
  });
});
