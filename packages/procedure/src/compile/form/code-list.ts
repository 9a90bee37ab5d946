import type { Text } from "../../text.ts";

/** A list of values with its legal source: `schemas/shared/code-lists/<id>.json`. */
export interface CodeList {
  readonly id: string;
  readonly name: Text;
  readonly source: string;
  /** ISO date on which the values were right. */
  readonly asOf: string;
  /** In the order they are shown. Lists may say more of a value, such as the province of a commune. */
  readonly values: readonly { readonly code: string; readonly name: Text; readonly [more: string]: unknown }[];
}
