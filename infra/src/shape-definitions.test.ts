import { fileURLToPath } from "node:url";
import { loadCatalogue } from "@motcua/procedure/compile";
import { toStateMachine } from "@motcua/workflow";
import { describe, expect, it } from "vitest";
import { definitionFaults } from "./check-definitions.ts";

const { procedures } = await loadCatalogue(fileURLToPath(new URL("../../schemas", import.meta.url)));
const machineOf = (definition: unknown) => ({ DefinitionString: JSON.stringify(definition), DefinitionSubstitutions: { RegisterTaskFunctionArn: "r", ConnectFunctionArn: "c" } });

describe("state machines of the real procedures", () => {
  it.each(procedures.map(({ procedure }) => [procedure.code, procedure] as const))("%s is fit to deploy by asl-validator and by our own rules", (_, procedure) => {
    expect(definitionFaults(machineOf(toStateMachine(procedure).definition))).toEqual([]);
  });

  it("refuses one of them with JSONata that does not parse", () => {
    const [first] = procedures;
    if (first === undefined) throw new Error("there are no procedures");
    const text = JSON.stringify(toStateMachine(first.procedure).definition).replace("$states.context.Task.Token", "$states.context.Task.Token(");
    expect(definitionFaults({ ...machineOf({}), DefinitionString: text })).not.toEqual([]);
  });
});
