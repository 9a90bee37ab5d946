import type { Problem, Text } from "@motcua/procedure";

/** Every refusal of a command: message, then remedy where there is one. The code is the key. */
export const REFUSALS = {
  "already-submitted": [{ vi: "Hồ sơ đã được nộp", en: "The dossier has been submitted already" }, undefined],
  "not-submitted": [{ vi: "Hồ sơ chưa được nộp", en: "There is no such dossier yet" }, undefined],
  "task-not-open": [
    { vi: "Việc này đã được xử lý hoặc không còn mở", en: "This task is done already or no longer open" },
    { vi: "Tải lại hồ sơ để xem các việc đang mở", en: "Reload the dossier to see its open tasks" },
  ],
  "not-your-task": [
    { vi: "Việc này không thuộc nhiệm vụ của ông/bà", en: "This task is not yours" },
    { vi: "Đăng nhập bằng tài khoản được giao vai trò này tại đơn vị này", en: "Act with an account that holds this role in this unit" },
  ],
  "unknown-outcome": [
    { vi: "Bước này không có kết quả đã chọn", en: "This step has no such outcome" },
    { vi: "Chọn một kết quả trong danh sách của bước", en: "Choose one of the step's outcomes" },
  ],
  "loop-bound-reached": [
    { vi: "Đã trả lại đủ số lần quy trình cho phép", en: "This outcome has been chosen as often as the workflow allows" },
    { vi: "Kết luận bằng một kết quả khác của bước", en: "Conclude by another outcome of the step" },
  ],
  "record-missing": [
    { vi: "Bước này cần ghi nhận kết quả theo biểu mẫu", en: "This step needs its record" },
    { vi: "Điền phần ghi nhận của bước", en: "Fill in the step's record" },
  ],
  "recipient-missing": [
    { vi: "Chưa có thông tin người nhận kết quả", en: "Evidence of who received the result is missing" },
    { vi: "Ghi họ tên người nhận và hình thức nhận", en: "Give the recipient's name and the way of delivery" },
  ],
  "unknown-question": [
    { vi: "Bước này không có câu hỏi như vậy dành cho cán bộ", en: "This step asks officers no such question" },
    { vi: "Chỉ trả lời câu hỏi dành cho cán bộ của thủ tục, ở bước tiếp nhận, thẩm tra hoặc kiểm tra", en: "Answer the procedure's questions to officers only, at intake, examination or inspection" },
  ],
  "answer-needs-document": [
    { vi: "Theo câu trả lời này, hồ sơ còn thiếu giấy tờ", en: "By this answer a document is still missing" },
    { vi: "Yêu cầu người nộp bổ sung giấy tờ này trước", en: "Ask the applicant for it first" },
  ],
  "outcome-against-record": [
    { vi: "Kết quả của bước mâu thuẫn với nội dung đã ghi", en: "The outcome contradicts what is recorded" },
    { vi: "Sửa nội dung ghi, hoặc chọn kết quả khác", en: "Mend the record, or choose another outcome" },
  ],
  "no-result-applies": [
    { vi: "Theo nội dung đã ghi, không kết quả nào của bước được cấp", en: "By what is recorded none of the step's results is issued" },
    { vi: "Chuyển lại để sửa nội dung ghi, hoặc kết luận khác", en: "Return it for the record to be mended, or conclude otherwise" },
  ],
  "refund-not-due": [{ vi: "Không có khoản nào phải hoàn trả", en: "Nothing is to be paid back" }, undefined],
  "agreed-too-early": [
    { vi: "Ngày hẹn theo thỏa thuận sớm hơn thời hạn theo quy định", en: "The agreed day is before the end of the legal time" },
    { vi: "Bỏ trống nếu không có thỏa thuận kéo dài; trả sớm thì không cần thỏa thuận", en: "Leave it out where nothing longer was agreed: to be early needs no agreement" },
  ],
  "agreed-too-late": [
    { vi: "Ngày hẹn theo thỏa thuận muộn hơn mức pháp luật cho phép", en: "The agreed day is later than the law lets anybody agree on" },
    { vi: "Thỏa thuận lại một ngày sớm hơn", en: "Agree on an earlier day" },
  ],
  "result-not-signed": [
    { vi: "Kết quả chưa được ký hoặc chưa đóng dấu", en: "The result is not signed or not sealed yet" },
    { vi: "Hoàn thành bước ký và đóng dấu trước", en: "Sign and seal it first" },
  ],
  "supplement-limit": [
    { vi: "Đã yêu cầu bổ sung đủ số lần cho phép", en: "No further supplement may be requested" },
    { vi: "Kết luận hồ sơ bằng kết quả của bước", en: "Conclude the step by its outcome" },
  ],
  "supplement-reason-missing": [
    { vi: "Yêu cầu bổ sung quá số lần quy định phải nêu lý do; hồ sơ sẽ bị tính là chậm", en: "A further request needs its reason and makes the dossier count as late" },
    { vi: "Nêu lý do, hoặc giải quyết với giấy tờ đã có", en: "Give the reason, or settle it with the papers at hand" },
  ],
  "defects-missing": [
    { vi: "Phải nêu đầy đủ nội dung cần bổ sung trong một lần", en: "Say everything that is missing, at once" },
    { vi: "Thêm ít nhất một nội dung", en: "Give at least one defect" },
  ],
  "supplement-not-requested": [{ vi: "Hồ sơ không ở trạng thái chờ bổ sung", en: "No supplement was requested" }, undefined],
  "supplement-not-here": [
    { vi: "Không thể yêu cầu bổ sung ở bước này", en: "A supplement cannot be requested at this step" },
    { vi: "Yêu cầu ở bước tiếp nhận hoặc thẩm tra", en: "Request it at intake or examination" },
  ],
  "not-accepted": [
    { vi: "Hồ sơ chưa được tiếp nhận nên không thể dừng giải quyết", en: "A dossier that is not accepted cannot be stopped" },
    { vi: "Từ chối tiếp nhận ở bước tiếp nhận", en: "Refuse it at intake" },
  ],
  "already-ended": [{ vi: "Hồ sơ đã kết thúc", en: "The dossier has ended" }, undefined],
  "too-late-to-withdraw": [
    { vi: "Kết quả đã được ký, không rút được hồ sơ", en: "The result is decided: the dossier can no longer be withdrawn" },
    { vi: "Liên hệ bộ phận một cửa", en: "Ask at the one-stop counter" },
  ],
  "accepted-not-withdrawn": [
    { vi: "Thủ tục này không cho rút hồ sơ sau khi đã tiếp nhận", en: "This procedure allows no withdrawal once the dossier is accepted" },
    { vi: "Liên hệ bộ phận một cửa", en: "Ask at the one-stop counter" },
  ],
  "not-withdrawn": [{ vi: "Hồ sơ không được rút sau khi tiếp nhận", en: "The dossier was not withdrawn after acceptance" }, undefined],
  "supplement-window-over": [
    { vi: "Thời hạn bổ sung hồ sơ đã hết trong lúc hồ sơ được rút", en: "The time to supplement the dossier ran out while it was withdrawn" },
    { vi: "Nộp hồ sơ mới", en: "Submit a new dossier" },
  ],
  "withdrawal-confirmed": [{ vi: "Việc rút hồ sơ đã được xác nhận", en: "The withdrawal was confirmed already" }, undefined],
  "papers-not-returned": [
    { vi: "Phải trả lại giấy tờ gốc trước khi xác nhận rút hồ sơ", en: "Originals have to be given back first" },
    { vi: "Trả giấy tờ rồi xác nhận", en: "Give them back, then confirm" },
  ],
  "refund-amount": [
    { vi: "Số tiền hoàn không hợp lệ hoặc lớn hơn số đã nộp", en: "The refund is no amount, or more than was paid" },
    { vi: "Nhập số tiền từ 0 đến số đã nộp, đồng Việt Nam", en: "Give an amount up to what was paid, in VND" },
  ],
  "reason-missing": [
    { vi: "Phải nêu lý do", en: "The reason is missing" },
    { vi: "Nêu lý do cụ thể", en: "Give the specific reason" },
  ],
  "extension-not-here": [
    { vi: "Không thể xin gia hạn ở bước này", en: "More time cannot be asked for at this step" },
    { vi: "Người đang thụ lý xin gia hạn ở bước thẩm tra, kiểm tra, ký hoặc đóng dấu", en: "Whoever examines, inspects, signs or seals asks for it" },
  ],
  "extension-clock-stopped": [
    { vi: "Thời hạn giải quyết đang tạm dừng hoặc đã kết thúc", en: "The legal clock stands still or is over" },
    { vi: "Xin gia hạn khi thời hạn đang được tính", en: "Ask for more time while it runs" },
  ],
  "extension-too-late": [
    { vi: "Đã quá ngày hẹn trả, không còn gia hạn được", en: "The due date has passed: it can no longer be extended" },
    { vi: "Giải quyết ngay; hồ sơ được tính là chậm", en: "Settle it now; the dossier counts as late" },
  ],
  "extension-pending": [
    { vi: "Đã có đề nghị gia hạn đang chờ duyệt", en: "An extension is already waiting for approval" },
    { vi: "Chờ lãnh đạo duyệt hoặc không duyệt đề nghị đó", en: "Wait until it is approved or rejected" },
  ],
  "extension-limit": [
    { vi: "Hồ sơ đã được gia hạn đủ số lần cho phép", en: "The dossier may not be extended again" },
    { vi: "Giải quyết trong thời hạn đã hẹn lại", en: "Settle it by the date given" },
  ],
  "extension-not-later": [
    { vi: "Ngày hẹn mới phải sau ngày hẹn đang có hiệu lực", en: "The new date has to be later than the valid due date" },
    { vi: "Chọn ngày muộn hơn, dạng năm-tháng-ngày", en: "Give a later day, as year-month-day" },
  ],
  "extension-no-approver": [
    { vi: "Quy trình không có người ký kết quả nên không có người duyệt gia hạn", en: "Nobody signs in this workflow, so nobody can approve an extension" },
    undefined,
  ],
  "redate-clock-stopped": [
    { vi: "Thời hạn giải quyết chưa chạy, đang tạm dừng hoặc đã kết thúc", en: "The legal clock does not run yet, stands still or is over" },
    { vi: "Chỉ điều chỉnh ngày hẹn của hồ sơ đã tiếp nhận và đang được tính thời hạn", en: "Move the date of an accepted dossier while its clock runs" },
  ],
  "redate-date": [
    { vi: "Ngày hẹn mới không phải một thời điểm sau lúc này", en: "The new due date is no time after now" },
    { vi: "Ghi ngày và giờ Việt Nam, ví dụ 2026-11-25T17:00:00+07:00", en: "Give local date and time, such as 2026-11-25T17:00:00+07:00" },
  ],
  "redate-same": [{ vi: "Ngày hẹn mới trùng ngày hẹn đang có hiệu lực", en: "The new due date is the one that is valid already" }, undefined],
  "decision-missing": [
    { vi: "Phải ghi quyết định làm căn cứ", en: "The decision it rests on is missing" },
    { vi: "Ghi số và ngày của quyết định", en: "Give its number and date" },
  ],
  "four-eyes": [
    { vi: "Người đề nghị không được tự duyệt đề nghị của mình", en: "Nobody approves their own request" },
    { vi: "Để người khác giữ vai trò này duyệt", en: "Let another person who holds this role decide" },
  ],
  "four-eyes-step": [
    { vi: "Người đã làm bước trước không được tự làm bước này", en: "Whoever did the step before may not do this one" },
    { vi: "Để người khác giữ vai trò này thực hiện", en: "Let another person who holds this role do it" },
  ],
  "correction-not-here": [
    { vi: "Chỉ sửa kết quả khi kết quả đang chờ trả", en: "A result is corrected while it waits to be handed over" },
    { vi: "Đính chính kết quả ở bước trả kết quả", en: "Correct it at the step that returns it" },
  ],
  "nothing-to-correct": [{ vi: "Hồ sơ không có kết quả đã ký để đính chính", en: "There is no signed result to correct" }, undefined],
  "fee-unknown": [{ vi: "Hồ sơ không có khoản phí, lệ phí này", en: "The dossier has no such fee" }, { vi: "Chọn khoản trong danh sách phí, lệ phí của hồ sơ", en: "Choose one of its fees" }],
  "fee-settled": [{ vi: "Khoản này đã nộp hoặc đã được miễn", en: "This fee is paid or waived already" }, undefined],
  "receipt-missing": [{ vi: "Chưa có số biên lai hoặc mã giao dịch", en: "The number of the receipt or the transaction is missing" }, { vi: "Ghi số biên lai hoặc mã giao dịch", en: "Give the number" }],
  "payment-amount": [{ vi: "Số tiền không đúng với khoản phải nộp", en: "The amount is not the one that is due" }, { vi: "Thu đúng số tiền, đồng Việt Nam", en: "Collect what is due, in VND" }],
  "delivery-not-here": [{ vi: "Hồ sơ chưa ở bước trả kết quả", en: "The dossier is not at the step that returns the result" }, undefined],
  "already-posted": [{ vi: "Kết quả đã được giao cho bưu chính", en: "The result was handed to the post already" }, { vi: "Theo dõi theo số bưu gửi", en: "Follow it by its tracking number" }],
  "tracking-missing": [{ vi: "Chưa có số bưu gửi", en: "The tracking number is missing" }, { vi: "Ghi số bưu gửi do bưu điện cấp", en: "Give the number the post gave" }],
  "not-returned-yet": [{ vi: "Chỉ đánh giá sau khi đã nhận kết quả", en: "A dossier is rated after its result was handed over" }, undefined],
  "already-rated": [{ vi: "Hồ sơ đã được đánh giá", en: "The dossier was rated already" }, undefined],
  "rating-scale": [{ vi: "Điểm đánh giá từ 1 đến 5", en: "A rating is from 1 to 5" }, { vi: "Chọn một mức trong năm mức", en: "Choose one of the five" }],
  "nothing-to-sync": [{ vi: "Không có thay đổi trạng thái nào chờ đồng bộ ở vị trí này", en: "No change of status waits to be synchronised there" }, undefined],
  "already-sent": [{ vi: "Thay đổi này đã được gửi", en: "This change was sent already" }, undefined],
  "sync-reason": [
    { vi: "Từ chối đồng bộ phải kèm mã lỗi; các kết quả khác không có mã lỗi", en: "A refusal has the portal's code, and nothing else has one" },
    { vi: "Ghi mã lỗi, không ghi nội dung", en: "Give the code, not its text" },
  ],
  "not-due-yet": [{ vi: "Chưa hết thời hạn của việc này", en: "The time of this task has not run out" }, undefined],
  "no-case": [
    { vi: "Không có trường hợp nào của thủ tục phù hợp với tờ khai", en: "No case of the procedure fits the form" },
    { vi: "Kiểm tra lại phần loại đăng ký", en: "Check the kind of registration" },
  ],
  "unknown-competent-unit": [
    { vi: "Cơ quan giải quyết không thuộc tỉnh này", en: "The competent unit is not in this province" },
    { vi: "Chọn xã, phường trong tỉnh", en: "Choose a commune of this province" },
  ],
  "document-missing": [
    { vi: "Thiếu giấy tờ bắt buộc", en: "A required document is missing" },
    { vi: "Bổ sung giấy tờ này", en: "Add this document" },
  ],
  "document-sets": [
    { vi: "Chưa đủ số bộ hoặc số bản", en: "There are too few sets or copies" },
    { vi: "Nộp đủ số lượng theo quy định", en: "Hand in as many as required" },
  ],
  "document-date-missing": [
    { vi: "Chưa ghi ngày cấp của giấy tờ", en: "The date the document bears is missing" },
    { vi: "Ghi ngày cấp in trên giấy tờ", en: "Give the date that stands on it" },
  ],
  "document-date-ahead": [
    { vi: "Ngày cấp của giấy tờ ở sau hôm nay", en: "The document bears a date still ahead" },
    { vi: "Ghi đúng ngày cấp in trên giấy tờ", en: "Give the date that stands on it" },
  ],
  "document-too-old": [
    { vi: "Giấy tờ cấp đã quá lâu so với ngày nộp hồ sơ", en: "The document is older than it may be" },
    { vi: "Xin cấp lại giấy tờ này rồi nộp bản mới", en: "Have it issued anew and hand that in" },
  ],
  "document-looked-up": [
    { vi: "Giấy tờ này cơ quan phải tự tra cứu, không được yêu cầu người nộp", en: "The agency has to look this document up and may not ask for it" },
    { vi: "Tra cứu trong cơ sở dữ liệu, hoặc nêu nội dung cần bổ sung mà không kèm giấy tờ này", en: "Look it up, or name what is missing without this document" },
  ],
  "document-unknown": [
    { vi: "Giấy tờ không thuộc thành phần hồ sơ của thủ tục", en: "The procedure has no such document" },
    { vi: "Bỏ giấy tờ này khỏi hồ sơ", en: "Leave it out" },
  ],
} satisfies Readonly<Record<string, readonly [Text, Text | undefined]>>;

/** Codes of the refusals a command can meet, gates apart (`gate-…`). */
export type RefusalCode = keyof typeof REFUSALS;

/** A refusal at a place of the command. `name` completes the message with the name of a document, never with a person's. */
export function refusal(code: RefusalCode, pointer = "", name?: Text): Problem {
  const [message, hint] = REFUSALS[code] as readonly [Text, Text | undefined];
  const named = name === undefined ? message : { vi: `${message.vi}: ${name.vi}`, ...(message.en === undefined ? {} : { en: `${message.en}: ${name.en ?? name.vi}` }) };
  return { code, pointer, message: named, ...(hint === undefined ? {} : { hint }) };
}
