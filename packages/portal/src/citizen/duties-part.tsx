import { type DossierState, dutyTexts } from "@motcua/dossier";
import type { Procedure } from "@motcua/procedure";

/** What the applicant has to do once they have their result, with the days; nothing where nothing is owed. */
export function DutiesPart({ procedure, results }: { readonly procedure: Procedure; readonly results: DossierState["results"] }) {
  const owed = procedure.results.flatMap(({ id, name }) => dutyTexts(procedure, id, results[id]?.duties).map(({ vi }) => ({ name: name.vi, what: vi })));
  return owed.length === 0 ? null : (
    <section aria-labelledby="viec-ve-sau">
      <h2 id="viec-ve-sau">Việc cần làm sau khi nhận kết quả</h2>
      <ul>
        {owed.map(({ name, what }) => (
          <li>
            {what} <span class="quiet">({name})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
