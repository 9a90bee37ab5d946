import type { Notified } from "@motcua/dossier";
import type { Procedure, Text } from "@motcua/procedure";

const PARTIES: Readonly<Record<string, Required<Text>>> = {
  submitter: { vi: "người nộp hồ sơ", en: "the submitter" },
  owner: { vi: "chủ hồ sơ", en: "the owner of the dossier" },
  signers: { vi: "những người ký", en: "the signers" },
};

/** Who is to be told of a result, in words; no person is named. */
export function notifiedName(notified: Notified, { units = {} }: Pick<Procedure, "units">): Text {
  if ("party" in notified) return PARTIES[notified.party] ?? { vi: notified.party };
  return units[notified.named]?.name ?? { vi: notified.name ?? notified.unit };
}
