import { fileURLToPath } from "node:url";
import * as runtime from "@motcua/client/runtime";
import type { ProcedureModule } from "@motcua/procedure";
import { loadCatalogue } from "@motcua/procedure/compile";
import { describe, expect, test } from "vitest";
import { loadModule } from "../test/load-emitted.ts";
import { procedureWith } from "../test/procedure-with.ts";
import { runEmitted } from "../test/run-emitted.ts";
import { generateModule, generateSdk } from "./index.ts";

const { procedures } = await loadCatalogue(fileURLToPath(new URL("../../../schemas", import.meta.url)));
const CONTEXT = { today: "2026-10-05" };

/** Forms that have something wrong in every part: nothing there, and a value of no type where an object has to be. */
function wrongForms({ procedure }: ProcedureModule): readonly unknown[] {
  const keys = Object.keys(procedure.form.properties ?? {});
  return [{}, Object.fromEntries(keys.map((key) => [key, {}])), Object.fromEntries(keys.map((key) => [key, [{}]]))];
}

describe.each(procedures.map(({ procedure }) => procedure))("the module of $code with all of it inside", (procedure) => {
  const { text = "" } = generateModule(procedure);
  const alone = runEmitted(text, { ...runtime }) as ProcedureModule;
  const sdk = generateSdk(procedure);
  const shared = loadModule(sdk);

  test("imports the runtime and nothing else, where the package's takes definitions from shared/", () => {
    expect([...text.matchAll(/ from "([^"]+)";$/gm)].map(([, from]) => from)).toEqual(["@motcua/client/runtime"]);
    expect(sdk.files[0]?.text).toMatch(/^import \{ schema as \w+\$schema \} from "\.\/shared\/schema-\w+-[0-9a-f]{8}\.js";$/m);
  });

  test("holds the same definition, and finds the same problems with the same words", () => {
    expect(alone.procedure).toEqual(shared.procedure);
    expect(shared.procedure).toEqual(procedure);
    for (const form of wrongForms(shared)) {
      const problems = shared.problems(form, CONTEXT);
      expect(problems.length).toBeGreaterThan(2);
      expect(alone.problems(form, CONTEXT)).toEqual(problems);
    }
  });
});

test("the package's modules take checks from shared/ where a form has a definition of several fields", () => {
  const checks = procedures.map(({ procedure }) => generateSdk(procedure).files[0]?.text.match(/^import \{ check\w+ \} from "\.\/shared\/check-\w+-[0-9a-f]{8}\.js";$/gm)?.length ?? 0);
  expect(checks.filter((count) => count > 0).length).toBeGreaterThanOrEqual(10);
});

test("refuses what the package refuses", () => {
  const procedure = procedureWith({ type: "object", properties: { a: { contains: {} } } });
  expect(generateModule(procedure)).toEqual({ problems: generateSdk(procedure).problems });
  expect(generateSdk(procedure).problems.length).toBe(1);
});
