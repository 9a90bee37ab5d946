import { describe, expect, it } from "vitest";
import { checkDefinitions, definitionFaults } from "./check-definitions.ts";

const machine = (states: object, substitutions: object = {}) => ({
  DefinitionString: JSON.stringify({ QueryLanguage: "JSONata", StartAt: "a", States: states }),
  DefinitionSubstitutions: substitutions as Readonly<Record<string, unknown>>,
});

describe("definitions of state machines", () => {
  it("refuses a transition to a state that is not there", () => {
    expect(definitionFaults(machine({ a: { Type: "Pass", Next: "b" } })).join(" ")).toMatch(/b/);
  });

  it("refuses JSONata that does not parse", () => {
    expect(definitionFaults(machine({ a: { Type: "Pass", Output: "{% $sum( %}", End: true } }))).not.toEqual([]);
  });

  it("refuses a substitution nobody fills", () => {
    const faults = definitionFaults(machine({ a: { Type: "Pass", Output: "${Missing}", End: true } }));
    expect(faults).toContain("a substitution has no value");
  });

  it("refuses a definition that is not JSON", () => {
    expect(definitionFaults({ DefinitionString: "{" })).toEqual(["the definition is not JSON"]);
  });

  it("names the machine of a template that is not fit", () => {
    const template = { Resources: { Shape1: { Type: "AWS::StepFunctions::StateMachine", Properties: machine({ a: { Type: "Pass", Next: "b" } }) } } };
    expect(() => checkDefinitions(template)).toThrow(/Shape1/);
  });
});
