import type { Level, Text } from "@motcua/procedure";
import { CommandFailure, EXIT } from "../exit.ts";
import type { NewProcedure, RecordedProcedure } from "./new-procedure.ts";
import { slug } from "./slug.ts";
import { TEMPLATES } from "./templates.ts";

/** What has been said so far: on the command line, in a record, or to a question. */
export interface Answers {
  readonly code?: string;
  readonly name?: string;
  readonly nameEn?: string;
  /** An id or a name. */
  readonly field?: string;
  readonly fieldEn?: string;
  readonly level?: string;
  readonly template?: string;
}

/** A sector the project already has procedures of. */
export interface KnownField {
  readonly id: string;
  readonly name: Text;
}

/** What answers are held to. */
export interface SettleContext {
  readonly fields: readonly KnownField[];
  readonly record?: RecordedProcedure;
  /** First day it applies, ISO date. */
  readonly from: string;
}

/** Tiers of government, as people say them. */
export const LEVELS: Readonly<Record<Level, string>> = { commune: "cấp xã", province: "cấp tỉnh", ministry: "cấp bộ" };

const CODE = /^\d\.\d{6}$/;

/** Turns answers into a procedure to write; what nobody said takes the plainest value. @throws CommandFailure where an answer fits nothing */
export function settleAnswers(answers: Answers, { fields, record, from }: SettleContext): NewProcedure {
  const code = answers.code ?? record?.code ?? "";
  const fault = answerFault("code", code);
  if (fault !== undefined) throw new CommandFailure(fault, EXIT.usage);
  if (record?.code !== undefined && answers.code !== undefined && record.code !== answers.code) throw new CommandFailure(`Bản ghi là của ${record.code}, không phải của ${answers.code}.`, EXIT.usage);
  const level = answers.level ?? record?.level ?? "commune";
  const template = answers.template ?? "simple";
  for (const [key, value] of [["level", level], ["template", template]] as const) {
    const wrong = answerFault(key, value);
    if (wrong !== undefined) throw new CommandFailure(wrong, EXIT.usage);
  }
  return {
    code,
    name: nameOf(answers, { code, record }),
    field: fieldOf(answers.field ?? record?.field, answers.fieldEn, fields),
    level: level as Level,
    template: TEMPLATES.find(({ id }) => id === template) ?? (TEMPLATES[0] as NewProcedure["template"]),
    from,
    ...(record === undefined ? {} : { record }),
  };
}

/** What is wrong with one answer, in words; nothing where it will do. */
export function answerFault(key: keyof Answers, value: string): string | undefined {
  if (key === "code") return CODE.test(value) ? undefined : `Mã thủ tục “${value}” phải có dạng 1.001193 (một chữ số, dấu chấm, sáu chữ số).`;
  if (key === "level") return Object.hasOwn(LEVELS, value) ? undefined : `--level ${value}: ${Object.keys(LEVELS).join(", ")}.`;
  if (key === "template") return TEMPLATES.some(({ id }) => id === value) ? undefined : `--template ${value}: ${TEMPLATES.map(({ id }) => id).join(", ")}.`;
  return value.trim() === "" ? "Không được để trống." : undefined;
}

function nameOf({ name, nameEn }: Answers, { code, record }: { readonly code: string; readonly record: RecordedProcedure | undefined }): Text {
  const vi = (name ?? record?.name)?.normalize("NFC").trim();
  if (vi === undefined || vi === "") return { vi: `Thủ tục ${code}`, en: `Procedure ${code}` };
  return nameEn === undefined ? { vi } : { vi, en: nameEn };
}

function fieldOf(said: string | undefined, en: string | undefined, known: readonly KnownField[]): KnownField {
  if (said === undefined || said.trim() === "") return { id: "khac", name: { vi: "Khác", en: "Other" } };
  const id = slug(said, "_");
  const found = known.find((field) => field.id === id || slug(field.name.vi, "_") === id);
  if (found !== undefined) return found;
  if (!/^[a-z]/.test(id)) throw new CommandFailure(`--field ${said}: cần một tên lĩnh vực, ví dụ "Hộ tịch" hoặc ho_tich.`, EXIT.usage);
  return { id, name: { vi: said.normalize("NFC").trim().replaceAll("_", " "), ...(en === undefined ? {} : { en }) } };
}
