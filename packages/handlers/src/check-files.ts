import type { GivenDocument } from "@motcua/dossier";
import type { Problem } from "@motcua/procedure";
import { ownerFolder, readCheckedKey } from "./draft-files.ts";
import type { Caller } from "./handlers.ts";
import type { Files } from "./ports/files.ts";
import { problem } from "./problem-table.ts";

type GivenFile = NonNullable<GivenDocument["files"]>[number];

/** Problems of the files named in documents: each must have been attached by this person and say what it was found to be. */
export async function checkFiles(files: Files, caller: Caller | undefined, documents: readonly GivenDocument[]): Promise<readonly Problem[]> {
  const checks = documents.flatMap((document, at) =>
    (document.files ?? []).map(async (file, index) => ((await isChecked(files, caller, file)) ? [] : [problem("file-not-yours", `/documents/${at}/files/${index}`)])),
  );
  return (await Promise.all(checks)).flat();
}

async function isChecked(files: Files, caller: Caller | undefined, file: GivenFile): Promise<boolean> {
  const facts = readCheckedKey(file.key);
  if (facts === undefined || facts.owner !== ownerFolder(caller)) return false;
  if (facts.sha256 !== file.sha256 || facts.bytes !== file.bytes || facts.type !== file.type) return false;
  return (await files.size(file.key)) !== undefined;
}
