import type { DocumentDefinition, ProcedureFile, ResultDefinition } from "@motcua/procedure";
import type { NewProcedure } from "./new-procedure.ts";
import { RESULT, ROLES } from "./workflow-template.ts";

/** What stands where a source has to be found. */
const UNCONFIRMED = "Chưa xác minh";
const FORM_DOCUMENT: DocumentDefinition = {
  id: "to_khai",
  name: { vi: "Tờ khai", en: "Declaration form" },
  mode: "submit",
  copies: { original: 1 },
  isForm: true,
  source: UNCONFIRMED,
};
const RESULT_PAPER: ResultDefinition = { id: RESULT, name: { vi: "Kết quả giải quyết", en: "Result" }, signed: true, sealed: true };

/** `procedure.json` of a new procedure: the record's facts where there is one, else the least a procedure has. */
export function procedureJson({ code, name, field, level, template, from, record }: NewProcedure): ProcedureFile {
  const results = record !== undefined && record.results.length > 0 ? record.results : [RESULT_PAPER];
  const person = "/nguoi_yeu_cau";
  const party = { name: [`${person}/ho_ten`], identity: [`${person}/so_dinh_danh`], phone: [`${person}/dien_thoai`], address: [`${person}/noi_cu_tru`] };
  return {
    $schema: "../../../contract/procedure.schema.json",
    code,
    name,
    field,
    levels: [level],
    channels: record !== undefined && record.channels.length > 0 ? record.channels : ["online", "counter", "post"],
    effective: { from },
    legalBasis: record !== undefined && record.legalBasis.length > 0 ? record.legalBasis : [{ id: "can_cu_phap_ly", title: UNCONFIRMED }],
    parties: { submitter: party, owner: party },
    roles: Object.fromEntries(template.roles.map((id) => [id, ROLES[id]])),
    ...(template.questions === undefined ? {} : { questions: template.questions }),
    cases: casesOf({ template, record }),
    documents: [FORM_DOCUMENT, ...(record?.documents ?? [])],
    fees: record?.fees ?? [],
    clock: { acceptance: "8wh", supplement: "RESTART", supplementLimit: { count: 1, hard: false, source: UNCONFIRMED } },
    results,
    retention: { class: "chua-xac-dinh", source: UNCONFIRMED },
  };
}

/** The result the template's steps sign is the first of the procedure's. */
export function workflowJson({ template, record }: Pick<NewProcedure, "template" | "record">): object {
  const result = record?.results[0]?.id ?? RESULT;
  const steps = Object.fromEntries(Object.entries(template.steps).map(([id, step]) => [id, "result" in step ? { ...step, result } : step]));
  return { $schema: "../../../contract/workflow.schema.json", start: "tiep_nhan", steps };
}

function casesOf({ template, record }: Pick<NewProcedure, "template" | "record">): ProcedureFile["cases"] {
  const said = Object.values(record?.times ?? {});
  const times = new Set(said);
  const [longest = template.limit.time] = said;
  const cutOff = said.length === 0 && template.limit.cutOff !== undefined ? { cutOff: template.limit.cutOff } : {};
  const limit = {
    time: longest,
    ...cutOff,
    ...(times.size > 1 ? { byChannel: record?.times ?? {} } : {}),
    source: record?.code === undefined || said.length === 0 ? UNCONFIRMED : `Cổng DVCQG, bản ghi ${record.code}`,
  };
  const cases = record?.cases ?? [];
  if (cases.length === 0) return { mac_dinh: { name: { vi: "Thông thường", en: "Ordinary" }, limit } };
  // The last case has no condition: it takes whatever the others leave.
  return Object.fromEntries(cases.map(({ id, name }, index) => [id, { name: { vi: name }, ...(index === cases.length - 1 ? {} : { when: `form.truong_hop == '${id}'` }), limit }]));
}
