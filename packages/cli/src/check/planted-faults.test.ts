import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "@motcua/procedure";
import { loadProvinces, loadShared, procedureFolders, readProcedureFolder, type SourceFile } from "@motcua/procedure/compile";
import { beforeAll, describe, expect, it } from "vitest";
import { type FaultKind, type Files, type Json, lineOf, type Part } from "../../test/faults/fault.ts";
import { FORM_FAULTS } from "../../test/faults/form-faults.ts";
import { PROCEDURE_FAULTS } from "../../test/faults/procedure-faults.ts";
import { SAMPLE_FAULTS } from "../../test/faults/sample-faults.ts";
import { WORKFLOW_FAULTS } from "../../test/faults/workflow-faults.ts";
import { type CheckContext, checkSources } from "./check-sources.ts";

const schemas = fileURLToPath(new URL("../../../../schemas", import.meta.url));
const KINDS = [...PROCEDURE_FAULTS, ...FORM_FAULTS, ...WORKFLOW_FAULTS, ...SAMPLE_FAULTS];
const NAMES: Readonly<Record<Exclude<Part, "sample">, string>> = { procedure: "procedure.json", form: "form.schema.json", workflow: "workflow.json" };

/** A real procedure as values, and where its files are. */
interface Subject {
  readonly folder: string;
  readonly files: Files;
  readonly sources: readonly SourceFile[];
}

const folders = await procedureFolders(schemas);
const subjects = await Promise.all(folders.map(subjectIn));
let context: CheckContext;

beforeAll(async () => {
  const shared = await loadShared(schemas);
  const { provinces, calendars } = await loadProvinces(schemas, [], shared);
  context = { shared, provinces, calendars };
});

async function subjectIn(folder: string): Promise<Subject> {
  // Written anew with one value a line: where a fault must be told is then counted, not looked up.
  const sources = (await readProcedureFolder(folder)).map(({ path, text }) => ({ path, text: pretty(JSON.parse(text)) }));
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Json;
  const samples = Object.fromEntries(sources.filter(({ path }) => path.includes("/samples/")).map(({ path }) => [basename(path), read(`samples/${basename(path)}`)]));
  return { folder, files: { procedure: read(NAMES.procedure), form: read(NAMES.form), workflow: read(NAMES.workflow), samples }, sources };
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The files a kind of fault may go into, of one procedure: of its samples, those that are accepted. */
function targetsOf({ folder, files }: Subject, part: Part): readonly { readonly path: string; readonly value: Json }[] {
  if (part !== "sample") return [{ path: join(folder, NAMES[part]), value: files[part] }];
  const accepted = Object.entries(files.samples).filter(([, sample]) => sample["expected"]["outcome"] === "accepted");
  return accepted.map(([name, value]) => ({ path: join(folder, "samples", name), value }));
}

interface Planted {
  readonly kind: FaultKind;
  readonly subject: Subject;
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

/** The mistake in the first file that has a place for it. */
function plant(kind: FaultKind, subject: Subject): readonly Planted[] {
  for (const target of targetsOf(subject, kind.part)) {
    const copy = structuredClone(target.value);
    const at = kind.plant(copy, subject.files);
    if (at !== undefined) return [{ kind, subject, path: target.path, text: pretty(copy), line: lineOf(JSON.parse(pretty(copy)), at) }];
  }
  return [];
}

/** Procedures each kind is planted in, where it has a place in so many. */
const EACH = 3;
/** Every kind begins with another procedure, so that all of them have their share. */
const PLANTED = KINDS.flatMap((kind, nth) => [...subjects.slice(nth % subjects.length), ...subjects.slice(0, nth % subjects.length)].flatMap((subject) => plant(kind, subject)).slice(0, EACH));

function problemsOf({ subject, path, text }: Pick<Planted, "subject" | "path" | "text">): readonly Problem[] {
  return checkSources(subject.sources.map((source) => (source.path === path ? { path, text } : source)), context).problems;
}

describe("planted faults", () => {
  it("are two hundred or more, of sixty kinds or more, in every procedure", () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(200);
    expect(new Set(PLANTED.map(({ kind }) => kind.code)).size).toBeGreaterThanOrEqual(60);
    expect(new Set(PLANTED.map(({ subject }) => subject.folder)).size).toBe(folders.length);
    expect(KINDS.filter((kind) => !PLANTED.some((planted) => planted.kind === kind)).map(({ name }) => name)).toEqual([]);
  });

  it.each(subjects.map((subject) => [basename(subject.folder), subject] as const))("has nothing to say of %s as it is, not even a warning", (_, subject) => {
    expect(checkSources(subject.sources, context).problems).toEqual([]);
  });

  it.each(KINDS.map((kind) => [`${kind.code}: ${kind.name}, in ${kind.part}`, kind] as const))("refuses %s", (_, kind) => {
    for (const planted of PLANTED.filter((one) => one.kind === kind)) {
      const found = problemsOf(planted);
      const told = found.map(({ code, file, line }) => `${code} ${file} ${line}`);
      expect(told, `${planted.path}\n${found.map((problem) => `${problem.code} ${problem.line} ${problem.pointer} ${problem.message.en}`).join("\n")}`).toContain(`${kind.code} ${planted.path} ${planted.line}`);
      for (const problem of found) {
        expect(`${problem.message.vi}${problem.message.en}${problem.hint?.vi}${problem.hint?.en}`, problem.code).not.toMatch(/[{][a-z]+[}]|undefined/);
        // What is read in English is English: only names that people wrote may be quoted.
        expect(`${problem.message.en} ${problem.hint?.en}`.replaceAll(/“[^”]*”/g, ""), problem.code).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu);
      }
    }
  });
});
