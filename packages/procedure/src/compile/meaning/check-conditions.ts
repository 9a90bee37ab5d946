import type { Problem } from "../../problem.ts";
import { decideExpression, type Decision } from "../cel/decide/decide-expression.ts";
import type { CelType } from "../cel/cel-type.ts";
import type { ExpressionNode } from "../cel/expression-node.ts";
import type { ExpressionPlace } from "../cel/expression-places.ts";
import { parseExpression } from "../cel/parse-expression.ts";
import { definitionProblem, type DefinitionProblemRequest } from "../problems/definition-problem.ts";
import { type Definition, problemIn } from "../references/definition.ts";

/** What conditions are decided with. */
export interface ConditionContext {
  readonly places: readonly ExpressionPlace[];
  /** The types a place may read. */
  readonly variablesOf: (place: ExpressionPlace) => Readonly<Record<string, CelType>>;
}

/** Conditions that decide nothing: they always hold, or never do, whatever is filled in; cases that others have taken. */
export function checkConditions(definition: Definition, context: ConditionContext): readonly Problem[] {
  return [...context.places.flatMap((place) => (place.result === "bool" ? checkOne(definition, place, context) : [])), ...checkCases(definition, context)];
}

function checkOne(definition: Definition, place: ExpressionPlace, { variablesOf }: ConditionContext): readonly Problem[] {
  const node = nodeOf(place.source);
  if (node === undefined) return [];
  const given = place.after.flatMap((source) => nodeOf(source) ?? []).map((guard) => ({ node: guard, holds: true }));
  const request = told(definition, place, decideExpression(node, { variables: variablesOf(place), given }));
  return request === undefined ? [] : [definitionProblem({ ...request, file: definition.files[place.part], pointer: place.pointer })];
}

type Told = Pick<DefinitionProblemRequest, "code" | "given">;

/** What a decision means where the condition stands. What is never asked is told where it is guarded. */
function told({ form }: Definition, { part, pointer }: ExpressionPlace, decision: Decision): Told | undefined {
  if (decision === "open" || decision === "nowhere") return undefined;
  const [, definition, nth] = part === "form" ? (/^(?:\/\$defs\/([^/]+))?\/x-rules\/(\d+)\/assert$/.exec(pointer) ?? []) : [];
  const rule = nth === undefined ? undefined : (definition === undefined ? form : form.$defs?.[definition])?.["x-rules"]?.[Number(nth)];
  const [, list, index] = part === "form" ? pointer.split("/") : [];
  if (rule !== undefined) return { code: decision === "never" ? "rule-refuses-everything" : "rule-in-vain", given: { name: rule.id } };
  const section = list === "x-sections" && decision === "never" ? form["x-sections"]?.[Number(index)] : undefined;
  if (section !== undefined) return { code: "section-unreachable", given: { name: section.id } };
  return { code: decision === "never" ? "condition-never-holds" : "condition-always-holds" };
}

/** The first case whose condition holds applies: one that those before it have taken in full is never reached. */
function checkCases(definition: Definition, context: ConditionContext): readonly Problem[] {
  const cases = Object.entries(definition.procedure.cases);
  const open = cases.findIndex(([, { when }]) => when === undefined);
  const conditions = cases.slice(0, open === -1 ? cases.length : open).map(([id, { when }]) => ({ id, node: nodeOf(when ?? "") }));
  const place = context.places.find(({ pointer, part }) => part === "procedure" && pointer.startsWith("/cases/"));
  if (place === undefined || conditions.some(({ node }) => node === undefined)) return [];
  const variables = context.variablesOf(place);
  const nodes = conditions.flatMap(({ node }) => node ?? []);
  const covered = (id: string): Problem => problemIn(definition, "procedure", ["cases", id], { code: "case-covered", spot: "key", given: { name: id } });
  const taken = conditions.flatMap(({ id }, index) => {
    const node = nodes[index];
    if (index === 0 || node === undefined || decideExpression(node, { variables }) === "never") return [];
    const given = nodes.slice(0, index).map((before) => ({ node: before, holds: false }));
    const decision = decideExpression(node, { variables, given });
    return decision === "never" || decision === "nowhere" ? [covered(id)] : [];
  });
  const all = nodes.reduceRight<ExpressionNode | undefined>((right, left) => (right === undefined ? left : { kind: "or", left, right, start: 0, end: 0 }), undefined);
  const complete = all !== undefined && decideExpression(all, { variables }) === "always";
  const [rest] = cases[open] ?? [];
  if (rest !== undefined) return complete ? [...taken, covered(rest)] : taken;
  return complete ? taken : [...taken, problemIn(definition, "procedure", ["cases"], { code: "no-default-case", spot: "key" })];
}

function nodeOf(source: string): ExpressionNode | undefined {
  const parsed = parseExpression(source);
  return parsed.ok ? parsed.node : undefined;
}
