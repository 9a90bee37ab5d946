import { segment } from "../../json-pointer.ts";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Problem } from "../../problem.ts";
import { canonicalJson } from "../../canonical-json.ts";
import { definitionProblem } from "../problems/definition-problem.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import type { Contract, ContractKind } from "./contract.ts";
import { contractErrorOf } from "./contract-errors.ts";

/** Errors told of one file: a file that is something else altogether has one for every value. */
const MOST_ERRORS = 2_000;

const compiled = new WeakMap<object, ValidateFunction>();

/** Holds a file to its contract schema: all problems, at most one a place, the most telling one first. */
export function validateContract(file: ParsedFile, kind: ContractKind, contract: Contract): readonly Problem[] {
  if (contract.predicates?.[kind]?.(file.value) === true) return [];
  const validate = validatorOf(contract[kind]);
  if (validate(file.value)) return [];
  const errors = (validate.errors ?? []).slice(0, MOST_ERRORS).filter((error) => contractErrorOf(error)?.wrapper !== true);
  const places = new Map<string, { readonly rank: number; readonly problem: Problem }>();
  for (const error of errors) {
    const { rank, problem } = toProblem(file, error);
    const place = `${problem.file}\n${problem.pointer}\n${problem.code === "missing-key" && !isAlternative(error) ? problem.message.en : ""}`;
    const known = places.get(place);
    if (known === undefined || rank < known.rank) places.set(place, { rank, problem });
  }
  return withoutFollowers([...places.values()].map(({ problem }) => problem));
}

function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, messages: true, code: { optimize: false } });
  // The validator compares every pair; a list of 3,321 communes would take it two seconds.
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({ keyword: "uniqueItems", type: "array", schemaType: "boolean", validate: (unique: boolean, entries: readonly unknown[]) => !unique || new Set(entries.map((entry) => canonicalJson(entry))).size === entries.length });
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

function toProblem(file: ParsedFile, error: ErrorObject): { readonly rank: number; readonly problem: Problem } {
  const known = contractErrorOf(error);
  if (known === undefined || known.wrapper === true) {
    const given = { what: `${error.keyword} ${error.message ?? ""}`.trim() };
    return { rank: 9, problem: definitionProblem({ code: "contract-violation", file, pointer: error.instancePath, given }) };
  }
  const { key, names, ...given } = known.given(error);
  const pointer = key !== undefined && known.spot === "key" ? error.instancePath + segment(key) : error.instancePath;
  const named = key ?? (typeof error.data === "string" ? error.data : undefined);
  return {
    // An alternative that was not meant says nothing: "must be a list" of a misspelt word.
    rank: known.rank + (isAlternative(error) && known.code !== "value-not-offered" ? 5 : 0),
    problem: definitionProblem({
      code: known.code,
      file,
      pointer,
      spot: known.spot,
      given: { ...given, ...(key === undefined ? {} : { name: key }), ...(names === undefined ? {} : { names: names.join(", ") }) },
      near: known.nearest && named !== undefined && names !== undefined ? nearestName(named, names) : undefined,
    }),
  };
}

function isAlternative({ schemaPath }: ErrorObject): boolean {
  return /\/(anyOf|oneOf)\//.test(schemaPath);
}

/** A place whose value is of the wrong type or kind explains what is wrong inside it. */
function withoutFollowers(problems: readonly Problem[]): readonly Problem[] {
  const wrong = problems.filter(({ code }) => code === "wrong-value-type");
  return problems.filter(({ file, pointer }) => !wrong.some((outer) => file === outer.file && pointer.startsWith(`${outer.pointer}/`)));
}
