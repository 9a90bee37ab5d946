/** What a problem code says. `{name}` stands for what the compiler found; never a citizen's data. */
export interface ProblemText {
  readonly vi: string;
  readonly en: string;
  /** What to do about it, where no name is probably meant. */
  readonly hint?: { readonly vi: string; readonly en: string };
  readonly severity?: "warning";
}

const FILES = {
  "file-missing": { vi: "thiếu tệp {name}", en: "the file {name} is missing" },
  "file-unreadable": { vi: "không đọc được {name}", en: "cannot read {name}" },
  "json-syntax": { vi: "không phải JSON hợp lệ: {vi}", en: "not valid JSON: {en}" },
  "json-comment": { vi: "JSON không có chú thích", en: "JSON has no comments", hint: { vi: "viết vào \"note\" hoặc \"$comment\"", en: "write it in \"note\" or \"$comment\"" } },
  "json-trailing-comma": { vi: "thừa dấu phẩy cuối", en: "a trailing comma", hint: { vi: "bỏ dấu phẩy", en: "take the comma out" } },
  "duplicate-key": { vi: "khóa “{name}” được viết hai lần", en: "the key “{name}” is written twice", hint: { vi: "giữ một khóa", en: "keep one of them" } },
  "not-nfc": { vi: "chữ có dấu chưa ở dạng Unicode dựng sẵn (NFC)", en: "text is not in Unicode NFC", hint: { vi: "lưu tệp với Unicode dựng sẵn", en: "save the file in NFC" } },
} as const;

const CONTRACT = {
  "missing-key": { vi: "thiếu khóa bắt buộc “{name}”", en: "the required key “{name}” is missing" },
  "unknown-key": { vi: "không có khóa “{name}” ở đây", en: "there is no key “{name}” here", hint: { vi: "được dùng: {names}", en: "offered: {names}" } },
  "wrong-value-type": { vi: "giá trị phải là {expected}", en: "the value must be {expected}" },
  "value-not-offered": { vi: "giá trị không có trong danh sách", en: "the value is not offered here", hint: { vi: "một trong: {names}", en: "one of: {names}" } },
  "wrong-notation": { vi: "viết không đúng dạng {expected}", en: "not written as {expected}" },
  "key-notation": { vi: "khóa “{name}” không đúng dạng {expected}", en: "the key “{name}” is not written as {expected}", hint: { vi: "chữ thường không dấu, nối bằng gạch dưới", en: "snake_case without diacritics" } },
  "too-few-entries": { vi: "cần ít nhất {limit}", en: "at least {limit} needed" },
  "too-many-entries": { vi: "nhiều nhất {limit}", en: "at most {limit} allowed" },
  "duplicate-entry": { vi: "có hai mục giống nhau", en: "two entries are the same" },
  "value-out-of-range": { vi: "giá trị ngoài khoảng: {expected}", en: "the value is out of range: {expected}" },
  "key-not-allowed": { vi: "không được viết “{name}” ở đây", en: "“{name}” may not be given here" },
  "contract-violation": { vi: "không theo quy ước: {what}", en: "against the contract: {what}" },
} as const;

const FORM = {
  "ref-unknown-file": { vi: "$ref trỏ tới tệp không có: {name}", en: "$ref names a file that is not there: {name}" },
  "ref-unknown-definition": { vi: "$ref trỏ tới định nghĩa không có: {name}", en: "$ref names a definition that is not there: {name}" },
  "ref-circle": { vi: "$ref vòng tròn: {name}", en: "$ref leads in a circle: {name}" },
  "unknown-code-list": { vi: "không có danh mục “{name}”", en: "there is no code list “{name}”" },
  "code-list-and-enum": { vi: "x-code-list và enum cùng lúc", en: "x-code-list and enum together", hint: { vi: "giữ một trong hai", en: "keep one of them" } },
  "code-list-needs-format": { vi: "danh mục “{name}” dài trên {limit} giá trị: cần format", en: "the code list “{name}” has more than {limit} values: a format is needed" },
  "open-object": { vi: "nhóm trường chưa đóng", en: "the object is not closed", hint: { vi: "thêm \"additionalProperties\": false", en: "add \"additionalProperties\": false" } },
  "field-without-type": { vi: "trường chưa có kiểu", en: "the field has no type", hint: { vi: "thêm \"type\" hoặc \"$ref\"", en: "add \"type\" or \"$ref\"" } },
  "object-without-fields": { vi: "nhóm không có trường nào", en: "the object has no fields" },
  "list-without-items": { vi: "danh sách chưa nói mục là gì", en: "the list does not say what its entries are", hint: { vi: "thêm \"items\"", en: "add \"items\"" } },
  "unknown-required-field": { vi: "bắt buộc một trường không có: {name}", en: "requires a field that is not there: {name}" },
  "unknown-conditional-field": { vi: "điều kiện nói tới trường không có: {name}", en: "the condition speaks of a field that is not there: {name}" },
  "pattern-invalid": { vi: "biểu thức chính quy không hợp lệ", en: "the regular expression is not valid" },
  "range-empty": { vi: "không giá trị nào thỏa: {from} lớn hơn {to}", en: "no value fits: {from} is above {to}" },
  "enum-label-unknown": { vi: "nhãn cho giá trị không có: {name}", en: "a label for a value that is not there: {name}" },
  "enum-label-missing": { vi: "giá trị “{name}” chưa có nhãn", en: "the value “{name}” has no label", severity: "warning" },
  "enum-wrong-type": { vi: "giá trị không thuộc kiểu {expected}", en: "the value is not of type {expected}" },
  "field-without-label": { vi: "trường “{name}” chưa có x-label", en: "the field “{name}” has no x-label", severity: "warning" },
  "one-of-needs-const": { vi: "oneOf cần một khóa const phân biệt các nhánh", en: "oneOf needs a const key that tells its variants apart" },
  "reserved-name": { vi: "“{name}” là từ dành riêng của biểu thức", en: "“{name}” is a reserved word of expressions", hint: { vi: "đặt tên khác", en: "choose another name" } },
  "sections-not-at-root": { vi: "{name} chỉ viết ở gốc biểu mẫu", en: "{name} stands at the root of the form only" },
  "no-sections": { vi: "biểu mẫu chưa chia trang (x-sections)", en: "the form has no pages (x-sections)" },
  "field-without-section": { vi: "trường “{name}” không nằm trên trang nào", en: "the field “{name}” is on no page" },
  "field-in-two-sections": { vi: "“{name}” nằm trên hai trang", en: "“{name}” is on two pages" },
} as const;

const REFERENCES = {
  "unknown-pointer": { vi: "biểu mẫu không có {name}", en: "the form has no {name}" },
  "not-a-commune": { vi: "{name} không phải mã xã", en: "{name} is no commune code" },
  "duplicate-id": { vi: "mã “{name}” được dùng hai lần", en: "the id “{name}” is used twice" },
  "unknown-document": { vi: "không có giấy tờ “{name}”", en: "there is no document “{name}”" },
  "unknown-group": { vi: "không có nhóm giấy tờ “{name}”", en: "there is no document group “{name}”" },
  "group-too-small": { vi: "nhóm “{name}” cần {need} giấy tờ nhưng chỉ có {count}", en: "the group “{name}” needs {need} documents and has {count}" },
  "unknown-case": { vi: "không có trường hợp “{name}”", en: "there is no case “{name}”" },
  "case-unreachable": { vi: "không bao giờ tới trường hợp “{name}”: trường hợp trước không có điều kiện", en: "the case “{name}” is never reached: one before it has no condition" },
  "no-default-case": { vi: "mọi trường hợp đều có điều kiện: có thể không trường hợp nào đúng", en: "every case has a condition: none may hold", severity: "warning", hint: { vi: "bỏ điều kiện của trường hợp cuối", en: "take the condition of the last one out" } },
  "unknown-role": { vi: "không có vai trò “{name}”", en: "there is no role “{name}”" },
  "role-unused": { vi: "vai trò “{name}” không giữ bước nào", en: "the role “{name}” holds no step", severity: "warning" },
  "unknown-step": { vi: "không có bước “{name}”", en: "there is no step “{name}”" },
  "unknown-outcome": { vi: "bước “{step}” không có kết cục “{name}”", en: "the step “{step}” has no outcome “{name}”" },
  "outcome-without-name": { vi: "kết cục “{name}” chưa có tên", en: "the outcome “{name}” has no name", hint: { vi: "thêm vào \"outcomes\"", en: "add it to \"outcomes\"" } },
  "unknown-result": { vi: "không có kết quả “{name}”", en: "there is no result “{name}”" },
  "unknown-record": { vi: "biểu mẫu không có định nghĩa {name}", en: "the form has no definition {name}" },
  "unknown-question": { vi: "không có câu hỏi “{name}”", en: "there is no question “{name}”" },
  "question-unused": { vi: "câu hỏi “{name}” không được dùng trong điều kiện nào", en: "the question “{name}” is used in no condition", severity: "warning" },
  "unknown-fee": { vi: "không có khoản phí “{name}”", en: "there is no fee “{name}”" },
  "unknown-gate": { vi: "không có điều kiện đầu vào “{name}”", en: "there is no gate “{name}”" },
  "period-empty": { vi: "ngày kết thúc trước ngày bắt đầu", en: "the end is before the beginning" },
  "not-a-date": { vi: "không có ngày này trong lịch", en: "there is no such day" },
  "duration-zero": { vi: "thời hạn bằng không", en: "the duration is nothing", hint: { vi: "viết \"same-day\" nếu giải quyết trong ngày", en: "write \"same-day\" when it is settled the same day" } },
} as const;

const CONDITIONS = {
  "condition-syntax": { vi: "biểu thức viết sai ở “{found}”", en: "the expression is wrong at “{found}”" },
  "condition-function": { vi: "biểu thức không có hàm hay phép “{name}”", en: "expressions have no function or operator “{name}”", hint: { vi: "được dùng: {names}", en: "offered: {names}" } },
  "condition-wrong-type": { vi: "sai kiểu: cần {expected}, ở đây là {found}", en: "wrong type: {expected} is needed, this is {found}" },
  "condition-needs-has": { vi: "{path} có thể không có: cần has({path})", en: "{path} may be absent: has({path}) is needed", hint: { vi: "has({path}) && …", en: "has({path}) && …" } },
  "condition-unknown-value": { vi: "{path} không có giá trị “{name}”", en: "{path} has no value “{name}”", hint: { vi: "một trong: {names}", en: "one of: {names}" } },
  "condition-unknown-variable": { vi: "không có biến “{name}”", en: "there is no variable “{name}”", hint: { vi: "được dùng: {names}", en: "offered: {names}" } },
  "condition-variable-not-here": { vi: "“{name}” chưa có ở đây", en: "“{name}” is not known here", hint: { vi: "được dùng: {names}", en: "offered: {names}" } },
  "unknown-field-in-condition": { vi: "điều kiện dùng trường không có: {path}", en: "the condition uses a field that is not there: {path}" },
} as const;

const PROJECT = {
  "sample-name": { vi: "mã mẫu phải trùng tên tệp: {name}", en: "the sample's id must be the name of its file: {name}" },
  "sample-pointer": { vi: "con trỏ phải bắt đầu bằng /form hoặc /documents", en: "the pointer must start with /form or /documents" },
  "code-list-name": { vi: "mã danh mục phải trùng tên tệp: {name}", en: "the list's id must be the name of its file: {name}" },
  "unknown-commune": { vi: "danh mục không có xã “{name}”", en: "the code list has no commune “{name}”" },
  "session-order": { vi: "buổi làm việc chồng nhau hoặc kết thúc trước khi bắt đầu", en: "sessions overlap or end before they begin" },
  "fee-not-set-locally": { vi: "khoản “{name}” không do địa phương quyết định", en: "the fee “{name}” is not set locally" },
  "fee-above-cap": { vi: "mức thu vượt mức tối đa {limit} đồng", en: "the amount is above the cap of {limit} VND" },
  "date-outside-year": { vi: "ngày không thuộc năm {year}", en: "the day is not in {year}" },
  "version-period-overlap": { vi: "hai phiên bản của {name} cùng có hiệu lực từ một ngày", en: "two versions of {name} come into force on the same day" },
} as const;

/** Every problem of a definition, a sample, a province or a calendar: the closed set of codes and their texts. */
export const DEFINITION_PROBLEMS = {
  ...FILES, ...CONTRACT, ...FORM, ...REFERENCES, ...CONDITIONS, ...PROJECT,
} satisfies Readonly<Record<string, ProblemText>>;

/** Code of a problem of a definition. */
export type DefinitionProblemCode = keyof typeof DEFINITION_PROBLEMS;
