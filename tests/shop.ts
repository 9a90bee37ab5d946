import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { blankRecord, findWorkspace, openShop, type OpenShop, type OpenShopOptions, type ShopProcedure, type Workspace } from "@motcua/cli";
import type { Sample } from "@motcua/procedure";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The repository's own workspace. */
export function workspace(): Workspace {
  const found = findWorkspace(root);
  if (found === undefined) throw new Error("the repository has no schemas/contract");
  return found;
}

/** A shop with data of its own, removed when it closes. */
export async function freshShop(options: OpenShopOptions = {}): Promise<OpenShop> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), "motcua-test-"));
  const shop = await openShop(workspace(), { ...options, data });
  return {
    ...shop,
    close: async () => {
      await shop.close();
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A procedure of the shop by its code: of several versions the one that came into force last. */
export function procedureOf(shop: OpenShop, code: string): ShopProcedure {
  const from = ({ module }: ShopProcedure) => module.procedure.effective.from;
  const procedure = shop.procedures.filter((offered) => offered.code === code).toSorted((a, b) => (from(a) < from(b) ? 1 : -1))[0];
  if (procedure === undefined) throw new Error(`the shop does not offer ${code}`);
  return procedure;
}

/** A sample of a procedure whose id starts with `prefix`. */
export function sampleOf(procedure: ShopProcedure, prefix: string): Sample {
  const found = procedure.samples.find(({ sample }) => sample.id.startsWith(prefix));
  if (found === undefined) throw new Error(`${procedure.code} has no sample ${prefix}`);
  return found.sample;
}

/** The least record a step takes, as an officer in a hurry would enter it; `undefined` where it takes none. */
export function blankRecordOf({ module }: ShopProcedure, step: string): unknown {
  const { form, workflow } = module.procedure;
  const definition = workflow.steps[step];
  if (definition === undefined || !("record" in definition) || definition.record === undefined) return undefined;
  return blankRecord(form.$defs?.[definition.record.split("/").at(-1) ?? ""] ?? {}, form, "2026-10-05");
}
