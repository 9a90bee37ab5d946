import type { DossierView } from "@motcua/handlers";
import { timeOf } from "../words/day-words.ts";

/** What has happened to a dossier, the latest first. */
export function DossierHistory({ history }: { readonly history: DossierView["history"] }) {
  return (
    <section aria-labelledby="qua-trinh">
      <h2 id="qua-trinh">Quá trình giải quyết</h2>
      <ol class="history dense" reversed>
        {history.toReversed().map(({ at, text, actor, note }) => (
          <li>
            <p>{text.vi}</p>
            <p class="quiet">
              {timeOf(at)}, {actor}
            </p>
            {note === undefined ? null : <p class="lines">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
