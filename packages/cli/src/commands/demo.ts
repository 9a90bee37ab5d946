import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { isError, type Problem, type Sample, textIn } from "@motcua/procedure";
import { type Driven, driveSample } from "../drive/drive-sample.ts";
import { meetsExpectation } from "../drive/meets-expectation.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { openShop, type OpenShop, type ShopProcedure } from "../open-shop.ts";
import { printStep } from "../print-step.ts";
import { findWorkspace } from "../workspace.ts";

interface DemoOptions {
  readonly procedure: string;
  readonly sample?: string;
  readonly json?: boolean;
}

/** `motcua demo`: one sample from its form to its end, on a shop of its own, without serving. */
export async function demo(options: DemoOptions): Promise<number> {
  const started = performance.now();
  const workspace = findWorkspace();
  if (workspace === undefined) throw new CommandFailure("Không tìm thấy thư mục schemas/contract từ đây trở lên.", EXIT.usage);
  const data = await mkdtemp(join(tmpdir(), "motcua-demo-"));
  const shop = await openShop(workspace, { data, onStep: (name, ms) => console.log(`  ${name.padEnd(34)} ${String(ms).padStart(6)} ms`) });
  try {
    const { procedure, sample } = await choose(shop, options);
    console.log(`${procedure.code} ${textIn(procedure.module.procedure.name)} · mẫu ${sample.id}`);
    const driven = await driveSample({ shop, procedure, sample, onStep: (step) => console.log(printStep(step)) });
    await shop.local.idle();
    const faults = meetsExpectation(sample, driven);
    for (const fault of faults) console.log(`  không như mong đợi: ${fault}`);
    if (driven.kind === "refused") printRefusal(driven.problems);
    const report = await summary(shop, procedure, driven);
    if (options.json === true) console.log(JSON.stringify({ ...report, elapsedMs: Math.round(performance.now() - started) }));
    return faults.length === 0 ? EXIT.done : EXIT.problems;
  } finally {
    await shop.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function choose(shop: OpenShop, options: DemoOptions): Promise<{ readonly procedure: ShopProcedure; readonly sample: Sample }> {
  if (options.sample !== undefined) return fromFile(shop, resolve(options.sample));
  const procedure = shop.procedures.find(({ code }) => code === options.procedure);
  if (procedure === undefined) {
    throw new CommandFailure(`Không có thủ tục ${options.procedure}. Có: ${shop.procedures.map(({ code }) => code).join(", ")}.`, EXIT.usage);
  }
  const first = procedure.samples.find(({ sample }) => sample.expected.outcome === "accepted");
  if (first === undefined) throw new CommandFailure(`Thủ tục ${procedure.code} chưa có mẫu hợp lệ.`);
  return { procedure, sample: first.sample };
}

async function fromFile(shop: OpenShop, file: string): Promise<{ readonly procedure: ShopProcedure; readonly sample: Sample }> {
  const known = shop.procedures.find(({ samples }) => samples.some((entry) => entry.file === file));
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandFailure(`Không đọc được ${file}.`, EXIT.usage);
  });
  const procedure = known ?? shop.procedures.find(({ code }) => file.includes(code));
  if (procedure === undefined) throw new CommandFailure(`Không biết ${basename(file)} thuộc thủ tục nào: đặt tệp trong thư mục samples của thủ tục.`, EXIT.usage);
  try {
    return { procedure, sample: JSON.parse(text) as Sample };
  } catch {
    throw new CommandFailure(`${file} không phải là JSON hợp lệ.`, EXIT.usage);
  }
}

function printRefusal(problems: readonly Problem[]): void {
  for (const problem of problems) console.log(`  ${isError(problem) ? "✗" : "!"} ${problem.pointer}  ${textIn(problem.message)}`);
}

async function summary(shop: OpenShop, procedure: ShopProcedure, driven: Driven) {
  const usage = shop.local.usage();
  const { version } = procedure.module.procedure;
  if (driven.kind === "refused") {
    return { procedure: procedure.code, version, dossier: null, nationalStatus: null, problems: driven.problems.map(({ code, pointer }) => ({ code, pointer })), events: 0, papers: 0, stateTransitions: usage.stateTransitions, writeUnits: usage.writeUnits };
  }
  const reader = await shop.client("motcua");
  const log = await reader.log(driven.state.code);
  const events = log.ok ? log.value.reduce((sum, batch) => sum + batch.events.length, 0) : 0;
  return {
    procedure: procedure.code,
    version,
    dossier: driven.state.code,
    nationalStatus: driven.state.nationalStatus,
    events,
    papers: driven.papers,
    stateTransitions: usage.stateTransitions,
    writeUnits: usage.writeUnits,
  };
}
