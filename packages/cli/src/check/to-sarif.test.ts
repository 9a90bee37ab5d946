import type { Problem } from "@motcua/procedure";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { toSarif } from "./to-sarif.ts";

const text = { type: "object", required: ["text"], additionalProperties: false, properties: { text: { type: "string", minLength: 1 } } };
const index = { type: "integer", minimum: -1 };
const position = { type: "integer", minimum: 1 };

/** What SARIF 2.1.0 asks of the objects that are written, by the sections of the specification; nothing else may be in them. */
const SARIF = {
  type: "object",
  required: ["version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", pattern: "^https://" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      items: {
        type: "object",
        required: ["tool"],
        additionalProperties: false,
        properties: {
          tool: {
            type: "object",
            required: ["driver"],
            additionalProperties: false,
            properties: { driver: { type: "object", required: ["name"], additionalProperties: false, properties: { name: { type: "string" }, rules: { type: "array", uniqueItems: true, items: { type: "object", required: ["id"], additionalProperties: false, properties: { id: { type: "string" } } } } } } },
          },
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          originalUriBaseIds: { type: "object", additionalProperties: { type: "object", additionalProperties: false, properties: { uri: { type: "string", pattern: "^file:///.*/$" } } } },
          results: {
            type: "array",
            items: {
              type: "object",
              required: ["message"],
              additionalProperties: false,
              properties: {
                ruleId: { type: "string" },
                ruleIndex: index,
                level: { enum: ["none", "note", "warning", "error"] },
                message: text,
                partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
                locations: {
                  type: "array",
                  items: {
                    type: "object",
                    additionalProperties: false,
                    properties: {
                      physicalLocation: {
                        type: "object",
                        required: ["artifactLocation"],
                        additionalProperties: false,
                        properties: {
                          artifactLocation: { type: "object", additionalProperties: false, properties: { uri: { type: "string", pattern: "^[^\\\\ ]+$" }, uriBaseId: { type: "string" } } },
                          region: { type: "object", additionalProperties: false, properties: { startLine: position, startColumn: position } },
                        },
                      },
                      logicalLocations: { type: "array", items: { type: "object", additionalProperties: false, properties: { fullyQualifiedName: { type: "string" }, kind: { type: "string" } } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

const valid = new Ajv2020({ strict: false, allErrors: true }).compile(SARIF);
const problem = (code: string, more: Partial<Problem> = {}): Problem => ({ code, pointer: "/steps/ky/role", message: { vi: "không có vai trò “x”", en: "there is no role “x”" }, file: "/du-an/schemas/thủ tục/workflow.json", line: 3, column: 15, ...more });
const options = { root: "/du-an", language: "en" } as const;

interface Log {
  readonly runs: readonly [{ readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }; readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly locations: readonly [{ readonly physicalLocation?: { readonly artifactLocation: { readonly uri: string }; readonly region: object } }] }[] }];
}

describe("toSarif", () => {
  it("writes what SARIF 2.1.0 asks for, with and without problems", () => {
    for (const problems of [[], [problem("unknown-role")], [problem("b", { severity: "warning", hint: { vi: "sửa" } }), { code: "a", pointer: "", message: { vi: "không có tệp" } }]]) {
      expect(valid(toSarif(problems, options)), JSON.stringify(valid.errors)).toBe(true);
    }
  });

  it("names each rule once, and points at it", () => {
    const log = toSarif([problem("b"), problem("a", { severity: "warning" }), problem("b")], options) as Log;
    const [{ tool, results }] = log.runs;
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, tool.driver.rules[ruleIndex]?.id, level])).toEqual([["b", "b", "error"], ["a", "a", "warning"], ["b", "b", "error"]]);
  });

  it("gives paths from the root, as URIs", () => {
    const [{ results }] = (toSarif([problem("a")], options) as Log).runs;
    expect(results[0]?.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: "schemas/th%E1%BB%A7%20t%E1%BB%A5c/workflow.json", uriBaseId: "SRCROOT" }, region: { startLine: 3, startColumn: 15 } });
  });

  it.each([
    ["another version", (log: Record<string, unknown>) => ({ ...log, version: "2.0.0" })],
    ["a result without a message", (log: Record<string, unknown>) => ({ ...log, runs: [{ tool: { driver: { name: "x" } }, results: [{ ruleId: "a" }] }] })],
    ["a line before the first", (log: Record<string, unknown>) => JSON.parse(JSON.stringify(log).replace('"startLine":3', '"startLine":0')) as object],
  ])("refuses %s, so that the check above is one", (_, change) => {
    expect(valid(change(toSarif([problem("a")], options) as Record<string, unknown>))).toBe(false);
  });
});
