/** Whether no text of a list stands twice; `undefined` where it is no list of texts. */
export function distinct(list: unknown): boolean | undefined {
  if (!Array.isArray(list) || list.some((entry) => typeof entry !== "string")) return undefined;
  return new Set(list).size === list.length;
}
