import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figure, median, type Row } from "../row.ts";

const ROUNDS = 5;

/** CPU of synthesising one province from bundled functions, template rules off, in a process of its own. */
export async function synth(): Promise<readonly Row[]> {
  const script = fileURLToPath(new URL("./synth-once.ts", import.meta.url));
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const outdir = mkdtempSync(join(tmpdir(), "motcua-bench-"));
    const { stdout, status, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, outdir], { encoding: "utf8" });
    rmSync(outdir, { recursive: true, force: true });
    if (status !== 0) throw new Error(stderr);
    seconds.push(Number(stdout.trim().split("\n").at(-1)));
  }
  return [figure("synth", { name: "CPU to synthesise one province", value: median(seconds), unit: "s", atMost: 1 })];
}
