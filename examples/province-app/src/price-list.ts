import type { Channel } from "@motcua/client/runtime";
import type { Client } from "@motcua/client";
import type { Offered } from "./offered.ts";

/** What a citizen asks before filling anything in: what to bring, what it costs, when it is ready. */
export interface PriceList {
  readonly documents: readonly string[];
  /** VND; `undefined` where the province has not set a fee. */
  readonly total: number | undefined;
  /** `dd/mm/yyyy`. */
  readonly due: string | undefined;
}

/** Asks the service, for a form as far as it is filled in; `undefined` where it cannot tell yet. */
export async function priceList(client: Client, module: Offered, request: { readonly form: unknown; readonly channel: Channel }): Promise<PriceList | undefined> {
  const quote = await client.quote(module, request);
  if (!quote.ok) return undefined;
  const { documents, fees, due } = quote.value;
  return {
    documents: documents.filter(({ needed }) => needed).map(({ name }) => name.vi),
    total: fees.some(({ vnd }) => vnd === null) ? undefined : fees.reduce((sum, { vnd }) => sum + (vnd ?? 0), 0),
    due: due?.due.slice(0, 10).split("-").toReversed().join("/"),
  };
}
