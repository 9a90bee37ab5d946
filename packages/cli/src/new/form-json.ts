import type { FormSchema } from "@motcua/procedure";
import type { NewProcedure } from "./new-procedure.ts";

const person = (name: string) => `../../../shared/person.schema.json#/$defs/${name}`;

/** Who asks: the block every form begins with. */
const APPLICANT: FormSchema = {
  type: "object",
  additionalProperties: false,
  required: ["ho_ten", "ngay_sinh", "so_dinh_danh", "dien_thoai", "noi_cu_tru"],
  properties: {
    ho_ten: { $ref: person("HoTen"), "x-prefill": ["applicant.name"] },
    ngay_sinh: { $ref: person("NgaySinh"), "x-prefill": ["applicant.birth-date"] },
    so_dinh_danh: { $ref: person("SoDinhDanh"), "x-prefill": ["applicant.personal-id"] },
    dien_thoai: { $ref: person("DienThoai") },
    noi_cu_tru: { $ref: "../../../shared/address.schema.json#/$defs/DiaChiTrongNuoc", "x-label": { vi: "Nơi cư trú", en: "Residence" } },
  },
  "x-data": "personal",
  "x-label": { vi: "Người yêu cầu", en: "Applicant" },
};

const REQUEST: FormSchema = {
  type: "string",
  minLength: 5,
  maxLength: 2000,
  "x-control": "textarea",
  "x-data": "personal",
  "x-label": { vi: "Nội dung yêu cầu", en: "What is asked for" },
};

/** `form.schema.json` of a new procedure: who asks, what for, which case, what the template needs, and the declaration. */
export function formJson({ template, record }: Pick<NewProcedure, "template" | "record">): FormSchema {
  const cases = record?.cases ?? [];
  const chosen: Readonly<Record<string, FormSchema>> = cases.length === 0 ? {} : { truong_hop: caseField(cases) };
  const content: Readonly<Record<string, FormSchema>> = { ...chosen, noi_dung: REQUEST, ...template.fields };
  const closing: Readonly<Record<string, FormSchema>> = {
    hinh_thuc_nhan_kq: { $ref: person("HinhThucNhanKetQua") },
    cam_doan: { $ref: person("CamDoan") },
  };
  const properties = { nguoi_yeu_cau: APPLICANT, ...content, ...closing };
  return {
    $schema: "../../../contract/form.schema.json",
    type: "object",
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
    ...(template.records === undefined ? {} : { $defs: template.records }),
    "x-sections": [
      { id: "nguoi_yeu_cau", title: { vi: "Người yêu cầu", en: "Applicant" }, fields: ["/nguoi_yeu_cau"] },
      { id: "noi_dung", title: { vi: "Nội dung yêu cầu", en: "Request" }, fields: Object.keys(content).map((key) => `/${key}`) },
      { id: "ket_qua", title: { vi: "Nhận kết quả và cam đoan", en: "Result and declaration" }, fields: Object.keys(closing).map((key) => `/${key}`) },
    ],
  };
}

function caseField(cases: NonNullable<NewProcedure["record"]>["cases"]): FormSchema {
  return {
    type: "string",
    enum: cases.map(({ id }) => id),
    "x-enum": Object.fromEntries(cases.map(({ id, name }) => [id, { vi: name }])),
    "x-control": "radio",
    "x-data": "none",
    "x-label": { vi: "Trường hợp", en: "Case" },
  };
}
