import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { localDate } from "@motcua/calendar";
import { isError } from "@motcua/procedure";
import { loadProvinces, loadShared, procedureFolders } from "@motcua/procedure/compile";
import { checkProject } from "../check/check-project.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { chosenProvince } from "../for-province.ts";
import { askAnswers, type Terminal } from "../new/ask-answers.ts";
import type { RecordedProcedure } from "../new/new-procedure.ts";
import { readRecord } from "../new/read-record.ts";
import { type Answers, type KnownField, settleAnswers } from "../new/settle-answers.ts";
import { writeProcedure } from "../new/write-procedure.ts";
import { printProblems } from "../print-problems.ts";
import { requireWorkspace, type Workspace } from "../workspace.ts";

interface NewOptions extends Omit<Answers, "code"> {
  /** File of a national catalogue record. */
  readonly from?: string;
  /** ISO date from which it applies. @default today */
  readonly effective?: string;
  readonly yes?: boolean;
}

/** `motcua new`: the folder of a procedure that passes `motcua check` at once, and a checklist of what is left to decide. */
export async function newProcedure(options: NewOptions, [code]: readonly string[], at: { readonly workspace?: Workspace; readonly terminal?: Terminal } = {}): Promise<number> {
  const workspace = at.workspace ?? requireWorkspace();
  const record = options.from === undefined ? undefined : await recordIn(options.from);
  const existing = await existingProcedures(workspace.schemas);
  const fields = fieldsOf(existing);
  const { name, nameEn, field, fieldEn, level, template } = options;
  const given = defined({ code, name, nameEn, field, fieldEn, level, template });
  const procedure = settleAnswers(await complete(given, { options, record, fields, terminal: at.terminal }), { fields, from: dayFrom(options.effective), ...(record === undefined ? {} : { record }) });
  const there = existing.find((one) => one.code === procedure.code);
  if (there !== undefined) throw new CommandFailure(`Đã có thủ tục ${procedure.code} ở ${relative(process.cwd(), there.folder)}. Phiên bản mới: chép thư mục ấy sang tên khác, sửa effective.`, EXIT.usage);

  const shared = await loadShared(workspace.schemas);
  const { provinces, calendars } = await loadProvinces(workspace.schemas, [], shared);
  const folder = await writeProcedure(procedure, { schemas: workspace.schemas, shared, province: chosenProvince(provinces, undefined), calendars });
  const { problems } = await checkProject(workspace, [folder]);
  if (problems.length > 0) console.log(`${printProblems(problems, process.cwd(), "vi")}\n`);
  const shown = relative(process.cwd(), folder);
  console.log([`Đã tạo ${shown}`, `  việc còn phải quyết: ${join(shown, "CHECKLIST.md")}`, `  xem:  motcua preview ${procedure.code}`, `  chạy: motcua demo --procedure ${procedure.code}`].join("\n"));
  return problems.some(isError) ? EXIT.problems : EXIT.done;
}

/** Asks for what is missing where somebody sits at a terminal; without one, only `--yes` may take defaults. */
async function complete(given: Answers, of: { readonly options: NewOptions; readonly record: RecordedProcedure | undefined; readonly fields: readonly KnownField[]; readonly terminal: Terminal | undefined }): Promise<Answers> {
  const { options, record, fields } = of;
  if (options.yes === true) return given;
  const terminal = of.terminal ?? (process.stdin.isTTY ? { input: process.stdin, output: process.stdout } : undefined);
  const suggested = defined({ code: record?.code, name: record?.name, field: record?.field, level: record?.level });
  if (terminal !== undefined) return askAnswers(given, { fields, suggested, terminal });
  const missing = (["code", "name", "field", "level", "template"] as const).filter((key) => given[key] === undefined && suggested[key] === undefined);
  if (missing.length === 0) return given;
  throw new CommandFailure(`Thiếu ${missing.map((key) => (key === "code" ? "mã thủ tục" : `--${key}`)).join(", ")}; thêm --yes để dùng giá trị mặc định.`, EXIT.usage);
}

async function recordIn(path: string): Promise<RecordedProcedure> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new CommandFailure(`Không đọc được ${path}.`, EXIT.usage);
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new CommandFailure(`${path} không phải là JSON hợp lệ.`, EXIT.usage);
  }
  const record = readRecord(value);
  if (record === undefined) throw new CommandFailure(`${path} không phải là bản ghi thủ tục của Cổng DVCQG: không có MATTHC, TENTTHC.`, EXIT.usage);
  return record;
}

interface Existing {
  readonly folder: string;
  readonly code: string;
  readonly field: KnownField | undefined;
}

/** Codes and sectors already there, compiled or not: a broken neighbour does not keep anybody from beginning. */
async function existingProcedures(schemas: string): Promise<readonly Existing[]> {
  const folders = await procedureFolders(schemas);
  return Promise.all(
    folders.map(async (folder) => {
      try {
        const { code = "", field } = JSON.parse(await readFile(join(folder, "procedure.json"), "utf8")) as { code?: string; field?: KnownField };
        return { folder, code, field: typeof field?.id === "string" && typeof field.name?.vi === "string" ? field : undefined };
      } catch {
        return { folder, code: "", field: undefined };
      }
    }),
  );
}

function fieldsOf(existing: readonly Existing[]): readonly KnownField[] {
  const fields = existing.flatMap(({ field }) => (field === undefined ? [] : [field]));
  return [...new Map(fields.map((field) => [field.id, field])).values()];
}

function dayFrom(effective: string | undefined): string {
  if (effective === undefined) return localDate(new Date().toISOString());
  const day = /^\d{4}-\d{2}-\d{2}$/.test(effective) ? new Date(`${effective}T00:00:00Z`) : undefined;
  if (day === undefined || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== effective) throw new CommandFailure(`--effective ${effective}: cần một ngày, ví dụ 2027-01-01.`, EXIT.usage);
  return effective;
}

function defined(answers: { readonly [Key in keyof Answers]: string | undefined }): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as Answers;
}
