import { join } from "node:path";
import { compileFunction } from "node:vm";
import { generateRunnablePredicate, type Schema } from "@motcua/codegen";
import * as runtime from "@motcua/client/runtime";
import { type Contract, CONTRACT_KINDS, type ContractPredicates, loadShared, readContract, type SharedSources } from "@motcua/procedure/compile";

/**
 * Reads what all procedures of a project share. Its contract brings predicates from this product's own generator: they are
 * made when a file of their kind is first looked at, sooner than a validator is, and tell a file that is right in half the time.
 */
export async function loadSources(schemas: string): Promise<SharedSources> {
  return loadShared(schemas, quick(readContract(join(schemas, "contract"))));
}

/** Contracts with their predicates: what was found out of a file under a contract is known by the contract's identity. */
const known = new WeakMap<Contract, Contract>();

function quick(contract: Contract): Contract {
  const before = known.get(contract);
  if (before !== undefined) return before;
  const predicates: ContractPredicates = Object.fromEntries(CONTRACT_KINDS.map((kind) => [kind, predicateOf(contract[kind] as Schema)]));
  const made = { ...contract, predicates };
  known.set(contract, made);
  return made;
}

function predicateOf(schema: Schema): (value: unknown) => boolean {
  let is: ((value: unknown) => boolean) | undefined;
  return (value) => (is ??= load(schema))(value);
}

/** A schema that cannot be honoured takes nothing: the validator decides. */
function load(schema: Schema): (value: unknown) => boolean {
  const made = generateRunnablePredicate(schema);
  return made.ok ? (compileFunction(made.value, ["runtime"])(runtime) as (value: unknown) => boolean) : () => false;
}
