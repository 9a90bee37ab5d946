import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findWorkspace, openShop, type OpenShop } from "@motcua/cli";

/** Opens a shop on data of its own, and closes it whatever happens. */
export async function withShop<T>(work: (shop: OpenShop) => Promise<T>): Promise<T> {
  const workspace = findWorkspace(fileURLToPath(new URL("..", import.meta.url)));
  if (workspace === undefined) throw new Error("the repository has no schemas/contract");
  const data = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  const shop = await openShop(workspace, { data });
  try {
    return await work(shop);
  } finally {
    await shop.close();
    rmSync(data, { recursive: true, force: true });
  }
}
