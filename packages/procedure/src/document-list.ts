import type { DocumentDefinition, ProcedureFile } from "./definition.ts";

/** The list in the form a document is asked for each entry of, with where an entry's name stands: its group's, where it is one of a group. */
export function documentList({ each, entryName, group }: Pick<DocumentDefinition, "each" | "entryName" | "group">, groups: ProcedureFile["documentGroups"] = {}): { readonly each?: string; readonly entryName: readonly string[] } {
  const of = group === undefined ? { each, entryName } : groups[group];
  return { entryName: of?.entryName ?? [], ...(of?.each === undefined ? {} : { each: of.each }) };
}
