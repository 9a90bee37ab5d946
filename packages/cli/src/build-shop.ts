import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isError } from "@motcua/procedure";
import { loadShared } from "@motcua/procedure/compile";
import { writeBuilt } from "./built.ts";
import { CommandFailure } from "./exit.ts";
import { loadDefinitions } from "./definitions.ts";
import { printProblems } from "./print-problems.ts";
import { withLock } from "./with-lock.ts";
import type { Workspace } from "./workspace.ts";

/** What a build tells: how long each part took, or that nothing had changed. */
export interface BuildReport {
  readonly unchanged: boolean;
  readonly procedures: number;
  readonly shapes: number;
  readonly resources: number;
  readonly steps: readonly { readonly name: string; readonly ms: number }[];
}

/** Options of {@link buildShop}. */
export interface BuildOptions {
  readonly onStep?: (name: string, ms: number) => void;
  /** Runs the template rules; always builds. */
  readonly validate?: boolean;
  readonly outdir?: string;
}

/**
 * Definitions in, cloud assembly out: compile, emit modules, bundle functions, synthesise. A build whose inputs have not
 * changed since the last one is skipped; two processes build one after the other.
 */
export async function buildShop(workspace: Workspace, options: BuildOptions = {}): Promise<BuildReport> {
  const outdir = options.outdir ?? workspace.assembly;
  await mkdir(workspace.state, { recursive: true });
  return withLock(join(workspace.state, "build.lock"), async () => {
    const stampFile = join(workspace.state, "build.json");
    const inputs = await inputsHash(workspace);
    const last = options.validate === true ? undefined : await lastBuild(stampFile);
    if (last?.inputs === inputs && last.outdir === outdir && existsSync(join(outdir, "manifest.json"))) return { ...last.report, unchanged: true, steps: [] };
    // A build that is cut off must not pass for a finished one.
    await rm(stampFile, { force: true });
    const report = await build(workspace, { ...options, outdir });
    await writeFile(stampFile, JSON.stringify({ inputs, outdir, report } satisfies Stamp));
    return report;
  });
}

/** What is remembered of a finished build. */
interface Stamp {
  readonly inputs: string;
  readonly outdir: string;
  readonly report: BuildReport;
}

async function lastBuild(stampFile: string): Promise<Stamp | undefined> {
  try {
    return JSON.parse(await readFile(stampFile, "utf8")) as Stamp;
  } catch {
    return undefined;
  }
}

async function build(workspace: Workspace, options: BuildOptions & { readonly outdir: string }): Promise<BuildReport> {
  const steps: { name: string; ms: number }[] = [];
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const value = await work();
    const ms = Math.round(performance.now() - started);
    steps.push({ name, ms });
    options.onStep?.(name, ms);
    return value;
  };
  const { procedures, problems, province, calendars } = await timed("biên dịch thủ tục", () => loadDefinitions(workspace));
  if (problems.some(isError) || province === undefined) {
    throw new CommandFailure(printProblems(problems, process.cwd(), "vi") || `Không có tỉnh nào trong ${join(workspace.schemas, "provinces")}.`);
  }
  const infra = await import("@motcua/infra");
  const functions = join(workspace.state, "build", "functions");
  const compiled = procedures.map(({ procedure }) => procedure);
  const { codeLists } = await loadShared(workspace.schemas);
  await writeBuilt(workspace, { province, calendars, procedures });
  await timed("sinh SDK và đóng gói hàm", () =>
    infra.buildFunctions({ procedures: compiled, province, calendars, codeLists, outdir: functions, workdir: join(workspace.state, "build", "modules") }),
  );
  const synth = await timed("tổng hợp hạ tầng", async () =>
    infra.synthProvince({ procedures: compiled, province, functions, outdir: options.outdir, validate: options.validate ?? false }),
  );
  return { unchanged: false, procedures: compiled.length, ...synth, steps };
}

/** Hash over everything a build reads: definitions, packages, constructs, lock file. */
async function inputsHash(workspace: Workspace): Promise<string> {
  const product = fileURLToPath(new URL("../../..", import.meta.url));
  const folders = [workspace.schemas, join(product, "infra", "src"), ...(await sourceFolders(product))];
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) {
      hash.update(file).update("\0").update(await readFile(file));
    }
  }
  const [own, lock] = [["build-shop.ts", "built.ts", "definitions.ts", "for-province.ts"].map((name) => join(product, "packages", "cli", "src", name)), join(product, "pnpm-lock.yaml")];
  for (const file of [...own, lock].filter((path) => existsSync(path))) hash.update(await readFile(file));
  return hash.digest("hex");
}

async function sourceFolders(product: string): Promise<readonly string[]> {
  const names = ["aws", "calendar", "client", "codegen", "dossier", "handlers", "papers", "portal", "procedure", "workflow"];
  return names.map((name) => join(product, "packages", name, "src")).filter((folder) => existsSync(folder));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
