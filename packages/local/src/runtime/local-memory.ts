import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a shop keeps about itself between starts. */
export interface LocalMemory {
  readonly secret: string;
  readonly ports: Readonly<Record<string, number>>;
  /** What of the people has been put into the table. */
  readonly people?: string;
}

/** Reads the memory of a data directory, or begins one. */
export function readMemory(directory: string): LocalMemory {
  const file = join(directory, "shop.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as LocalMemory;
  return { secret: randomBytes(32).toString("hex"), ports: {} };
}

/** Keeps the memory; the file is for its owner only. */
export function writeMemory(directory: string, memory: LocalMemory): void {
  writeFileSync(join(directory, "shop.json"), JSON.stringify(memory), { mode: 0o600 });
}
