/** A version of a procedure and the folder that defines it. */
export interface DatedFolder {
  readonly folder: string;
  readonly code: string;
  /** Day it comes into force. */
  readonly from: string;
}

/** Names of modules by folder: of several versions of a procedure the one that comes into force last has its plain code, as `generateCatalogue` has it. */
export function moduleNames(folders: readonly DatedFolder[]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { code, from } of folders) if (from > (latest.get(code) ?? "")) latest.set(code, from);
  return new Map(folders.map(({ folder, code, from }) => [folder, latest.get(code) === from ? code : `${code}@${from}`]));
}
