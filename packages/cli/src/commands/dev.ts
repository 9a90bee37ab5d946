import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { textIn } from "@motcua/procedure";
import { choosePort } from "../choose-port.ts";
import { driveSample } from "../drive/drive-sample.ts";
import { EXIT } from "../exit.ts";
import { forProvince } from "../for-province.ts";
import { openShop, type OpenShop } from "../open-shop.ts";
import { printPhase, printStep } from "../print-step.ts";
import { INTERRUPTED, listenForStop } from "../stop-signal.ts";
import { requireWorkspace } from "../workspace.ts";

interface DevOptions {
  readonly port?: string;
  readonly firstDossier?: boolean;
  readonly data?: string;
  readonly province?: string;
}

/** `motcua dev`: the whole shop on this machine, until it is told to stop. */
export async function dev(options: DevOptions): Promise<number> {
  const started = performance.now();
  const workspace = forProvince(requireWorkspace(), options.province);
  const data = options.data === undefined ? join(workspace.state, "data") : resolve(options.data);
  const port = await choosePort(options.port);
  const stop = listenForStop();
  const opening = openShop(workspace, { data, port, onStep: (name, ms) => console.log(printPhase(name, ms)), onLine: (line) => console.log(line) });
  const shop = await stop.orWhen(opening);
  // Told so early, there is nothing to close in order: what has been started ends with this process.
  if (shop === "stop") return INTERRUPTED;
  try {
    const { build } = shop;
    console.log(`${build.procedures} thủ tục, ${build.shapes} hình quy trình, ${build.resources} tài nguyên${build.unchanged ? " (không có gì thay đổi)" : ""}`);
    console.log(`sẵn sàng sau ${Math.round(performance.now() - started)} ms`);
    if (options.firstDossier === true) await stop.orWhen(firstDossier(shop, data));
    if (!stop.isTold()) console.log(`\n${whoCanLogIn(shop)}`);
    await stop.told;
    console.log("Đang dừng…");
  } finally {
    await shop.close();
    stop.release();
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
  if (driven.kind === "refused") throw new Error(`the first dossier was refused: ${driven.problems.map(({ code, pointer }) => `${code} ${pointer}`).join(", ")}`);
  console.log(`${driven.state.code}: ${driven.state.nationalStatus === 10 ? "đã trả kết quả" : `trạng thái ${driven.state.nationalStatus}`}`);
  console.log(`tra cứu: ${shop.local.httpUrl}/tra-cuu/${driven.trackingSecret}`);
  await writeFile(mark, JSON.stringify({ code: driven.state.code }));
}

function whoCanLogIn(shop: OpenShop): string {
  const people = shop.people.map((person) => `  ${person.login.padEnd(14)} ${person.name} – ${person.about}`);
  return [`Trang: ${shop.local.httpUrl}`, `Đăng nhập (mật khẩu ${shop.local.password}):`, ...people, "Ctrl-C để dừng."].join("\n");
}
