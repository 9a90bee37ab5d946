import type { GivenDocument } from "@motcua/dossier";
import type { Problem } from "@motcua/procedure";
import { ownerFolder, readCheckedKey } from "./draft-files.ts";
import type { Caller } from "./handlers.ts";
import type { Files } from "./ports/files.ts";
import { problem } from "./problem-table.ts";

type GivenFile = NonNullable<GivenDocument["files"]>[number];

/** Whose files documents may name. */
export interface FileOwner {
  readonly caller: Caller | undefined;
  readonly draft?: string | undefined;
  /** Documents of the dossier already: naming their files again is no claim to them. */
  readonly known?: readonly GivenDocument[];
}

/** Problems of the files named in documents: each must have been attached by this person and say what it was found to be. */
export async function checkFiles(files: Files, documents: readonly GivenDocument[], owner: FileOwner): Promise<readonly Problem[]> {
  const checks = documents.flatMap((document, at) =>
    (document.files ?? []).map(async (file, index) => ((await mayBeNamed(files, file, owner)) ? [] : [problem("file-not-yours", `/documents/${at}/files/${index}`)])),
  );
  return (await Promise.all(checks)).flat();
}

async function mayBeNamed(files: Files, file: GivenFile, { caller, draft, known = [] }: FileOwner): Promise<boolean> {
  const facts = readCheckedKey(file.key);
  if (facts === undefined || facts.sha256 !== file.sha256 || facts.bytes !== file.bytes || facts.type !== file.type) return false;
  if (known.some((document) => document.files?.some(({ key }) => key === file.key))) return true;
  if (facts.owner !== ownerFolder(caller) || (draft !== undefined && facts.draft !== draft)) return false;
  return (await files.size(file.key)) !== undefined;
}
