import type { Problem, Text } from "@motcua/procedure";

/** What can be wrong between a sample and its procedure. `{…}` stands for what was found; never a value of the form. */
export const SAMPLE_PROBLEMS = {
  "sample-problem-missing": {
    message: { vi: "mẫu chờ lỗi {code} tại {pointer} nhưng không có lỗi này", en: "the sample expects {code} at {pointer}, which does not come" },
    hint: { vi: "thực có: {names}", en: "what comes: {names}" },
  },
  "sample-problem-unexpected": {
    message: { vi: "mẫu cho lỗi không ghi trong expected: {code}", en: "the sample gives a problem it does not expect: {code}" },
    hint: { vi: "sửa mẫu, hoặc thêm vào \"expected\".\"problems\"", en: "put the sample right, or add it to \"expected\".\"problems\"" },
  },
  "sample-differs": {
    message: { vi: "{what}: tính ra {got}, mẫu ghi {wanted}", en: "{what}: computed {got}, the sample says {wanted}" },
    hint: { vi: "sửa định nghĩa nếu mẫu đúng; sửa mẫu nếu luật đã đổi", en: "put the definition right if the sample is; the sample if the law has changed" },
  },
  "sample-fee-not-set": {
    message: { vi: "khoản “{fee}” do tỉnh quyết định, {province} chưa đặt mức thu", en: "the fee “{fee}” is set by the province, and {province} has not set it" },
    hint: { vi: "đặt mức thu trong schemas/provinces/{id}/province.json, hoặc ghi null trong mẫu", en: "set it in schemas/provinces/{id}/province.json, or write null in the sample" },
  },
  "sample-unit": {
    message: { vi: "đơn vị {unit} của mẫu không nhận thủ tục này ở “{province}”", en: "the sample's unit {unit} does not take this procedure in “{provinceen}”" },
    hint: { vi: "dùng mã một đơn vị của tỉnh có nhận thủ tục, ví dụ {near}", en: "use the code of a unit of the province that takes it, {near} for example" },
  },
  "sample-act-refused": {
    message: { vi: "không làm được bước {step} của mẫu: {codes}", en: "the sample's step {step} cannot be done: {codes}" },
    hint: { vi: "sửa hành động này trong \"script\", hoặc thêm một hành động cho bước ấy; tra mã trong docs/problems.md", en: "put this act of the \"script\" right, or add one for that step; codes are in docs/problems.md" },
  },
  "sample-act-unreached": {
    message: { vi: "hồ sơ kết thúc mà không đến bước {step} của hành động này", en: "the dossier ends without coming to step {step} of this act" },
    hint: { vi: "bỏ hành động này, hoặc thêm hành động đưa hồ sơ đến bước ấy", en: "take this act out, or add one that leads the dossier there" },
  },
  "sample-without-end": {
    message: { vi: "hồ sơ không kết thúc sau {count} hành động", en: "the dossier has not ended after {count} acts" },
    hint: { vi: "thêm hành động vào \"script\" để đi ra khỏi vòng lặp", en: "add acts to the \"script\" that lead out of the loop" },
  },
} satisfies Readonly<Record<string, { readonly message: Text; readonly hint: Text }>>;

/** Code of a {@link SAMPLE_PROBLEMS} entry. */
export type SampleProblemCode = keyof typeof SAMPLE_PROBLEMS;

/** A problem of a sample; `pointer` is into the sample's file. */
export function sampleProblem(code: SampleProblemCode, pointer: string, given: Readonly<Record<string, string>>): Problem {
  const { message, hint } = SAMPLE_PROBLEMS[code];
  return { code, pointer, message: filled(message, given), hint: filled(hint, given) };
}

function filled(text: Text, given: Readonly<Record<string, string>>): Text {
  const fill = (one: string) => one.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => given[name] ?? whole);
  return { vi: fill(text.vi), en: fill(text.en ?? text.vi) };
}
