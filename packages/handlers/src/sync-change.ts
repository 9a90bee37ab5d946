import type { DossierState } from "@motcua/dossier";
import type { Commit } from "./ports/dossier-store.ts";

/**
 * Where a dossier stands with the national portal after a command; nothing where that did not change. A new change is told
 * at once, also after a refusal: it may be what was asked for.
 */
export function syncChange(before: DossierState | undefined, after: DossierState, at: string): Pick<Commit, "sync"> {
  const [was, now] = [before?.unsynced ?? [], after.unsynced ?? []];
  if (JSON.stringify(was) === JSON.stringify(now)) return {};
  const [oldest] = now;
  if (oldest === undefined) return { sync: {} };
  const fresh = (now.at(-1)?.change ?? 0) > (before?.portalChanges ?? 0);
  const refused = oldest.state === "refused" && !fresh;
  return {
    sync: {
      item: {
        code: after.code, unit: after.receivingUnit, state: refused ? "refused" : "waiting", since: oldest.at, next: at, attempts: 0,
        ...(oldest.reason === undefined ? {} : { reason: oldest.reason }),
      },
    },
  };
}
