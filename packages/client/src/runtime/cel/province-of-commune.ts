import { communes } from "../commune-index.ts";

/** Code of the province a commune belongs to; "" for a code that is not known, `undefined` for what is no text. */
export function provinceOfCommune(code: unknown): string | undefined {
  return typeof code === "string" ? (communes().get(code) ?? "") : undefined;
}
