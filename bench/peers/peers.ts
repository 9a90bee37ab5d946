import type { Schema } from "../../packages/codegen/src/index.ts";
import { type Maker, PEERS } from "../../packages/codegen/test/suite-peers.ts";
import { progress } from "../progress.ts";
import { HEY_API, heyApi } from "./hey-api.ts";

/** Every peer that makes validators, for the schemas that are given. One that does not run here refuses everything, and its name says why. */
export function peers(schemas: readonly Schema[]): readonly (readonly [name: string, make: Maker])[] {
  progress(`${HEY_API} generates for ${schemas.length} schemas`);
  return [...Object.entries(PEERS), outside(schemas)];
}

function outside(schemas: readonly Schema[]): readonly [string, Maker] {
  try {
    return [HEY_API, heyApi(schemas)];
  } catch (error) {
    const why = String(error).replaceAll(/\s+/g, " ").slice(0, 120);
    const refuse: Maker = () => {
      throw new Error(why, { cause: error });
    };
    return [`${HEY_API} (did not run: ${why})`, refuse];
  }
}
