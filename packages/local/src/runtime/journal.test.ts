import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openJournal } from "./journal.ts";

const directory = mkdtempSync(join(tmpdir(), "motcua-journal-"));
afterAll(() => rmSync(directory, { recursive: true }));

function read(file: string): { entries: number[]; journal: ReturnType<typeof openJournal<number>> } {
  const entries: number[] = [];
  return { journal: openJournal<number>(file, (entry) => entries.push(entry)), entries };
}

test("finds again what was appended, without a last line that a crash tore", () => {
  const file = join(directory, "torn.jsonl");
  read(file).journal.append(1);
  appendFileSync(file, "2\n3");
  const { entries, journal } = read(file);
  expect(entries).toEqual([1, 2]);
  journal.append(4);
  expect(read(file).entries).toEqual([1, 2, 4]);
});

test("says the same in fewer lines", () => {
  const file = join(directory, "compact.jsonl");
  const { journal } = read(file);
  for (const entry of [1, 2, 3]) journal.append(entry);
  journal.compact([3]);
  journal.append(4);
  expect(readFileSync(file, "utf8")).toBe("3\n4\n");
});
