import { en, vi } from "@dongthap/procedures/1.001193/fields";

/** The label of a field and the titles of the pages. A page that imports `vi` alone carries no English. A pointer that a new version drops does not compile. */
export function outline(language: "vi" | "en"): readonly string[] {
  const { fields, sections } = language === "vi" ? vi : en;
  const child = fields["/tre/ho_ten"];
  return [`${child.label} (${child.maxLength})`, ...sections.map(({ title }) => title)];
}
