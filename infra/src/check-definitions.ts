import { checkStateMachine } from "@motcua/workflow";
import aslValidator from "asl-validator";

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type?: string; readonly Properties?: unknown }>>;
}

interface MachineProperties {
  readonly DefinitionString?: unknown;
  readonly DefinitionSubstitutions?: Readonly<Record<string, unknown>>;
}

/**
 * Checks every state machine of a template as AWS would get it: substitutions resolved, then asl-validator, then our own
 * rules for what it misses.
 * @throws naming each machine and each fault
 */
export function checkDefinitions(template: object): void {
  const faults = Object.entries((template as Template).Resources)
    .filter(([, resource]) => resource.Type === "AWS::StepFunctions::StateMachine")
    .flatMap(([id, resource]) => definitionFaults(resource.Properties as MachineProperties).map((fault) => `${id}: ${fault}`));
  if (faults.length > 0) throw new Error(`State machines are not fit to deploy:\n${faults.join("\n")}`);
}

/** Faults of one machine's definition. */
export function definitionFaults(properties: MachineProperties): readonly string[] {
  const text = resolveText(properties.DefinitionString).replace(/\$\{(\w+)\}/g, (whole, name: string) =>
    properties.DefinitionSubstitutions?.[name] === undefined ? whole : "arn:aws:lambda:ap-southeast-1:111111111111:function:f",
  );
  let definition: object;
  try {
    definition = JSON.parse(text) as object;
  } catch {
    return ["the definition is not JSON"];
  }
  // The validator writes defaults into what it checks: it gets a copy.
  const { isValid, errors } = aslValidator(structuredClone(definition), { checkPaths: true, checkArn: true });
  return [
    ...(isValid ? [] : errors.map((error) => error.Message ?? JSON.stringify(error))),
    ...checkStateMachine(definition).map((problem) => `${problem.pointer} ${problem.message.en ?? problem.message.vi}`),
    ...(/\$\{\w+\}/.test(text) ? ["a substitution has no value"] : []),
  ];
}

/** `Fn::Join` of literals and references as one text; a reference becomes a placeholder. */
function resolveText(value: unknown): string {
  if (typeof value === "string") return value;
  const join = (value as { "Fn::Join"?: [string, unknown[]] } | undefined)?.["Fn::Join"];
  if (join !== undefined) return join[1].map((part) => resolveText(part)).join(join[0]);
  return "placeholder";
}
