import type { Parameter } from "../../definition.ts";
import { parseExpression } from "./parse-expression.ts";

/** Values of a procedure's parameters, by id. */
export type ParameterValues = Readonly<Record<string, Pick<Parameter, "type" | "default">>>;

/** An expression with each `local.<id>` replaced by its number: what is emitted asks nobody for it. */
export function setParameters(source: string, parameters: ParameterValues): string {
  if (!source.includes("local")) return source;
  const parsed = parseExpression(source);
  if (!parsed.ok) return source;
  const spots = parameterSpots(parsed.node).toSorted((a, b) => b.start - a.start);
  return spots.reduce((text, { start, end, name }) => {
    const parameter = parameters[name];
    return parameter === undefined ? text : text.slice(0, start) + literal(parameter) + text.slice(end);
  }, source);
}

interface ParameterSpot {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

function parameterSpots(node: unknown): readonly ParameterSpot[] {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(parameterSpots);
  const { kind, of, name, start, end } = node as { readonly kind?: string; readonly of?: { readonly kind?: string; readonly name?: string } } & Partial<ParameterSpot>;
  if (kind === "field" && of?.kind === "variable" && of.name === "local" && name !== undefined && start !== undefined && end !== undefined) return [{ start, end, name }];
  return Object.values(node).flatMap(parameterSpots);
}

/** A double without decimals still is one: CEL compares numbers of one kind. Brackets keep a minus apart. */
function literal({ type, default: value }: ParameterValues[string]): string {
  const digits = type === "double" && Number.isInteger(value) ? `${value}.0` : String(value);
  return value < 0 ? `(${digits})` : digits;
}
