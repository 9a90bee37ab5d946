import type { Row } from "./row.ts";

/** Every suite, loaded when asked for. */
const SUITES: Readonly<Record<string, () => Promise<() => Promise<readonly Row[]>>>> = {
  calendar: async () => (await import("./suites/calendar.ts")).calendar,
  check: async () => (await import("./suites/check.ts")).check,
  sdk: async () => (await import("./suites/sdk.ts")).sdk,
  synth: async () => (await import("./suites/synth.ts")).synth,
  start: async () => (await import("./suites/start.ts")).start,
  dossier: async () => (await import("./suites/dossier.ts")).dossier,
  papers: async () => (await import("./suites/papers.ts")).papers,
  throughput: async () => (await import("./suites/throughput.ts")).throughput,
};

const args = process.argv.slice(2);
if (args.includes("--help")) {
  console.log(`npm run bench -- [${Object.keys(SUITES).join("|")}…] [--json]`);
  process.exit(0);
}
const json = args.includes("--json");
const asked = args.filter((arg) => !arg.startsWith("--"));
const unknown = asked.filter((name) => SUITES[name] === undefined);
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(", ")}; there are ${Object.keys(SUITES).join(", ")}`);
  process.exit(2);
}

const rows: Row[] = [];
for (const name of asked.length === 0 ? Object.keys(SUITES) : asked) {
  if (!json) console.log(`${name}…`);
  const run = await SUITES[name]?.();
  for (const row of (await run?.()) ?? []) {
    rows.push(row);
    if (!json) console.log(`  ${row.name.padEnd(52)} ${format(row.value)} ${row.unit}${besidePeer(row)}${row.budget === null ? "" : `   budget ${row.budget} ${row.pass === true ? "✓" : "✗"}`}`);
  }
}
if (json) console.log(JSON.stringify({ rows }));

function besidePeer({ peer, peerValue, ratio }: Row): string {
  if (peer === null || peerValue === null) return "";
  return `   ${peer}: ${format(peerValue)}${ratio === null ? "" : `, ${format(ratio)} ×`}`;
}

function format(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
process.exit(0);
