import { isObject } from "../json.ts";
import { compileExpression, expressionIn } from "../query/jsonata-expression.ts";
import { KINDS } from "../states/kinds.ts";
import type { Definition, QueryLanguageName, State, StateTable } from "./definition.ts";

/** Something in a definition the engine cannot run; `pointer` is a JSON Pointer into it. */
export interface DefinitionFault {
  readonly pointer: string;
  readonly message: string;
}

/** Everything in a definition that the engine would not run as AWS does. */
export function checkDefinition(definition: Definition): readonly DefinitionFault[] {
  if (!isObject(definition)) return [{ pointer: "", message: "a definition is an object" }];
  return checkTable(definition, "", definition.QueryLanguage ?? "JSONPath");
}

function checkTable(table: StateTable, pointer: string, language: QueryLanguageName): readonly DefinitionFault[] {
  if (!isObject(table.States)) return [{ pointer: `${pointer}/States`, message: "is missing" }];
  const start = table.States[table.StartAt] === undefined ? [{ pointer: `${pointer}/StartAt`, message: `no state is named ${table.StartAt}` }] : [];
  return [...start, ...Object.entries(table.States).flatMap(([name, state]) => checkState(state, `${pointer}/States/${escaped(name)}`, { table, language }))];
}

interface Around {
  readonly table: StateTable;
  readonly language: QueryLanguageName;
}

function checkState(state: State, pointer: string, { table, language }: Around): readonly DefinitionFault[] {
  if (KINDS[state.Type] === undefined) return [{ pointer: `${pointer}/Type`, message: `${state.Type} is not a kind of state` }];
  const mode = state.QueryLanguage ?? language;
  return [
    ...missingTargets(state, pointer, table),
    ...unknownFields(state, pointer),
    ...(mode === "JSONata" ? wrongExpressions(state, pointer) : []),
    ...[...(state.Branches ?? []).entries()].flatMap(([at, branch]) => checkTable(branch, `${pointer}/Branches/${at}`, language)),
    ...["ItemProcessor", "Iterator"].flatMap((member) => (isObject(state[member]) ? checkTable(state[member] as unknown as StateTable, `${pointer}/${member}`, language) : [])),
  ];
}

/** Kinds that end their thread by themselves. */
const ENDS: ReadonlySet<string> = new Set(["Succeed", "Fail", "Choice"]);

function missingTargets(state: State, pointer: string, { States }: StateTable): readonly DefinitionFault[] {
  const targets: readonly (readonly [string, string | undefined])[] = [
    ["Next", state.Next],
    ["Default", state.Default],
    ...(state.Choices ?? []).map(({ Next }, at) => [`Choices/${at}/Next`, Next] as const),
    ...(state.Catch ?? []).map(({ Next }, at) => [`Catch/${at}/Next`, Next] as const),
  ];
  const faults = targets.filter(([, name]) => name !== undefined && States[name] === undefined).map(([member, name]) => ({ pointer: `${pointer}/${member}`, message: `no state is named ${name}` }));
  const open = !ENDS.has(state.Type) && state.Next === undefined && state.End !== true;
  return open ? [...faults, { pointer, message: "the state has neither Next nor End" }] : faults;
}

/** Fields of a distributed Map: it is not run here, and reading them as an inline one would be silently wrong. */
const DISTRIBUTED: readonly string[] = ["ItemReader", "ItemBatcher", "ResultWriter", "ToleratedFailureCount", "ToleratedFailurePercentage", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath"];

function unknownFields(state: State, pointer: string): readonly DefinitionFault[] {
  const faults = DISTRIBUTED.filter((field) => state[field] !== undefined).map((field) => ({ pointer: `${pointer}/${field}`, message: "distributed Maps are not run here" }));
  const { ProcessorConfig } = state.ItemProcessor ?? state.Iterator ?? {};
  return ProcessorConfig?.Mode === "DISTRIBUTED" ? [...faults, { pointer: `${pointer}/ItemProcessor/ProcessorConfig/Mode`, message: "distributed Maps are not run here" }] : faults;
}

function wrongExpressions(value: unknown, pointer: string): readonly DefinitionFault[] {
  if (typeof value === "string") return wrongExpression(value, pointer);
  if (typeof value !== "object" || value === null) return [];
  // Branches and processors are checked by themselves: their states may speak the other language.
  return Object.entries(value).flatMap(([key, item]) => (key === "Branches" || key === "ItemProcessor" || key === "Iterator" ? [] : wrongExpressions(item, `${pointer}/${escaped(key)}`)));
}

function wrongExpression(text: string, pointer: string): readonly DefinitionFault[] {
  const expression = expressionIn(text);
  if (expression === undefined) return [];
  try {
    compileExpression(expression);
    return [];
  } catch (error) {
    return [{ pointer, message: `the JSONata expression is wrong: ${(error as Error).message}` }];
  }
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
