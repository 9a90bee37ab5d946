import { checkProject } from "../../packages/cli/src/check/check-project.ts";

/** Checks the definitions in the folder given; prints how long it took, on the clock and of all processors, and the most memory it held, threads included. */
const [schemas] = process.argv.slice(2);
if (schemas === undefined) throw new Error("check-once needs a schemas folder");
const before = performance.now();
const { procedures, problems } = await checkProject({ schemas });
const seconds = (performance.now() - before) / 1000;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1_000_000, procedures, problems: problems.length, megabytes: process.resourceUsage().maxRSS / 1024 }));
