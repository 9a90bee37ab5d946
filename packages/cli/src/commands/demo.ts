import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { UsageReport } from "@motcua/local";
import { isError, type Problem, type Sample, textIn } from "@motcua/procedure";
import { type Driven, driveSample } from "../drive/drive-sample.ts";
import { meetsExpectation } from "../drive/meets-expectation.ts";
import { officerFor } from "../drive/officer-for.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { forProvince } from "../for-province.ts";
import { openShop, type OpenShop, type ShopProcedure } from "../open-shop.ts";
import { printPhase, printStep } from "../print-step.ts";
import { INTERRUPTED, listenForStop } from "../stop-signal.ts";
import { requireWorkspace } from "../workspace.ts";

interface DemoOptions {
  readonly procedure?: string;
  readonly province?: string;
  readonly sample?: string;
  readonly json?: boolean;
}

/** Procedure that is shown when nobody says which. */
const DEFAULT_PROCEDURE = "1.001193";

/** A procedure and one of its samples. */
interface Chosen {
  readonly procedure: ShopProcedure;
  readonly sample: Sample;
}

/** `motcua demo`: one sample from its form to its end, on a shop of its own, without serving. */
export async function demo(options: DemoOptions): Promise<number> {
  const started = performance.now();
  const workspace = forProvince(requireWorkspace(), options.province);
  const data = await mkdtemp(join(tmpdir(), "motcua-demo-"));
  const stop = listenForStop();
  let shop: OpenShop | undefined;
  try {
    const opened = await stop.orWhen(openShop(workspace, { data, onStep: (name, ms) => console.log(printPhase(name, ms)) }));
    if (opened === "stop") return INTERRUPTED;
    shop = opened;
    const ended = await stop.orWhen(drive(shop, options, started));
    return ended === "stop" ? INTERRUPTED : ended;
  } finally {
    await shop?.close();
    stop.release();
    await rm(data, { recursive: true, force: true });
  }
}

async function drive(shop: OpenShop, options: DemoOptions, started: number): Promise<number> {
  const { procedure, sample } = await choose(shop, options);
  console.log(`${procedure.code} ${textIn(procedure.module.procedure.name)} · mẫu ${sample.id}`);
  const before = shop.local.usage();
  const driven = await driveSample({ shop, procedure, sample, onStep: (step) => console.log(printStep(step)) });
  await shop.local.idle();
  if (driven.kind === "refused") printRefusal(driven.problems);
  const faults = meetsExpectation(sample, driven);
  for (const fault of faults) console.log(`  không như mong đợi: ${fault}`);
  if (faults.length === 0) console.log(`  như mẫu mong đợi: ${driven.kind === "refused" ? sample.expected.outcome : `trạng thái ${driven.state.nationalStatus}`}`);
  if (options.json === true) {
    const report = await reportOf({ shop, procedure, driven, before });
    console.log(JSON.stringify({ ...report, elapsedMs: Math.round(performance.now() - started) }));
  }
  return faults.length === 0 ? EXIT.done : EXIT.problems;
}

async function choose(shop: OpenShop, { procedure: code, sample: file }: DemoOptions): Promise<Chosen> {
  const path = file === undefined ? undefined : resolve(file);
  const owner = path === undefined ? undefined : shop.procedures.find(({ samples }) => samples.some((loaded) => loaded.file === path));
  const procedure = owner ?? procedureOf(shop, code ?? DEFAULT_PROCEDURE);
  if (path === undefined) {
    const first = procedure.samples.find(({ sample }) => sample.expected.outcome === "accepted");
    if (first === undefined) throw new CommandFailure(`Thủ tục ${procedure.code} chưa có mẫu hợp lệ.`);
    return { procedure, sample: first.sample };
  }
  if (owner !== undefined && code !== undefined && owner.code !== code) throw new CommandFailure(`${basename(path)} là mẫu của ${owner.code}, không phải của ${code}.`, EXIT.usage);
  const known = owner?.samples.find((loaded) => loaded.file === path);
  if (known !== undefined) return { procedure, sample: known.sample };
  const sample = await sampleFrom(path);
  if (code === undefined) throw new CommandFailure(`Không biết ${basename(path)} thuộc thủ tục nào: thêm --procedure, hoặc đặt tệp vào thư mục samples của thủ tục.`, EXIT.usage);
  return { procedure, sample };
}

function procedureOf(shop: OpenShop, code: string): ShopProcedure {
  // Of several versions the one that came into force last.
  const procedure = shop.procedures.filter((offered) => offered.code === code).toSorted((a, b) => (fromOf(a) < fromOf(b) ? 1 : -1))[0];
  if (procedure !== undefined) return procedure;
  throw new CommandFailure(`Không có thủ tục ${code}. Có: ${[...new Set(shop.procedures.map((offered) => offered.code))].join(", ")}.`, EXIT.usage);
}

function fromOf({ module }: ShopProcedure): string {
  return module.procedure.effective.from;
}

/** A sample from outside the definitions, which nothing has checked yet. */
async function sampleFrom(path: string): Promise<Sample> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new CommandFailure(`Không đọc được ${path}.`, EXIT.usage);
  });
  try {
    const sample = JSON.parse(text) as Partial<Sample>;
    if (typeof sample.submittedAt === "string" && typeof sample.channel === "string" && Array.isArray(sample.documents) && sample.form !== undefined && sample.expected !== undefined) {
      return { id: basename(path, ".json"), ...sample } as Sample;
    }
  } catch {
    throw new CommandFailure(`${path} không phải là JSON hợp lệ.`, EXIT.usage);
  }
  throw new CommandFailure(`${path} không phải là hồ sơ mẫu: xem schemas/contract/sample.schema.json.`, EXIT.usage);
}

function printRefusal(problems: readonly Problem[]): void {
  for (const problem of problems) console.log(`  ${isError(problem) ? "✗" : "!"} ${problem.pointer}  ${textIn(problem.message)}`);
}

interface Ended {
  readonly shop: OpenShop;
  readonly procedure: ShopProcedure;
  readonly driven: Driven;
  /** What had been used before the dossier. */
  readonly before: UsageReport;
}

async function reportOf({ shop, procedure, driven, before }: Ended) {
  const now = shop.local.usage();
  const used = { stateTransitions: now.stateTransitions - before.stateTransitions, writeUnits: now.writeUnits - before.writeUnits };
  const of = { procedure: procedure.code, version: procedure.module.procedure.version };
  if (driven.kind === "refused") {
    return { ...of, dossier: null, nationalStatus: null, events: 0, papers: 0, ...used, problems: driven.problems.map(({ code, pointer }) => ({ code, pointer })) };
  }
  const log = await (await shop.client(officerFor(shop, "can_bo_tiep_nhan"))).log(driven.state.code);
  if (!log.ok) throw new Error(`the log of ${driven.state.code} cannot be read: ${log.problems.map(({ code }) => code).join(", ")}`);
  const events = log.value.reduce((sum, batch) => sum + batch.events.length, 0);
  return { ...of, dossier: driven.state.code, nationalStatus: driven.state.nationalStatus, events, papers: driven.papers, ...used };
}
