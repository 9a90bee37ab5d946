import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { textIn } from "@motcua/procedure";
import { choosePort } from "../choose-port.ts";
import { driveSample } from "../drive/drive-sample.ts";
import { EXIT } from "../exit.ts";
import { forProvince } from "../for-province.ts";
import { openShop, type OpenShop } from "../open-shop.ts";
import type { PreviewServer } from "../preview/preview-server.ts";
import { printPhase, printStep } from "../print-step.ts";
import { INTERRUPTED, listenForStop } from "../stop-signal.ts";
import { requireWorkspace } from "../workspace.ts";

interface DevOptions {
  readonly port?: string;
  readonly firstDossier?: boolean;
  readonly data?: string;
  readonly province?: string;
}

/** `motcua dev`: the whole shop on this machine, until it is told to stop; beside it, for authors, what they write as they save it. */
export async function dev(options: DevOptions): Promise<number> {
  const started = performance.now();
  const workspace = forProvince(requireWorkspace(), options.province);
  const data = options.data === undefined ? join(workspace.state, "data") : resolve(options.data);
  const port = await choosePort(options.port);
  const stop = listenForStop();
  const redirects: Record<string, string> = {};
  const opening = openShop(workspace, { data, port, redirects, onStep: (name, ms) => console.log(printPhase(name, ms)), onLine: (line) => console.log(line) });
  const shop = await stop.orWhen(opening);
  // Told so early, there is nothing to close in order: what has been started ends with this process.
  if (shop === "stop") return INTERRUPTED;
  let authors: PreviewServer | undefined;
  try {
    const { build } = shop;
    console.log(`${build.procedures} thủ tục, ${build.shapes} hình quy trình, ${build.resources} tài nguyên${build.unchanged ? " (không có gì thay đổi)" : ""}`);
    console.log(`sẵn sàng sau ${Math.round(performance.now() - started)} ms`);
    // The shop does not wait for it: most people who start it write no procedure.
    const { startPreview } = await import("../preview/preview-server.ts");
    authors = await startPreview(workspace);
    redirects[AUTHORS] = authors.url;
    if (options.firstDossier === true) await stop.orWhen(firstDossier(shop, data));
    if (!stop.isTold()) console.log(`\n${whoCanLogIn(shop)}`);
    await stop.told;
    console.log("Đang dừng…");
  } finally {
    await Promise.all([shop.close(), authors?.close()]);
    stop.release();
  }
  return EXIT.done;
}

/** Where authors see what they write, beside the shop that runs what was built. */
const AUTHORS = "/tac-gia";

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
  return [`Trang: ${shop.local.httpUrl}`, `Người viết thủ tục: ${shop.local.httpUrl}${AUTHORS}`, `Đăng nhập (mật khẩu ${shop.local.password}):`, ...people, "Ctrl-C để dừng."].join("\n");
}
