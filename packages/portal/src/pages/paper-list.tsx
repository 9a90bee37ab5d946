import type { DossierView } from "@motcua/handlers";
import { timeOf } from "../words/day-words.ts";
import { paperPath } from "./paper-answer.ts";

/** The receipt has a link of its own on every page of a dossier. */
const RECEIPT = "01";

/** The papers of a dossier besides its receipt, each with its day; nothing where there are none. */
export function PaperList({ papers, dossier, title }: { readonly papers: DossierView["papers"]; readonly dossier: string; readonly title: string }) {
  const listed = papers.filter(({ form }) => form !== RECEIPT);
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="van-ban">
      <h2 id="van-ban">{title}</h2>
      <ul>
        {listed.map(({ id, name, at }) => (
          <li>
            <a href={paperPath(dossier, id)}>{name.vi} (PDF)</a>
            <span class="quiet"> {timeOf(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
