import { expect, it } from "vitest";
import { freshShop } from "./shop.ts";
import { tour } from "./tour.ts";
it("x", { timeout: 1_800_000 }, async () => {
  const first = await freshShop();
  const mine = first.local.statements().filter((s) => s.effect === "Allow" && (/^SealDay/.test(s.logicalId) || /^SealSigning/.test(s.logicalId) || /SchedulerRole.*/.test(s.logicalId) && JSON.stringify(s.resources).includes("SealDay") || s.resources.some((r) => r.endsWith("/seals/*"))));
  await first.close();
  for (const { logicalId, index, actions } of mine) {
    const shop = await freshShop({ withoutStatement: { logicalId, index } });
    const stopped = await tour(shop).then(() => "WENT THROUGH", (e: Error) => e.message);
    const [d] = shop.local.failures();
    console.log(`${logicalId}[${index}] ${actions.join()} => ${stopped.slice(0, 160)} | ${d?.principal} ${d?.action} | ok=${d !== undefined && stopped.includes(d.action) && stopped.includes(d.resource) && stopped.includes(d.principal)}`);
    await shop.close();
  }
  expect(1).toBe(1);
});
