import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { CalendarYear } from "@motcua/calendar";
import { generateRunnable } from "@motcua/codegen";
import { isError, type Province } from "@motcua/procedure";
import { compileProcedure, type SharedSources } from "@motcua/procedure/compile";
import { emittedModule } from "../check/emitted-module.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { checklist } from "./checklist.ts";
import { formJson } from "./form-json.ts";
import type { NewProcedure } from "./new-procedure.ts";
import { printJson } from "./print-json.ts";
import { procedureJson, workflowJson } from "./procedure-json.ts";
import { sampleJson } from "./sample-json.ts";
import { slug } from "./slug.ts";

/** What a procedure is written into. */
export interface WriteContext {
  /** `schemas/` of the project. */
  readonly schemas: string;
  readonly shared: SharedSources;
  /** Whose units, hours and fees the sample is made with; none is made where there is no province. */
  readonly province: Province | undefined;
  readonly calendars: readonly CalendarYear[];
}

/** Folder of a new procedure: `procedures/<field>/<code>-<slug of the name>`. */
function folderOf(schemas: string, { code, name, field }: Pick<NewProcedure, "code" | "name" | "field">): string {
  return join(schemas, "procedures", field.id.replaceAll("_", "-"), `${code}-${slug(name.vi, "-") || "thu-tuc"}`);
}

/** The files of a new procedure by path inside its folder. @throws Error where they do not compile: a template is at fault, not its user */
function filesOf(procedure: NewProcedure, { schemas, shared, province, calendars }: WriteContext): ReadonlyMap<string, string> {
  const folder = folderOf(schemas, procedure);
  const files = new Map([
    ["procedure.json", printJson(procedureJson(procedure))],
    ["form.schema.json", printJson(formJson(procedure))],
    ["workflow.json", printJson(workflowJson(procedure))],
    ["CHECKLIST.md", checklist(procedure)],
  ]);
  const sources = [...files].filter(([name]) => name.endsWith(".json")).map(([name, text]) => ({ path: join(folder, name), text }));
  const { codeLists, contract, dataSources } = shared;
  const compiled = compileProcedure({ files: [...sources, ...shared.schemas], codeLists, contract, ...(dataSources === undefined ? {} : { dataSources }) });
  if (!compiled.ok) throw new Error(`the template ${procedure.template.id} does not compile: ${compiled.problems.filter(isError).map(({ code, pointer, message }) => `${code} ${pointer} ${message.vi}`).join("; ")}`);
  const { text } = generateRunnable(compiled.value.procedure);
  if (province === undefined || text === undefined) return files;
  const sample = sampleJson({ module: emittedModule(compiled.value.procedure, text), province, calendars });
  return files.set(`samples/${sample.id}.json`, printJson(sample));
}

/** Writes a new procedure's folder, all of it or nothing. @returns its path @throws CommandFailure where something is there already */
export async function writeProcedure(procedure: NewProcedure, context: WriteContext): Promise<string> {
  const folder = folderOf(context.schemas, procedure);
  if (existsSync(folder)) throw new CommandFailure(`Đã có ${folder}: motcua new không ghi đè.`, EXIT.usage);
  const files = filesOf(procedure, context);
  const unfinished = `${folder}.${process.pid}.tmp`;
  try {
    for (const [name, text] of files) {
      await mkdir(dirname(join(unfinished, name)), { recursive: true });
      await writeFile(join(unfinished, name), text);
    }
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return folder;
}
