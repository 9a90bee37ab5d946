import { fields, sections } from "@dongthap/procedures/1.001193/fields";

/** The pages of the form and the labels on them. A pointer that a new version drops does not compile. */
export function outline(): readonly string[] {
  const child = fields["/tre/ho_ten"];
  return [`${child.label?.vi} (${child.maxLength})`, ...sections.map(({ title }) => title.vi)];
}
