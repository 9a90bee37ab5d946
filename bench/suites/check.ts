import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figure, median, type Row } from "../row.ts";
import { writeSyntheticCatalogue } from "../synthetic-catalogue.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Procedures of the national catalogue. */
const COUNT = 6520;

interface Checked {
  readonly seconds: number;
  /** Seconds of all processors. */
  readonly cpu: number;
  readonly procedures: number;
  readonly problems: number;
  readonly megabytes: number;
}

/** `motcua check`: the command on the real procedures, and the check of a catalogue as large as the national one. */
export function check(): Promise<readonly Row[]> {
  const command = median(Array.from({ length: 3 }, secondsOfCommand));
  const { seconds, cpu, procedures, problems, megabytes } = checkedCatalogue();
  if (procedures !== COUNT || problems > 0) throw new Error(`the synthetic catalogue has ${problems} problems in ${procedures} procedures`);
  return Promise.resolve([
    figure("check", { name: "motcua check, the real procedures, whole command", value: command, unit: "s", atMost: 3 }),
    figure("check", { name: `check ${COUNT} procedures with their samples`, value: seconds, unit: "s", atMost: 60 }),
    figure("check", { name: "the same, of all processors", value: cpu, unit: "s CPU" }),
    figure("check", { name: `memory held while checking ${COUNT}`, value: megabytes, unit: "MB", atMost: 2000 }),
  ]);
}

function secondsOfCommand(): number {
  const before = performance.now();
  execFileSync(process.execPath, [join(root, "packages/cli/bin/motcua.mjs"), "check"], { cwd: root, stdio: "ignore" });
  return (performance.now() - before) / 1000;
}

function checkedCatalogue(): Checked {
  const folder = mkdtempSync(join(tmpdir(), "motcua-catalogue-"));
  try {
    writeSyntheticCatalogue({ from: join(root, "schemas"), to: folder, count: COUNT });
    const output = execFileSync(process.execPath, ["--import", "tsx", join(root, "bench/suites/check-once.ts"), folder], { cwd: root, encoding: "utf8" });
    return JSON.parse(output) as Checked;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
