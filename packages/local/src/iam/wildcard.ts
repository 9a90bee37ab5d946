/** A pattern with `*` (any characters) and `?` (one character), as IAM and CloudFormation write them. */
export function wildcard(pattern: string, flags = ""): RegExp {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${source}$`, `s${flags}`);
}
