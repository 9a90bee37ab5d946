import type { DossierState } from "@motcua/dossier";
import type { ProcedureModule } from "@motcua/procedure";
import { dong } from "../words/dong.ts";

/** The fees of a dossier; an amount nobody has set is said to be so, never read as free. */
export function DossierFees({ module, fees }: { readonly module: ProcedureModule; readonly fees: DossierState["fees"] }) {
  if (fees.length === 0) return null;
  const nameOf = (id: string) => module.procedure.fees.find((fee) => fee.id === id)?.name.vi ?? id;
  const amountOf = ({ vnd, waived }: DossierState["fees"][number]) => (waived === true ? "Được miễn" : vnd === null ? "Tỉnh chưa quy định mức thu" : vnd === 0 ? "Không thu" : dong(vnd));
  return (
    <section aria-labelledby="phi">
      <h2 id="phi">Phí, lệ phí</h2>
      <dl class="answers dense">
        {fees.map((fee) => (
          <div>
            <dt>{nameOf(fee.id)}</dt>
            <dd>{amountOf(fee)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
