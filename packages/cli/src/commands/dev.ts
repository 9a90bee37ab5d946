import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { textIn } from "@motcua/procedure";
import { driveSample } from "../drive/drive-sample.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { openShop, type OpenShop } from "../open-shop.ts";
import { printStep } from "../print-step.ts";
import { findWorkspace } from "../workspace.ts";

interface DevOptions {
  readonly port: string;
  readonly firstDossier?: boolean;
  readonly data?: string;
}

/** `motcua dev`: the whole shop on this machine, until it is told to stop. */
export async function dev(options: DevOptions): Promise<number> {
  const started = performance.now();
  const workspace = findWorkspace();
  if (workspace === undefined) throw new CommandFailure("Không tìm thấy thư mục schemas/contract từ đây trở lên.", EXIT.usage);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CommandFailure(`--port: ${options.port} không phải là số cổng.`, EXIT.usage);
  const data = options.data === undefined ? join(workspace.state, "data") : resolve(options.data);
  const stopped = untilStopped();
  const shop = await openShop(workspace, {
    data,
    port,
    onStep: (name, ms) => console.log(`  ${name.padEnd(34)} ${String(ms).padStart(6)} ms`),
    onLine: (line) => console.log(line),
  });
  try {
    const { build } = shop;
    console.log(`${build.procedures} thủ tục, ${build.shapes} hình quy trình, ${build.resources} tài nguyên${build.unchanged ? " (không có gì thay đổi)" : ""}`);
    console.log(`sẵn sàng sau ${Math.round(performance.now() - started)} ms`);
    if (options.firstDossier === true) await firstDossier(shop, data);
    console.log(`\n${whoCanLogIn(shop)}`);
    await stopped;
    console.log("Đang dừng…");
  } finally {
    await shop.close();
  }
  return EXIT.done;
}

/** Drives one birth registration, the first time only: the data stay. */
async function firstDossier(shop: OpenShop, data: string): Promise<void> {
  const mark = join(data, "first-dossier.json");
  if (existsSync(mark)) return;
  const procedure = shop.procedures.find(({ code }) => code === "1.001193");
  const sample = procedure?.samples.find((entry) => entry.sample.expected.outcome === "accepted")?.sample;
  if (procedure === undefined || sample === undefined) return;
  console.log(`\n${procedure.code} ${textIn(procedure.module.procedure.name)}`);
  const driven = await driveSample({ shop, procedure, sample, onStep: (step) => console.log(printStep(step)) });
  await shop.local.idle();
  await shop.local.clock.reset();
  if (driven.kind === "refused") throw new Error("the first dossier was refused");
  console.log(`${driven.state.code}: ${driven.state.nationalStatus === 10 ? "đã trả kết quả" : `trạng thái ${driven.state.nationalStatus}`}`);
  console.log(`tra cứu: ${shop.local.httpUrl}/tra-cuu/${driven.trackingSecret}`);
  await writeFile(mark, JSON.stringify({ code: driven.state.code }));
}

function whoCanLogIn(shop: OpenShop): string {
  const people = shop.people.map((person) => `  ${person.login.padEnd(14)} ${person.name} – ${person.about}`);
  return [`Trang: ${shop.local.httpUrl}`, `Đăng nhập (mật khẩu ${shop.local.password}):`, ...people, "Ctrl-C để dừng."].join("\n");
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop());
  });
}
