/** Longest name of an execution, in characters. */
const LONGEST = 80;

/**
 * Name of the execution of a dossier's generation: unique, and the same at every repetition. Dots of the code become
 * underscores, which no code has: they are allowed in a name, but break its logging.
 * @throws RangeError for a code whose name Step Functions would refuse
 */
export function executionName(code: string, generation: number): string {
  const name = `${code.replaceAll(".", "_")}-${generation}`;
  if (!/^[A-Za-z0-9_-]+$/.test(name) || name.length > LONGEST) throw new RangeError(`a dossier code must give an execution's name: letters, digits, "-", "_" and ".", at most ${LONGEST} characters with the generation`);
  return name;
}
