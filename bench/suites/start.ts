import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildShop, findWorkspace } from "@motcua/cli";
import { figure, median, type Row } from "../row.ts";

const ROUNDS = 5;
const root = fileURLToPath(new URL("../..", import.meta.url));
const WITHIN_MS = 120_000;

/** From the start of a process to a shop that serves, on data and an assembly that are there already. */
export async function start(): Promise<readonly Row[]> {
  const workspace = findWorkspace(root);
  if (workspace === undefined) throw new Error("the repository has no schemas/contract");
  await buildShop(workspace);
  const data = mkdtempSync(join(tmpdir(), "motcua-bench-"));
  const rest = ["--data", data, "--port", "0"];
  const local = () => timeToReady(process.execPath, [join(root, "packages", "cli", "bin", "motcua.mjs"), "dev", ...rest]);
  const whole = () => timeToReady("npm", ["start", "--silent", "--", ...rest]);
  try {
    // The first start makes tables and puts people in; the first `npm start` drives a dossier.
    await whole();
    return [
      figure("start", { name: "local shop ready after process start, built", value: await rounds(local), unit: "s", atMost: 1.5 }),
      figure("start", { name: "second npm start to ready", value: await rounds(whole), unit: "s", atMost: 5 }),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function rounds(once: () => Promise<number>): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) seconds.push(await once());
  return median(seconds);
}

/** Seconds until the shop says that it serves; it is told to stop and waited for. */
async function timeToReady(command: string, args: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"], detached: true });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  const ready = new Promise<number>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      // The last line before it serves on, after the first dossier where there is one.
      if (said.includes("Ctrl-C")) resolve((performance.now() - started) / 1000);
    });
    child.once("exit", (code) => reject(new Error(`the shop ended with ${code} before it was ready:\n${said}`)));
    setTimeout(() => reject(new Error(`not ready after ${WITHIN_MS} ms:\n${said}`)), WITHIN_MS).unref();
  });
  try {
    return await ready;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGINT");
    await ended;
  }
}
