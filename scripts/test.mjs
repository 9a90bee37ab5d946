// Every check of the repository, in order of cost; ends with one plain line that counts them.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => `${root}node_modules/.bin/${name}`;
const report = `${root}.motcua/test-report.json`;
mkdirSync(`${root}.motcua`, { recursive: true });
// What an earlier run has counted is not this one's.
rmSync(report, { force: true });
/** What hangs is ended, and counts as failed: several times what the slow run takes. */
const LONGEST_MS = 70 * 60_000;

const steps = [
  ["types", bin("tsc"), ["-p", "tsconfig.json"]],
  ["lint", bin("oxlint"), ["--type-aware", "--deny-warnings"]],
  ["tests", bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--reporter=${root}scripts/still-running.mjs`, `--outputFile.json=${report}`, ...process.argv.slice(2)]],
];

let passed = 0;
let failed = 0;
let skipped = 0;
const failures = [];
for (const [name, command, args] of steps) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", timeout: LONGEST_MS });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log([status === 0 ? "ok" : "FAILED", name, `${seconds} s`].join("  "));
  if (name !== "tests") {
    if (status === 0) passed += 1;
    else failed += 1;
    continue;
  }
  try {
    const summary = JSON.parse(readFileSync(report, "utf8"));
    passed += summary.numPassedTests;
    failed += summary.numFailedTests + (summary.numFailedTestSuites > 0 && summary.numFailedTests === 0 ? 1 : 0);
    skipped += summary.numPendingTests;
    failures.push(...summary.testResults.flatMap(failuresOf));
  } catch {
    failed += 1;
  }
  if (status !== 0 && failed === 0) failed += 1;
}
// Once more and in short: where only the end of a long output is kept, this is in it.
for (const failure of failures) console.log(`FAILED  ${failure}`);
if (skipped > 0) console.log(`${skipped} skipped: each says above what it needs`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** A line for each test of a file that failed, or for the file that could not be read. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const tests = assertionResults.filter((test) => test.status === "failed");
  if (tests.length === 0 && status === "failed") return [`${file}: ${inShort(message)}`];
  return tests.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${inShort(failureMessages[0] ?? "")}`);
}

function inShort(text) {
  const [said = ""] = stripVTControlCharacters(text).split(/\n\s+at /);
  return said.replaceAll(/\s+/g, " ").slice(0, 300);
}
