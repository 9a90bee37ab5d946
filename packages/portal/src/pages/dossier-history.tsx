import type { DossierView } from "@motcua/handlers";
import { timeOf } from "../words/day-words.ts";

/** What has happened to a dossier, the latest first; closer together where an officer reads it. */
export function DossierHistory({ history, dense = false }: { readonly history: DossierView["history"]; readonly dense?: boolean }) {
  return (
    <section aria-labelledby="qua-trinh">
      <h2 id="qua-trinh">Quá trình giải quyết</h2>
      <ol class={dense ? "history dense" : "history"} reversed>
        {history.toReversed().map(({ at, text, actor, note }) => (
          <li>
            <p>{dense ? text.vi : <strong>{text.vi}</strong>}</p>
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
