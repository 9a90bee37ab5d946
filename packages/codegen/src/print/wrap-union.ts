const WIDTH = 120;

/** A line of declarations; where it is too long, the members of its union filled into lines. */
export function wrapUnion(line: string): readonly string[] {
  if (line.length <= WIDTH) return [line];
  const [head, ...members] = line.split(" | ");
  if (head === undefined || members.length === 0 || line.includes("/**")) return [line];
  const indent = `${/^ */.exec(line)?.[0] ?? ""}  `;
  const equals = /^(.*?(?: =|:)) (.*)$/.exec(head);
  const lines = [equals?.[1] ?? head];
  for (const member of [...(equals?.[2] === undefined ? [] : [equals[2]]), ...members]) {
    const last = lines.at(-1) ?? "";
    if (lines.length > 1 && last.length + member.length + 3 <= WIDTH) lines[lines.length - 1] = `${last} | ${member}`;
    else lines.push(`${indent}| ${member}`);
  }
  return lines;
}
