import type { LocalShop } from "@motcua/local";
import { CommandFailure } from "../exit.ts";

const LOOK_MS = 25;

/**
 * Does work on a running shop and stops as soon as a call is refused for want of a grant: the run could only wait in vain.
 * @throws CommandFailure naming function, action and resource
 */
export async function stopOnDenial<T>(local: Pick<LocalShop, "failures">, work: () => Promise<T>): Promise<T> {
  const before = local.failures().length;
  let watch: NodeJS.Timeout | undefined;
  const denied = new Promise<never>((_, fail) => {
    watch = setInterval(() => {
      const denial = local.failures()[before];
      if (denial !== undefined) fail(new CommandFailure(`${denial.principal} không được phép ${denial.action} trên ${denial.resource}: thiếu quyền trong infra`));
    }, LOOK_MS);
  });
  try {
    return await Promise.race([work(), denied]);
  } finally {
    clearInterval(watch);
  }
}
