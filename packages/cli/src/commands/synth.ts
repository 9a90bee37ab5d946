import { resolve } from "node:path";
import { buildShop } from "../build-shop.ts";
import { EXIT } from "../exit.ts";
import { forProvince } from "../for-province.ts";
import { printPhase } from "../print-step.ts";
import { requireWorkspace } from "../workspace.ts";

interface SynthOptions {
  readonly out?: string;
  readonly province?: string;
  readonly validate?: boolean;
  readonly json?: boolean;
}

/** `motcua synth`: bundles the functions and synthesises the assembly that AWS deploys and this machine runs. */
export async function synth(options: SynthOptions): Promise<number> {
  const workspace = forProvince(requireWorkspace(), options.province);
  const outdir = options.out === undefined ? workspace.assembly : resolve(options.out);
  const say = (line: string) => {
    if (options.json !== true) console.log(line);
  };
  const report = await buildShop(workspace, {
    outdir,
    validate: options.validate ?? false,
    onStep: (name, ms) => say(printPhase(name, ms)),
  });
  if (options.json === true) console.log(JSON.stringify({ ...report, outdir }));
  else say(`${report.procedures} thủ tục, ${report.shapes} hình quy trình, ${report.resources} tài nguyên → ${outdir}${report.unchanged ? " (không có gì thay đổi)" : ""}`);
  return EXIT.done;
}
