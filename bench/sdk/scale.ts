import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { progress } from "../progress.ts";
import { figure, median, type Row } from "../row.ts";
import { writeSyntheticCatalogue } from "../synthetic-catalogue.ts";
import { beside } from "./beside.ts";
import { consumers } from "./consumers.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MOTCUA = join(root, "packages/cli/bin/motcua.mjs");
/** Procedures of the national catalogue. */
const COUNT = Number(process.env["MOTCUA_BENCH_PROCEDURES"] ?? 6_520);
const CHANGES = 7;

/** The two tools of today that turn JSON Schema into types and into zod, one after the other; no peer knows what has changed. */
const PEER = "json-schema-to-typescript 16.0.0 and json-schema-to-zod 2.8.1 in a loop";

/** SDKs of a catalogue as large as the national one: from nothing, with nothing changed, one changed, and who imports them. */
export async function scale(folder: string): Promise<readonly Row[]> {
  const schemas = join(folder, "schemas");
  progress(`a catalogue of ${COUNT} procedures is written`);
  writeSyntheticCatalogue({ from: join(root, "schemas"), to: schemas, count: COUNT });
  progress("its SDKs are generated, cold");
  const cold = await generate(folder);
  progress("again, with nothing changed");
  const unchanged = median([await generate(folder), await generate(folder), await generate(folder)].map(({ seconds }) => seconds));
  progress("under --watch, one form changed");
  const watched = await changeWatched(folder, join(schemas, "procedures"));
  progress(PEER);
  const loop = await besideTools(folder, schemas);
  progress("consumers are compiled");
  const { one, written, hundred } = consumers(join(folder, "sdk"));
  const seconds = (name: string, value: number, atMost: number): Row => ({ ...beside({ name, value, unit: "s", peer: loop.peer, peerValue: loop.seconds }), budget: `≤ ${atMost} s`, pass: value <= atMost });
  return [
    seconds(`SDKs of ${COUNT} procedures, cold`, cold.seconds, 40),
    figure("sdk", { name: "memory held by it", value: cold.megabytes, unit: "MB", atMost: 2_000 }),
    seconds("cold process with nothing changed", unchanged, 1.5),
    seconds("under --watch, one form changed", watched, 0.3),
    beside({ name: `tsc of a consumer of 1 of ${COUNT}`, value: one, unit: "s", peer: "an interface written by hand", peerValue: written, atMost: 1.2 }),
    beside({ name: "tsc of a consumer of 100", value: hundred, unit: "s", peer: "an interface written by hand", peerValue: written }),
  ];
}

/** Seconds the tools take for the same forms, without reading them; what they refuse is said in their name. */
async function besideTools(folder: string, schemas: string): Promise<{ readonly peer: string; readonly seconds: number }> {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "bench/peers/schema-tools.ts"), schemas, join(folder, "peer")], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) return { peer: `${PEER} (did not run: it ended with ${code})`, seconds: 0 };
  const { seconds, done, refused } = JSON.parse(said) as { readonly seconds: number; readonly done: number; readonly refused: number };
  return { peer: refused === 0 ? PEER : `${PEER} (${refused} of ${done} refused)`, seconds };
}

/** Runs the command in a process of its own; the most memory it held is what the system says of it, threads included (0 where the system does not say). */
async function generate(cwd: string): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const before = performance.now();
  const child = spawn(process.execPath, [MOTCUA, "generate", "--out", "sdk", "--json"], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let [megabytes, said] = [0, ""];
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const looking = setInterval(() => (megabytes = Math.max(megabytes, peakOf(child.pid))), 250);
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(said.slice(0, 2_000));
  return { seconds: (performance.now() - before) / 1_000, megabytes };
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

async function changeWatched(cwd: string, procedures: string): Promise<number> {
  const child = spawn(process.execPath, [MOTCUA, "generate", "--out", "sdk", "--watch", "--json"], { cwd, stdio: ["ignore", "pipe", "inherit"] });
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(...chunk.toString("utf8").split("\n").slice(1)));
  const until = async (lines: number): Promise<void> => {
    if (said.length >= lines) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
    return until(lines);
  };
  const [form] = spawnSync("find", [procedures, "-name", "form.schema.json", "-print", "-quit"], { encoding: "utf8" }).stdout.split("\n");
  if (form === undefined || form === "") throw new Error("the catalogue has no form");
  try {
    await until(1);
    // Watching thousands of folders takes a moment to set up.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const seconds: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const before = performance.now();
      writeFileSync(form, readFileSync(form, "utf8").replace(/"maxLength": \d+/, `"maxLength": ${300 + change}`));
      await until(2 + change);
      seconds.push((performance.now() - before) / 1_000);
    }
    return median(seconds);
  } finally {
    child.kill("SIGINT");
    await new Promise((resolve) => child.once("exit", resolve));
  }
}
