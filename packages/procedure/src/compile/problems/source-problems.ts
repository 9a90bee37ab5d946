/** What makes a file unfit to be read at all. */
export const SOURCE_PROBLEMS = {
  "file-missing": { vi: "thiếu tệp {name}", en: "the file {name} is missing", hint: { vi: "tạo tệp này trong thư mục của thủ tục", en: "create it in the procedure's folder" } },
  "file-unreadable": { vi: "không đọc được {name}", en: "cannot read {name}", hint: { vi: "kiểm tra quyền đọc tệp", en: "check that it may be read" } },
  "file-too-large": { vi: "tệp lớn {size} MB, quá {limit} MB", en: "the file has {size} MB, above {limit} MB", hint: { vi: "tách danh mục dài thành tệp riêng; một định nghĩa chỉ vài chục KB", en: "put long lists into files of their own; a definition has some ten KB" } },
  "byte-order-mark": { vi: "tệp bắt đầu bằng dấu thứ tự byte (BOM)", en: "the file begins with a byte-order mark", hint: { vi: "lưu lại với mã UTF-8 không BOM", en: "save it as UTF-8 without a BOM" } },
  "not-utf8": { vi: "tệp không phải UTF-8", en: "the file is not UTF-8", hint: { vi: "lưu lại với mã UTF-8", en: "save it as UTF-8" } },
  "nesting-too-deep": { vi: "lồng sâu quá {limit} tầng", en: "nested deeper than {limit}", hint: { vi: "tách phần trong ra \"$defs\"", en: "move what is inside to \"$defs\"" } },
  "key-forbidden": { vi: "không được dùng khóa “{name}”", en: "the key “{name}” may not be used", hint: { vi: "đặt tên khác: khóa này có nghĩa riêng trong JavaScript", en: "choose another name: this one has a meaning of its own in JavaScript" } },
  "json-syntax": { vi: "không phải JSON hợp lệ: {vi}", en: "not valid JSON: {en}", hint: { vi: "sửa ở chỗ được gạch chân", en: "put it right where it is underlined" } },
  "json-comment": { vi: "JSON không có chú thích", en: "JSON has no comments", hint: { vi: "viết vào \"note\" hoặc \"$comment\"", en: "write it in \"note\" or \"$comment\"" } },
  "json-trailing-comma": { vi: "thừa dấu phẩy cuối", en: "a trailing comma", hint: { vi: "bỏ dấu phẩy", en: "take the comma out" } },
  "duplicate-key": { vi: "khóa “{name}” được viết hai lần", en: "the key “{name}” is written twice", hint: { vi: "giữ một khóa", en: "keep one of them" } },
  "not-nfc": { vi: "chữ có dấu chưa ở dạng Unicode dựng sẵn (NFC)", en: "text is not in Unicode NFC", hint: { vi: "lưu tệp với Unicode dựng sẵn", en: "save the file in NFC" } },
  "ref-not-local": { vi: "$ref trỏ ra ngoài dự án: {name}", en: "$ref leads out of the project: {name}", hint: { vi: "chép định nghĩa vào schemas/shared; không gì được tải từ mạng", en: "copy the definition into schemas/shared; nothing is fetched from the network" } },
} as const;
