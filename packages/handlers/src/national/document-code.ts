import { declaredId } from "@motcua/dossier";
import type { Procedure } from "@motcua/procedure";

/** `MaThanhPhanHoSo` of a document a dossier has: the national code of its declaration, its own id where that has none. */
export function documentCode({ documents }: Pick<Procedure, "documents">, id: string): string {
  return documents.find((document) => document.id === declaredId(id))?.code ?? id;
}
