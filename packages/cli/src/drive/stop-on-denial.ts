import type { LocalShop } from "@motcua/local";
import { CommandFailure } from "../exit.ts";

const LOOK_MS = 25;

/**
 * Does work on a running shop and stops as soon as a call is refused for want of a grant, or was since the start: the run
 * could only wait in vain.
 * Work that fails meanwhile for that reason says so, rather than what it came to.
 * @throws CommandFailure naming function, action and resource
 */
export async function stopOnDenial<T>(local: Pick<LocalShop, "failures">, work: () => Promise<T>): Promise<T> {
  const denied = (): CommandFailure | undefined => {
    const [denial] = local.failures();
    return denial && new CommandFailure(`${denial.principal} không được phép ${denial.action} trên ${denial.resource}: thiếu quyền trong infra`);
  };
  let watch: NodeJS.Timeout | undefined;
  const stopped = new Promise<never>((_, fail) => {
    watch = setInterval(() => {
      const failure = denied();
      if (failure !== undefined) fail(failure);
    }, LOOK_MS);
  });
  try {
    return await Promise.race([work(), stopped]);
  } catch (error) {
    throw denied() ?? error;
  } finally {
    clearInterval(watch);
  }
}
