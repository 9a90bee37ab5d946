import { pathToFileURL } from "node:url";
import { relative } from "node:path";
import { isError, type Language, type Problem, textIn } from "@motcua/procedure";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
/** Name of the folder the command ran in: paths in the log are relative to it. */
const BASE = "SRCROOT";

/** How a log of problems is written. */
export interface SarifOptions {
  /** Absolute path that files are given relative to. */
  readonly root: string;
  readonly language: Language;
}

/**
 * Problems as a SARIF 2.1.0 log, for code scanning and editors. A result carries the JSON Pointer in its logical location.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif(problems: readonly Problem[], { root, language }: SarifOptions): object {
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "motcua", rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [BASE]: { uri: `${pathToFileURL(root).href.replace(/\/$/, "")}/` } },
        results: problems.map((problem) => result(problem, codes.indexOf(problem.code), { root, language })),
      },
    ],
  };
}

function result(problem: Problem, ruleIndex: number, { root, language }: SarifOptions): object {
  const { code, pointer, message, hint, file, line, column } = problem;
  const text = hint === undefined ? textIn(message, language) : `${textIn(message, language)} → ${textIn(hint, language)}`;
  const physical = file === undefined ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(file, root), uriBaseId: BASE }, region: { startLine: line ?? 1, startColumn: column ?? 1 } } };
  return {
    ruleId: code,
    ruleIndex,
    level: isError(problem) ? "error" : "warning",
    message: { text },
    locations: [{ ...physical, logicalLocations: [{ fullyQualifiedName: pointer, kind: "member" }] }],
    partialFingerprints: { "code:file:pointer/v1": [code, file === undefined ? "" : uriOf(file, root), pointer].join(":") },
  };
}

function uriOf(file: string, root: string): string {
  return relative(root, file).replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
