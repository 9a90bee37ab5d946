import type { DossierPaper, Party } from "./dossier-paper.ts";
import { APART, facts, field } from "./field-line.ts";
import type { Sheet } from "./sheet.ts";

/** The owner of a dossier and, where somebody else handed it in, who that was; each with what is known of them. */
export function ownerLines(sheet: Sheet, { owner, submitter }: Pick<DossierPaper, "owner" | "submitter">): void {
  field(sheet, "Chủ hồ sơ", { value: partyName(owner) });
  partyLines(sheet, owner);
  if (saysNothingNew(submitter, owner)) return;
  field(sheet, "Người nộp hồ sơ", { value: partyName(submitter), face: "regular" });
  partyLines(sheet, submitter);
}

/** Address, number, telephone and mail of a person, as far as the form says them. */
export function partyLines(sheet: Sheet, { identity, address, phone, email }: Party): void {
  if (address !== undefined) field(sheet, "Địa chỉ", { value: address, face: "regular" });
  const known = facts({ "Số định danh": identity, "Số điện thoại": phone, "Thư điện tử": email });
  if (known.length > 0) sheet.paragraph([{ text: known.join(APART) }]);
}

function saysNothingNew(submitter: Party, owner: Party): boolean {
  return Object.entries(submitter).every(([fact, value]) => owner[fact as keyof Party] === value);
}

/** A person's name. The personal record may have been erased lawfully while the dossier stays. */
export function partyName({ name }: Party): string {
  return name ?? "(dữ liệu cá nhân không còn lưu)";
}

/** Whether two parties are one person, as far as the form tells. */
export function isSameParty(one: Party, other: Party): boolean {
  return one.name === other.name && one.identity === other.identity && (other.address === undefined || one.address === other.address);
}
