import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Kinds of files a project holds, each with its contract schema. */
export const CONTRACT_KINDS = ["procedure", "form", "workflow", "sample", "province", "calendar", "code-list", "data-sources", "fragments"] as const;

/** A kind of file. */
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** The contract: a JSON Schema (2020-12) for every kind of file. */
export interface Contract extends Readonly<Record<ContractKind, object>> {
  /** What tells quicker than a validator whether a file is right, by kind. A file it refuses is looked at by the validator, which says what is wrong. */
  readonly predicates?: ContractPredicates;
}

/** Whether a file of a kind is right. */
export type ContractPredicates = { readonly [kind in ContractKind]?: (value: unknown) => boolean };

/**
 * Reads `<kind>.schema.json` of every kind from a folder.
 * @throws Error when one of them is missing or no JSON: the contract belongs to the product, not to its user
 */
export function readContract(folder: string): Contract {
  const texts = CONTRACT_KINDS.map((kind) => readFileSync(`${folder}/${kind}.schema.json`, "utf8"));
  const key = texts.join("\0");
  if (last?.key === key) return last.contract;
  const contract = Object.fromEntries(CONTRACT_KINDS.map((kind, index) => [kind, JSON.parse(texts[index] ?? "") as object])) as unknown as Contract;
  last = { key, contract };
  return contract;
}

/** The contract last read: the same words give the same object, so that it is compiled once. */
let last: { readonly key: string; readonly contract: Contract } | undefined;

let shipped: Contract | undefined;

/** The contract this version of the product ships with, read once. */
export function shippedContract(): Contract {
  shipped ??= readContract(fileURLToPath(new URL("../../../../../schemas/contract", import.meta.url)));
  return shipped;
}
