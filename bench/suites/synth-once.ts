import { fileURLToPath } from "node:url";
import { synthProvince } from "@motcua/infra";
import { buildShop, findWorkspace, loadDefinitions } from "@motcua/cli";

/** Synthesises one province into the folder given, from functions already bundled; prints the seconds of CPU it took. */
const [outdir] = process.argv.slice(2);
const workspace = findWorkspace(fileURLToPath(new URL("../..", import.meta.url)));
if (outdir === undefined || workspace === undefined) throw new Error("synth-once needs a folder to write to");
await buildShop(workspace);
const { procedures, province } = await loadDefinitions(workspace);
if (province === undefined) throw new Error("there is no province");
const before = process.cpuUsage();
await synthProvince({ procedures: procedures.map(({ procedure }) => procedure), province, functions: `${workspace.state}/build/functions`, outdir, validate: false });
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1_000_000);
