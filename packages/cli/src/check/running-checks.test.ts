import { fileURLToPath } from "node:url";
import { generateChecks, generateRunnable } from "@motcua/codegen";
import { localDate } from "@motcua/calendar";
import type { Problem, ProcedureModule, Sample } from "@motcua/procedure";
import { type CompiledProcedure, compileProcedure, loadShared, procedureFolders, readProcedureFolder } from "@motcua/procedure/compile";
import { describe, expect, it } from "vitest";
import { emittedModule } from "./emitted-module.ts";

const schemas = fileURLToPath(new URL("../../../../schemas", import.meta.url));
const shared = await loadShared(schemas);
const compiled = await Promise.all((await procedureFolders(schemas, { only: () => true })).map(async (folder): Promise<CompiledProcedure> => {
  const result = compileProcedure({ files: [...(await readProcedureFolder(folder)), ...shared.schemas], ...shared });
  if (!result.ok) throw new Error(folder);
  return result.value;
}));

/** A form with one of its values, however deep, taken out or put wrong: as many as it has values. */
function broken(form: unknown): readonly unknown[] {
  if (typeof form !== "object" || form === null) return [7, null];
  const entries = Object.entries(form);
  const copy = (key: string, value: unknown[]) => (Array.isArray(form) ? form.toSpliced(Number(key), 1, ...value) : Object.fromEntries(entries.flatMap(([name, old]) => (name === key ? value.map((one) => [name, one]) : [[name, old]]))));
  return [[], { la: 1 }, ...entries.flatMap(([key, value]) => [copy(key, []), ...broken(value).map((one) => copy(key, [one]))])];
}

const told = (problems: readonly Problem[]) => problems.map(({ code, pointer, severity }) => [code, pointer, severity]);

function allTold({ problems, checkRecord }: ProcedureModule, { form, channel, submittedAt, script = [] }: Sample): readonly unknown[] {
  const today = localDate(submittedAt);
  const records = script.flatMap(({ step, record }) => (step === undefined || record === undefined ? [] : [record, ...broken(record)].map((one) => [step, one] as const)));
  return [
    ...[form, ...broken(form)].map((one) => told(problems(one, { today, channel, submittedOn: today }))),
    ...records.map(([step, one]) => { const checked = checkRecord(step, one); return checked.ok ? [] : told(checked.problems); }),
  ];
}

describe("the checks of a procedure without words", () => {
  const modules = compiled.map(({ procedure, samples }) => {
    const [words, { running }] = [generateRunnable(procedure).text, generateChecks(procedure)];
    if (words === undefined || running === undefined) throw new Error(procedure.code);
    return { procedure, samples, running, full: emittedModule(procedure, words), bare: emittedModule(procedure, running) };
  });

  it.each(modules.map((one) => [`${one.procedure.code} of ${one.procedure.effective.from}`, one] as const))("find in %s what those with words find, where it is, whatever is wrong", (_, { full, bare, samples }) => {
    let found = 0;
    for (const sample of samples) {
      const wanted = allTold(full, sample);
      expect(allTold(bare, sample)).toEqual(wanted);
      found += wanted.length;
    }
    expect(found).toBeGreaterThan(100);
    expect(Object.keys(bare.expressions)).toEqual(Object.keys(full.expressions));
  });

  it("have those of a definition that forms have in common once", () => {
    const parts = modules.flatMap(({ running }) => Object.values(running.parts));
    expect(parts.length).toBeGreaterThan(new Set(parts).size);
    const [before, after] = [0, 1].map(() => Object.values(generateChecks(modules[0]!.procedure).running?.parts ?? {}));
    expect(before?.length).toBeGreaterThan(0);
    before?.forEach((part, index) => expect(after?.[index]).toBe(part));
  });
});
