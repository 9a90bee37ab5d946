import type { NewProcedure } from "./new-procedure.ts";

/** `CHECKLIST.md`: what an author still has to decide, by file, in Vietnamese. */
export function checklist({ code, name, template, record, level }: NewProcedure): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["procedure.json", procedureItems({ record, level })],
    ["form.schema.json", FORM_ITEMS],
    ["workflow.json", [...template.decisions, ...WORKFLOW_ITEMS]],
    ["samples/", SAMPLE_ITEMS],
    ["Trước khi dùng thật", LAST_ITEMS],
  ];
  const open = record === undefined || record.open.length === 0 ? [] : [`## Bản ghi của Cổng DVCQG\n\n${listed(record.open)}`];
  const head = `# ${code} ${name.vi}\n\nTạo bằng \`motcua new\` từ mẫu \`${template.id}\` (${template.about}). Thư mục này đã qua \`motcua check\`; những việc dưới đây chỉ người làm nghiệp vụ mới quyết được. Xong việc nào đánh dấu việc ấy, xong hết thì xóa tệp này.`;
  return `${[head, ...parts.map(([title, items]) => `## ${title}\n\n${listed(items)}`), ...open].join("\n\n")}\n`;
}

const listed = (items: readonly string[]) => items.map((item) => `- [ ] ${item}`).join("\n");

function procedureItems({ record, level }: Pick<NewProcedure, "record" | "level">): readonly string[] {
  return [
    "`name.en`, `field.name.en` và các tên khác: có bản tiếng Anh chưa?",
    "`effective`: ngày có hiệu lực và quyết định công bố; `legalBasis`: đủ văn bản, điều khoản chưa?",
    "`cases`: những trường hợp nào, thời hạn từng trường hợp theo văn bản nào? Thay “Chưa xác minh” trong `source`.",
    record === undefined ? "`documents`: thành phần hồ sơ, số bản, khi nào cần (`when`), giấy nào cơ quan tự tra cứu (`mode: lookup`), cấp không quá bao lâu (`notOlderThan`), phải hợp pháp hóa, dịch, chứng thực không (`requirements`)." : "`documents`: bản ghi không nói khi nào cần giấy nào; viết `when`, `mode: lookup` cho giấy đã có dữ liệu, `notOlderThan` và `requirements` cho giấy phải mới, phải hợp pháp hóa, dịch, chứng thực.",
    "`fees`: mỗi khoản là một trong bốn: số tiền có căn cứ (`amount`), được xác nhận miễn (`free`), HĐND tỉnh quyết định (`set-locally`), cơ quan khác tính (`assessed`); ai được miễn (`waived`), giảm (`reduced`). Danh sách trống nghĩa là chưa rõ, không phải miễn phí.",
    "`clock`: yêu cầu bổ sung làm gì với thời hạn, mấy lần?",
    ...(level === "commune" ? ["`competentUnit`: xã nào giải quyết? Đang là nơi tiếp nhận; nếu theo địa chỉ trong tờ khai thì trỏ tới mã xã ấy."] : []),
    ...(level === "province" ? ["`competentUnit`: đang là nơi tiếp nhận; nếu xã, phường cũng nhận hồ sơ thay tỉnh thì ghi `{ \"level\": \"province\" }`."] : []),
    "`results`: tên, mã kết quả, khi nào cấp (`when`), thời hạn sử dụng (`validity`), việc phải làm về sau (`duties`); `retention`: thời hạn bảo quản.",
  ];
}

const FORM_ITEMS: readonly string[] = [
  "Thay `noi_dung` bằng các trường thật của tờ khai; mỗi trang (`x-sections`) chừng mười ô trở xuống.",
  "Trường nào điền sẵn được (`x-prefill`), trường nào là dữ liệu cá nhân, nhạy cảm (`x-data`)?",
  "Ràng buộc giữa các trường, trong từng mục của danh sách (`each`) viết ở `x-rules`, có thông báo cho người khai.",
];
const WORKFLOW_ITEMS: readonly string[] = [
  "`time` của từng bước là phân bổ nội bộ: tổng có nằm trong thời hạn của trường hợp không? Thời hạn theo luật của bước thì ghi `legalLimit`.",
  "`outcomes`: đủ các kết luận có thể có chưa, kết luận nào dừng hồ sơ (`@stop`)? Nội dung phải ghi (`record`) có quy tắc gì, kết luận nào hợp với nó (`outcomeWhen`)?",
];
const SAMPLE_ITEMS: readonly string[] = [
  "Sửa mẫu có sẵn cho giống hồ sơ thật (không dùng dữ liệu của người thật).",
  "Thêm mẫu không hợp lệ (`expected.outcome: invalid`) và mẫu cho mỗi trường hợp.",
];
const LAST_ITEMS: readonly string[] = [
  "`motcua preview`: xem tờ khai như người dân thấy.",
  "Mức thu, giờ làm việc riêng của tỉnh: `schemas/provinces/<tỉnh>/province.json`.",
  "`motcua check` rồi `motcua demo --procedure` mã này.",
];
