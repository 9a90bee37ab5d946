import * as runtime from "@motcua/client/runtime";

/** What tests use of a module that has a predicate. */
export interface EmittedPredicate {
  readonly is: (value: unknown) => boolean;
}

/** Runs the text of an emitted module, its imports replaced by the modules of this repository. */
export function runEmitted(text: string, imports: Readonly<Record<string, unknown>> = { ...runtime }): unknown {
  const names: string[] = [];
  const declared = new Set<string>();
  const body = text
    .replace(/^import [^;]*;$/gm, "")
    .replace(/^export default [^;]*;$/gm, "")
    .replace(/^export \{([^}]*)\};$/gm, (_, list: string) => {
      names.push(...list.split(",").map((name) => name.trim()).filter((name) => name !== ""));
      return "";
    })
    .replace(/^export (const|function) (\w+)/gm, (_, kind: string, name: string) => {
      names.push(name);
      declared.add(name);
      return `${kind} ${name}`;
    });
  const given = Object.entries(imports).filter(([name]) => name !== "default" && !declared.has(name));
  // oxlint-disable-next-line typescript/no-implied-eval -- the text is our own, and is the thing under test
  const evaluate = new Function(...given.map(([name]) => name), `"use strict";\n${body}\nreturn { ${names.join(", ")} };`) as (...values: unknown[]) => unknown;
  return evaluate(...given.map(([, value]) => value));
}
