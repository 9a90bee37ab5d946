import { fileURLToPath } from "node:url";
import { loadShared } from "@motcua/procedure/compile";
import { expect, it } from "vitest";
import { portalCodeLists } from "./portal-code-lists.ts";

it("keeps communes with their provinces, and nothing a page never reads", async () => {
  const { codeLists } = await loadShared(fileURLToPath(new URL("../../schemas", import.meta.url)));
  const kept = portalCodeLists(codeLists);
  expect(kept.map(({ id }) => id).sort()).toEqual(["communes-2025", "provinces-34"]);
  const [communes, provinces] = ["communes-2025", "provinces-34"].map((id) => kept.find((list) => list.id === id)?.values ?? []);
  const known = new Set(provinces?.map(({ code }) => code));
  expect(communes).toHaveLength(3321);
  expect(communes?.filter(({ province }) => !known.has(province ?? ""))).toEqual([]);
  expect(Object.keys(communes?.[0] ?? {}).sort()).toEqual(["code", "name", "province"]);
});
