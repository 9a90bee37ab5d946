import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Holds a data directory for this process; a lock left by a process that is gone is taken over. @throws Error when another shop runs on it */
export function lockData(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "lock.json");
  if (existsSync(file)) {
    const { pid, started } = JSON.parse(readFileSync(file, "utf8") || "{}") as { readonly pid?: number; readonly started?: string };
    const here = pid === process.pid && held.has(file);
    if (here || (pid !== undefined && pid !== process.pid && startOf(pid) !== undefined && startOf(pid) === started)) {
      throw new Error(`a shop (process ${pid}) already runs on ${directory}`);
    }
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

const held = new Set<string>();

/** When a process began, so that a number given anew is not taken for the old process; undefined when it does not run. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
  } catch {
    return "running";
  }
}
