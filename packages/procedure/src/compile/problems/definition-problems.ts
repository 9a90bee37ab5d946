import { MEANING_PROBLEMS } from "./meaning-problems.ts";
import { SOURCE_PROBLEMS } from "./source-problems.ts";

/** What a problem code says. `{name}` stands for what the compiler found; never a citizen's data. */
export interface ProblemText {
  readonly vi: string;
  readonly en: string;
  /** What to do about it, where no name is probably meant. */
  readonly hint?: { readonly vi: string; readonly en: string };
  readonly severity?: "warning";
}

const CONTRACT = {
  "missing-key": { vi: "thiếu khóa bắt buộc “{name}”", en: "the required key “{name}” is missing", hint: { vi: "thêm \"{name}\"", en: "add \"{name}\"" } },
  "unknown-key": { vi: "không có khóa “{name}” ở đây", en: "there is no key “{name}” here", hint: { vi: "được dùng: {names}", en: "offered: {names}" } },
  "wrong-value-type": { vi: "giá trị phải là {expected}", en: "the value must be {expected}", hint: { vi: "viết lại thành {expected}", en: "write it as {expected}" } },
  "value-not-offered": { vi: "giá trị không có trong danh sách", en: "the value is not offered here", hint: { vi: "một trong: {names}", en: "one of: {names}" } },
  "wrong-notation": { vi: "viết không đúng dạng {expected}", en: "not written as {expected}", hint: { vi: "viết theo dạng {expected}", en: "write it as {expected}" } },
  "key-notation": { vi: "khóa “{name}” không đúng dạng {expected}", en: "the key “{name}” is not written as {expected}", hint: { vi: "viết theo dạng {expected}", en: "write it as {expected}" } },
  "too-few-entries": { vi: "cần ít nhất {limit}", en: "at least {limit} needed", hint: { vi: "thêm mục", en: "add entries" } },
  "text-too-short": { vi: "cần ít nhất {limit} ký tự", en: "at least {limit} characters needed", hint: { vi: "viết đầy đủ hơn", en: "write more" } },
  "too-many-entries": { vi: "nhiều nhất {limit}", en: "at most {limit} allowed", hint: { vi: "bớt mục", en: "take entries out" } },
  "duplicate-entry": { vi: "có hai mục giống nhau", en: "two entries are the same", hint: { vi: "giữ một mục", en: "keep one of them" } },
  "value-out-of-range": { vi: "giá trị ngoài khoảng: {expected}", en: "the value is out of range: {expected}", hint: { vi: "sửa giá trị theo khoảng {expected}", en: "choose a value within {expected}" } },
  "key-not-allowed": { vi: "không được viết “{name}” ở đây", en: "“{name}” may not be given here", hint: { vi: "bỏ \"{name}\"", en: "take \"{name}\" out" } },
  "contract-violation": { vi: "không theo quy ước: {what}", en: "against the contract: {what}", hint: { vi: "xem mô tả của khóa trong schemas/contract", en: "see the key's description in schemas/contract" } },
} as const;

const FORM = {
  "ref-unknown-file": { vi: "$ref trỏ tới tệp không có: {name}", en: "$ref names a file that is not there: {name}", hint: { vi: "kiểm tra đường dẫn, tính từ tệp này", en: "check the path, relative to this file" } },
  "ref-unknown-definition": { vi: "$ref trỏ tới định nghĩa không có: {name}", en: "$ref names a definition that is not there: {name}", hint: { vi: "thêm định nghĩa vào \"$defs\" của tệp được trỏ tới", en: "add it to \"$defs\" of the file referred to" } },
  "ref-circle": { vi: "$ref vòng tròn: {name}", en: "$ref leads in a circle: {name}", hint: { vi: "bỏ một $ref trong vòng", en: "take one $ref of the circle out" } },
  "ref-unknown-fragment": { vi: "$ref trỏ tới mục dùng chung không có: {name}", en: "$ref names a fragment that is not there: {name}", hint: { vi: "thêm mục vào \"{section}\" của tệp được trỏ tới", en: "add it to \"{section}\" of the file referred to" } },
  "ref-wrong-kind": { vi: "$ref trỏ tới mục loại khác: {found}", en: "$ref names a fragment of another kind: {found}", hint: { vi: "ở đây cần một mục của \"{expected}\"", en: "one of \"{expected}\" is needed here" } },
  "unknown-code-list": { vi: "không có danh mục “{name}”", en: "there is no code list “{name}”", hint: { vi: "tạo schemas/shared/code-lists/{name}.json", en: "create schemas/shared/code-lists/{name}.json" } },
  "code-list-and-enum": { vi: "x-code-list và enum cùng lúc", en: "x-code-list and enum together", hint: { vi: "giữ một trong hai", en: "keep one of them" } },
  "code-list-needs-format": { vi: "danh mục “{name}” dài trên {limit} giá trị: cần format", en: "the code list “{name}” has more than {limit} values: a format is needed", hint: { vi: "thêm \"format\", ví dụ \"vn-commune\"", en: "add a \"format\", such as \"vn-commune\"" } },
  "open-object": { vi: "nhóm trường chưa đóng", en: "the object is not closed", hint: { vi: "thêm \"additionalProperties\": false", en: "add \"additionalProperties\": false" } },
  "field-without-type": { vi: "trường chưa có kiểu", en: "the field has no type", hint: { vi: "thêm \"type\" hoặc \"$ref\"", en: "add \"type\" or \"$ref\"" } },
  "object-without-fields": { vi: "nhóm không có trường nào", en: "the object has no fields", hint: { vi: "thêm \"properties\"", en: "add \"properties\"" } },
  "list-without-items": { vi: "danh sách chưa nói mục là gì", en: "the list does not say what its entries are", hint: { vi: "thêm \"items\"", en: "add \"items\"" } },
  "unknown-required-field": { vi: "bắt buộc một trường không có: {name}", en: "requires a field that is not there: {name}", hint: { vi: "thêm trường, hoặc bỏ khỏi \"required\"", en: "add the field, or take it out of \"required\"" } },
  "unknown-conditional-field": { vi: "điều kiện nói tới trường không có: {name}", en: "the condition speaks of a field that is not there: {name}", hint: { vi: "sửa tên trường trong điều kiện", en: "put the field's name in the condition right" } },
  "pattern-invalid": { vi: "biểu thức chính quy không hợp lệ", en: "the regular expression is not valid", hint: { vi: "sửa \"pattern\"; dấu \\\\ viết hai lần trong JSON", en: "put \"pattern\" right; JSON writes \\\\ twice" } },
  "range-empty": { vi: "không giá trị nào thỏa: {from} lớn hơn {to}", en: "no value fits: {from} is above {to}", hint: { vi: "đổi một trong hai giới hạn", en: "change one of the bounds" } },
  "enum-label-unknown": { vi: "nhãn cho giá trị không có: {name}", en: "a label for a value that is not there: {name}", hint: { vi: "bỏ nhãn, hoặc thêm giá trị vào \"enum\"", en: "take the label out, or add the value to \"enum\"" } },
  "enum-label-missing": { vi: "giá trị “{name}” chưa có nhãn", en: "the value “{name}” has no label", severity: "warning", hint: { vi: "thêm vào \"x-enum\"", en: "add it to \"x-enum\"" } },
  "enum-wrong-type": { vi: "giá trị không thuộc kiểu {expected}", en: "the value is not of type {expected}", hint: { vi: "sửa giá trị hoặc \"type\"", en: "put the value or \"type\" right" } },
  "field-without-label": { vi: "trường “{name}” chưa có x-label", en: "the field “{name}” has no x-label", severity: "warning", hint: { vi: "thêm \"x-label\" bằng tiếng Việt", en: "add an \"x-label\" in Vietnamese" } },
  "one-of-needs-const": { vi: "oneOf cần một khóa const phân biệt các nhánh", en: "oneOf needs a const key that tells its variants apart", hint: { vi: "thêm cho mỗi nhánh một khóa có \"const\" riêng", en: "give each variant a key with a \"const\" of its own" } },
  "reserved-name": { vi: "“{name}” là từ dành riêng của biểu thức", en: "“{name}” is a reserved word of expressions", hint: { vi: "đặt tên khác", en: "choose another name" } },
  "sections-not-at-root": { vi: "{name} chỉ viết ở gốc biểu mẫu", en: "{name} stands at the root of the form only", hint: { vi: "chuyển lên gốc biểu mẫu", en: "move it to the root of the form" } },
  "no-sections": { vi: "biểu mẫu chưa chia trang (x-sections)", en: "the form has no pages (x-sections)", hint: { vi: "thêm \"x-sections\" với ít nhất một trang", en: "add \"x-sections\" with at least one page" } },
  "field-without-section": { vi: "trường “{name}” không nằm trên trang nào", en: "the field “{name}” is on no page", hint: { vi: "thêm trường vào \"fields\" của một trang", en: "add it to \"fields\" of a page" } },
  "field-in-two-sections": { vi: "“{name}” nằm trên hai trang", en: "“{name}” is on two pages", hint: { vi: "giữ trường ở một trang", en: "keep it on one page" } },
} as const;

const REFERENCES = {
  "unknown-pointer": { vi: "biểu mẫu không có {name}", en: "the form has no {name}", hint: { vi: "con trỏ JSON tới một trường của biểu mẫu, ví dụ /tre/ho_ten", en: "a JSON Pointer to a field of the form, such as /tre/ho_ten" } },
  "rules-of-no-record": { vi: "“{name}” không phải nội dung ghi của bước nào: quy tắc ở đây không được kiểm tra", en: "“{name}” is no step's record: nobody checks its rules", hint: { vi: "chuyển quy tắc lên gốc biểu mẫu (với \"each\" nếu là danh sách), hoặc cho một bước ghi theo định nghĩa này", en: "move them to the root of the form (with \"each\" for a list), or let a step record it" } },
  "rule-effect-in-record": { vi: "quy tắc của nội dung ghi chỉ có thể chặn", en: "a rule of a record can only refuse it", hint: { vi: "bỏ \"effect\"", en: "take \"effect\" out" } },
  "not-a-commune": { vi: "{name} không phải mã xã", en: "{name} is no commune code", hint: { vi: "trỏ tới trường có \"format\": \"vn-commune\"", en: "point at a field with \"format\": \"vn-commune\"" } },
  "not-a-day": { vi: "{name} không phải ngày", en: "{name} is no day", hint: { vi: "trỏ tới trường có \"format\": \"date\"", en: "point at a field with \"format\": \"date\"" } },
  "entry-document-at-step": { vi: "giấy tờ “{name}” của từng mục được nộp cùng hồ sơ, không nộp ở một bước", en: "the document “{name}” of each entry is handed in with the dossier, not at a step", hint: { vi: "bỏ \"at\", hoặc bỏ \"each\"", en: "leave \"at\" out, or \"each\"" } },
  "not-a-text": { vi: "{name} không phải một đoạn chữ", en: "{name} is no text", hint: { vi: "trỏ tới trường có \"type\": \"string\", ví dụ họ tên", en: "point at a field with \"type\": \"string\", a name for example" } },
  "not-a-list": { vi: "{name} không phải danh sách", en: "{name} is no list", hint: { vi: "trỏ tới trường có \"type\": \"array\"", en: "point at a field with \"type\": \"array\"" } },
  "tiers-not-ascending": { vi: "các bậc không tăng dần", en: "the tiers do not ascend", hint: { vi: "viết \"upTo\" tăng dần", en: "write \"upTo\" in ascending order" } },
  "agreement-not-longer": { vi: "mức thỏa thuận {found} không dài hơn thời hạn {limit}", en: "what may be agreed, {found}, is not longer than the limit of {limit}", hint: { vi: "tăng \"atMost\", hoặc bỏ \"agreed\"", en: "raise \"atMost\", or take \"agreed\" out" } },
  "unknown-notified": { vi: "không có ai tên “{name}” để thông báo", en: "there is nobody named “{name}” to be told", hint: { vi: "một khóa trong \"parties\" hoặc \"units\"", en: "a key of \"parties\" or \"units\"" } },
  "unknown-part-unit": { vi: "thủ tục không khai báo đơn vị “{name}”", en: "the procedure declares no unit “{name}”", hint: { vi: "receiving, competent, hoặc một khóa trong \"units\" của procedure.json", en: "receiving, competent, or a key of \"units\" in procedure.json" } },
  "unit-unused": { vi: "không vai trò, nhánh nào thuộc đơn vị “{name}”", en: "no role and no branch is of the unit “{name}”", hint: { vi: "bỏ đơn vị, hoặc cho một vai trò thuộc đơn vị ấy", en: "remove it, or let a role be its" } },
  "no-signers": { vi: "thủ tục chưa nói ai ký", en: "the procedure does not say who signs", hint: { vi: "khai báo \"signers\" trong \"parties\" của procedure.json", en: "declare \"signers\" in \"parties\" of procedure.json" } },
  "duplicate-id": { vi: "mã “{name}” được dùng hai lần", en: "the id “{name}” is used twice", hint: { vi: "đặt mã khác cho một trong hai", en: "give one of them another id" } },
  "unknown-document": { vi: "không có giấy tờ “{name}”", en: "there is no document “{name}”", hint: { vi: "khai báo giấy tờ trong \"documents\"", en: "declare it in \"documents\"" } },
  "unknown-group": { vi: "không có nhóm giấy tờ “{name}”", en: "there is no document group “{name}”", hint: { vi: "khai báo nhóm trong \"documentGroups\"", en: "declare it in \"documentGroups\"" } },
  "group-too-small": { vi: "nhóm “{name}” cần {need} giấy tờ nhưng chỉ có {count}", en: "the group “{name}” needs {need} documents and has {count}", hint: { vi: "giảm \"need\", hoặc thêm giấy tờ vào nhóm", en: "lower \"need\", or add documents to the group" } },
  "unknown-case": { vi: "không có trường hợp “{name}”", en: "there is no case “{name}”", hint: { vi: "khai báo trường hợp trong \"cases\"", en: "declare it in \"cases\"" } },
  "case-unreachable": { vi: "không bao giờ tới trường hợp “{name}”: trường hợp trước không có điều kiện", en: "the case “{name}” is never reached: one before it has no condition", hint: { vi: "thêm \"when\" cho trường hợp trước, hoặc để trường hợp không điều kiện ở cuối", en: "give the one before a \"when\", or put the one without a condition last" } },
  "duty-without-end": { vi: "kết quả không ghi thời hạn: không có ngày hết hạn để tính trước", en: "the result says no validity: there is no end to count back from", hint: { vi: "thêm \"validity\", hoặc viết \"within\" kể từ ngày cấp", en: "add \"validity\", or write \"within\" from the day of issue" } },
  "validity-unreachable": { vi: "không bao giờ tới thời hạn này: thời hạn trước không có điều kiện", en: "this validity is never reached: one before it has no condition", hint: { vi: "thêm \"when\" cho thời hạn trước, hoặc để thời hạn không điều kiện ở cuối", en: "give the one before a \"when\", or put the one without a condition last" } },
  "no-default-case": { vi: "mọi trường hợp đều có điều kiện: có thể không trường hợp nào đúng", en: "every case has a condition: none may hold", severity: "warning", hint: { vi: "bỏ điều kiện của trường hợp cuối", en: "take the condition of the last one out" } },
  "unknown-role": { vi: "không có vai trò “{name}”", en: "there is no role “{name}”", hint: { vi: "khai báo vai trò trong \"roles\" của procedure.json", en: "declare it in \"roles\" of procedure.json" } },
  "role-unused": { vi: "vai trò “{name}” không giữ bước nào", en: "the role “{name}” holds no step", severity: "warning", hint: { vi: "giao cho vai trò một bước, hoặc bỏ vai trò", en: "give it a step, or take it out" } },
  "unknown-step": { vi: "không có bước “{name}”", en: "there is no step “{name}”", hint: { vi: "tên một bước trong \"steps\"; trong \"next\" và \"skip\" còn có @stop, @refuse, @join, @end", en: "the name of a step in \"steps\"; in \"next\" and \"skip\" also @stop, @refuse, @join, @end" } },
  "bound-without-loop": { vi: "kết cục “{name}” không quay lại bước “{step}”: không có gì để giới hạn", en: "the outcome “{name}” does not lead back to the step “{step}”: there is nothing to bound", hint: { vi: "bỏ khỏi \"atMost\", hoặc ghi ở bước có kết cục quay lại", en: "take it out of \"atMost\", or put it on the step whose outcome leads back" } },
  "bound-on-time": { vi: "kết cục “{name}” do hết thời gian, không ai chọn: không giới hạn được", en: "the outcome “{name}” comes with time and is chosen by nobody: it cannot be bounded", hint: { vi: "bỏ khỏi \"atMost\", hoặc bỏ \"within\"", en: "take it out of \"atMost\", or \"within\" off the step" } },
  "bound-on-every-outcome": { vi: "bước “{step}” giới hạn mọi kết cục: hồ sơ có thể kẹt lại", en: "the step “{step}” bounds all its outcomes: a dossier could be stuck in it", hint: { vi: "để ít nhất một kết cục không giới hạn", en: "leave at least one outcome without a bound" } },
  "window-never-closes": { vi: "không có đường nào từ bước “{step}” tới bước “{name}”", en: "no way leads from the step “{step}” to the step “{name}”", hint: { vi: "ghi \"from\" là bước đầu, \"to\" là bước cuối của phần việc", en: "\"from\" is the first step of the part, \"to\" its last" } },
  "window-at-fork": { vi: "“{name}” là bước rẽ nhánh, không ai làm: không tính thời hạn từ đó hay tới đó", en: "“{name}” is a fork, which nobody does: no time runs from it or to it", hint: { vi: "ghi bước trước, sau hoặc trong các nhánh", en: "name a step before, after or inside its branches" } },
  "unknown-outcome": { vi: "bước “{step}” không có kết cục “{name}”", en: "the step “{step}” has no outcome “{name}”", hint: { vi: "dùng một kết cục trong \"next\" của bước", en: "use an outcome in \"next\" of the step" } },
  "outcome-without-name": { vi: "kết cục “{name}” chưa có tên", en: "the outcome “{name}” has no name", hint: { vi: "thêm vào \"outcomes\"", en: "add it to \"outcomes\"" } },
  "unknown-result": { vi: "không có kết quả “{name}”", en: "there is no result “{name}”", hint: { vi: "khai báo kết quả trong \"results\" của procedure.json", en: "declare it in \"results\" of procedure.json" } },
  "unknown-record": { vi: "biểu mẫu không có định nghĩa {name}", en: "the form has no definition {name}", hint: { vi: "thêm vào \"$defs\" của form.schema.json", en: "add it to \"$defs\" of form.schema.json" } },
  "unknown-question": { vi: "không có câu hỏi “{name}”", en: "there is no question “{name}”", hint: { vi: "khai báo câu hỏi trong \"questions\"", en: "declare it in \"questions\"" } },
  "question-unused": { vi: "câu hỏi “{name}” không được dùng trong điều kiện nào", en: "the question “{name}” is used in no condition", severity: "warning", hint: { vi: "dùng ask.{name} trong một điều kiện, hoặc bỏ câu hỏi", en: "use ask.{name} in a condition, or take it out" } },
  "unknown-fee": { vi: "không có khoản phí “{name}”", en: "there is no fee “{name}”", hint: { vi: "khai báo khoản phí trong \"fees\"", en: "declare it in \"fees\"" } },
  "unknown-gate": { vi: "không có điều kiện đầu vào “{name}”", en: "there is no gate “{name}”", hint: { vi: "khai báo trong \"gates\"", en: "declare it in \"gates\"" } },
  "period-empty": { vi: "ngày kết thúc trước ngày bắt đầu", en: "the end is before the beginning", hint: { vi: "sửa \"from\" hoặc \"to\"", en: "put \"from\" or \"to\" right" } },
  "not-a-date": { vi: "không có ngày này trong lịch", en: "there is no such day", hint: { vi: "viết ngày có thật, dạng YYYY-MM-DD", en: "write a day that exists, as YYYY-MM-DD" } },
  "duration-zero": { vi: "thời hạn bằng không", en: "the duration is nothing", hint: { vi: "viết \"same-day\" nếu giải quyết trong ngày", en: "write \"same-day\" when it is settled the same day" } },
} as const;

const CONDITIONS = {
  "condition-syntax": { vi: "biểu thức viết sai ở “{found}”", en: "the expression is wrong at “{found}”", hint: { vi: "xem mục “Biểu thức” trong docs/define-a-procedure.vi.md", en: "see “Expressions” in docs/define-a-procedure.md" } },
  "condition-function": { vi: "biểu thức không có hàm hay phép “{name}”", en: "expressions have no function or operator “{name}”", hint: { vi: "được dùng: {names}", en: "offered: {names}" } },
  "condition-wrong-type": { vi: "sai kiểu: cần {expected}, ở đây là {found}", en: "wrong type: {expected} is needed, this is {found}", hint: { vi: "đổi biểu thức để cho {expected}", en: "change the expression so that it gives {expected}" } },
  "condition-needs-has": { vi: "{path} có thể không có: cần has({path})", en: "{path} may be absent: has({path}) is needed", hint: { vi: "has({path}) && …", en: "has({path}) && …" } },
  "condition-unknown-value": { vi: "{path} không có giá trị “{name}”", en: "{path} has no value “{name}”", hint: { vi: "một trong: {names}", en: "one of: {names}" } },
  "condition-unknown-variable": { vi: "không có biến “{name}”", en: "there is no variable “{name}”", hint: { vi: "được dùng: {names}", en: "offered: {names}" } },
  "condition-variable-not-here": { vi: "“{name}” chưa có ở đây", en: "“{name}” is not known here", hint: { vi: "được dùng: {names}", en: "offered: {names}" } },
  "unknown-field-in-condition": { vi: "điều kiện dùng trường không có: {path}", en: "the condition uses a field that is not there: {path}", hint: { vi: "dùng một trường của biểu mẫu", en: "use a field of the form" } },
} as const;

const PROJECT = {
  "sample-name": { vi: "mã mẫu phải trùng tên tệp: {name}", en: "the sample's id must be the name of its file: {name}", hint: { vi: "đổi \"id\" hoặc tên tệp", en: "change \"id\" or the file's name" } },
  "sample-pointer": { vi: "con trỏ phải bắt đầu bằng /form hoặc /documents", en: "the pointer must start with /form or /documents", hint: { vi: "viết /form/… hoặc /documents/…", en: "write /form/… or /documents/…" } },
  "code-list-name": { vi: "mã danh mục phải trùng tên tệp: {name}", en: "the list's id must be the name of its file: {name}", hint: { vi: "đổi \"id\" hoặc tên tệp", en: "change \"id\" or the file's name" } },
  "unknown-commune": { vi: "danh mục không có xã “{name}”", en: "the code list has no commune “{name}”", hint: { vi: "mã năm chữ số theo Quyết định 19/2025/QĐ-TTg", en: "a five-digit code of Decision 19/2025/QĐ-TTg" } },
  "session-order": { vi: "buổi làm việc chồng nhau hoặc kết thúc trước khi bắt đầu", en: "sessions overlap or end before they begin", hint: { vi: "xếp các buổi theo giờ, không chồng nhau", en: "order the sessions, without overlap" } },
  "fee-not-set-locally": { vi: "khoản “{name}” không do địa phương quyết định", en: "the fee “{name}” is not set locally", hint: { vi: "bỏ khoản này, hoặc sửa \"amount\" của thủ tục", en: "take it out, or change \"amount\" in the procedure" } },
  "fee-above-cap": { vi: "mức thu vượt mức tối đa {limit} đồng", en: "the amount is above the cap of {limit} VND", hint: { vi: "đặt mức từ {limit} đồng trở xuống", en: "set at most {limit} VND" } },
  "unknown-parameter": { vi: "không có tham số “{name}”", en: "there is no parameter “{name}”", hint: { vi: "khai báo trong \"parameters\" của thủ tục", en: "declare it in \"parameters\" of the procedure" } },
  "parameter-out-of-range": { vi: "giá trị ngoài khoảng được phép: {expected}", en: "the value is out of the range allowed: {expected}", hint: { vi: "đặt giá trị trong khoảng {expected}", en: "set it within {expected}" } },
  "cut-off-outside-sessions": { vi: "giờ chốt {time} không nằm trong buổi làm việc nào của tỉnh", en: "the cut-off {time} is in none of the province's sessions", hint: { vi: "chọn một giờ trong buổi làm việc", en: "choose a time inside a session" } },
  "limit-above-national": { vi: "thời hạn dài hơn mức {limit} mà tỉnh được đặt", en: "the time is longer than the {limit} a province may set", hint: { vi: "đặt từ {limit} trở xuống", en: "set at most {limit}" } },
  "step-time-above-legal": { vi: "thời gian của bước “{name}” dài hơn thời hạn luật định {limit}", en: "the time of the step “{name}” is longer than its legal limit of {limit}", hint: { vi: "đặt từ {limit} trở xuống", en: "set at most {limit}" } },
  "local-times-above-limit": { vi: "thời gian các bước của tỉnh cộng lại là {sum} ngày làm việc, quá thời hạn giải quyết {limit}", en: "the province's step times add up to {sum} working days, above the limit of {limit}", hint: { vi: "rút ngắn thời gian các bước, hoặc bỏ bước thêm", en: "shorten step times, or take an extra step out" } },
  "extra-step-target": { vi: "bước thêm của tỉnh phải dẫn tới “{name}” và không được kết thúc hồ sơ", en: "an extra step must lead to “{name}” and may not end the dossier", hint: { vi: "cho một kết cục dẫn tới \"{name}\", các kết cục khác tới bước có sẵn", en: "lead one outcome to \"{name}\", the others to steps that exist" } },
  "unknown-unit": { vi: "tỉnh không có đơn vị “{name}”", en: "the province has no unit “{name}”", hint: { vi: "mã một đơn vị trong \"units\"", en: "the code of a unit in \"units\"" } },
  "unknown-procedure": { vi: "dự án không có thủ tục “{name}”", en: "the project has no procedure “{name}”", hint: { vi: "sửa mã, hoặc bỏ phần này", en: "put the code right, or take this part out" } },
  "date-outside-year": { vi: "ngày không thuộc năm {year}", en: "the day is not in {year}", hint: { vi: "chuyển sang tệp của năm đó", en: "move it to that year's file" } },
  "version-period-overlap": { vi: "hai phiên bản của {name} cùng có hiệu lực từ một ngày", en: "two versions of {name} come into force on the same day", hint: { vi: "sửa \"effective\" của một phiên bản", en: "change \"effective\" of one version" } },
} as const;

/** Every problem of a definition, a sample, a province or a calendar: the closed set of codes and their texts. */
export const DEFINITION_PROBLEMS = {
  ...SOURCE_PROBLEMS, ...CONTRACT, ...FORM, ...REFERENCES, ...CONDITIONS, ...PROJECT, ...MEANING_PROBLEMS,
} satisfies Readonly<Record<string, ProblemText>>;

/** Code of a problem of a definition. */
export type DefinitionProblemCode = keyof typeof DEFINITION_PROBLEMS;
