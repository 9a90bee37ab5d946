import type { Times } from "./foretold.ts";
import type { Shadow } from "./shadow.ts";

/** The marks of lateness a command must set first, and who held the dossier at the moment each became true. */
export function foretellMarks(shadow: Shadow, at: number, { due }: Times): readonly { readonly mark: "soon-late" | "late"; readonly held: readonly string[] }[] {
  if (due === undefined || shadow.isOver() || shadow.pausedSince !== undefined) return [];
  const running = due + shadow.uncounted;
  if (shadow.marked.late.has(running)) return [];
  const soon = running - DAY_MS;
  const isSoon = at >= soon && soon > (shadow.acceptedAt ?? Date.parse(shadow.sample.submittedAt)) && !shadow.marked.soon.has(running);
  if (at < running && !isSoon) return [];
  const [mark, since] = at >= running ? (["late", running] as const) : (["soon-late", soon] as const);
  shadow.marked[mark === "late" ? "late" : "soon"].add(running);
  // Where the date was moved to one that had come already, it is who held the dossier from then on.
  const moved = shadow.dueSince;
  const held = shadow.intervals.filter(({ from, until }) => (since > moved ? from < since && until >= since : from <= moved && until > moved)).map(({ who }) => who);
  return [{ mark, held: held.toSorted() }];
}

const DAY_MS = 86_400_000;
