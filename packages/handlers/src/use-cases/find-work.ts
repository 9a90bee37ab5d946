import { fold } from "@motcua/client/runtime";
import type { Result } from "@motcua/procedure";
import { ok, refused } from "@motcua/procedure";
import { dutiesOf } from "../duties.ts";
import type { Caller, FoundWork } from "../handlers.ts";
import { firstText } from "../json-pointer.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { StoredDossier, WorkItem } from "../ports/dossier-store.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";
import { openTasks, worklistLine } from "./worklist.ts";

/** Lines found at most: who finds more says more of the name. */
export const MOST_FOUND = 50;
/** Pages of the worklist looked through. */
const MOST_PAGES = 5;
/** Dossiers read at once. */
const ABREAST = 25;

/**
 * The open tasks of a person's own worklist whose dossier's code, owner or submitter has all the words of a text in it,
 * whatever the diacritics. Nothing is found of a dossier that is not in their worklist, and names are logged nowhere.
 */
export async function findWork(ports: Ports, caller: Caller, text: string): Promise<Result<FoundWork>> {
  const memberships = await dutiesOf(ports, caller.sub);
  if (memberships.length === 0) return refused(problem("not-an-officer"));
  const words = (fold(text) ?? "").split(" ").filter((word) => word !== "");
  if (words.length === 0) return ok({ lines: [], more: false });
  const { items, more } = await openTasks(ports, memberships, MOST_PAGES);
  const found = await namedItems(ports, items, words);
  const lines = await Promise.all(found.slice(0, MOST_FOUND).map(async ({ item, owner }) => ({ ...(await worklistLine(ports, item)), ...(owner === undefined ? {} : { owner }) })));
  return ok({ lines, more: more || found.length > MOST_FOUND });
}

interface NamedItem {
  readonly item: WorkItem;
  readonly owner?: string | undefined;
}

/** One dossier may have several tasks: it is read once. */
async function namedItems(ports: Ports, items: readonly WorkItem[], words: readonly string[]): Promise<readonly NamedItem[]> {
  const codes = [...new Set(items.map(({ code }) => code))];
  const found: NamedItem[] = [];
  for (let from = 0; from < codes.length && found.length <= MOST_FOUND; from += ABREAST) {
    const read = await Promise.all(codes.slice(from, from + ABREAST).map(async (code) => ({ code, stored: await ports.dossiers.load(code) })));
    for (const { code, stored } of read) {
      if (stored === undefined) continue;
      const { owner, submitter } = await namesOf(ports, stored);
      const haystack = fold(`${code} ${owner ?? ""} ${submitter ?? ""}`) ?? "";
      if (words.every((word) => haystack.includes(word))) found.push(...items.filter((item) => item.code === code).map((item) => ({ item, owner })));
    }
  }
  return found;
}

async function namesOf(ports: Ports, { state, personal }: StoredDossier): Promise<Readonly<Partial<Record<"owner" | "submitter", string | undefined>>>> {
  if (personal === undefined) return {};
  const { parties } = (await pinnedModule(ports, state)).procedure;
  return { owner: firstText(personal.form, parties.owner.name), submitter: firstText(personal.form, parties.submitter.name) };
}
