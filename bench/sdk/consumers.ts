import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../row.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const ROUNDS = 5;

/** Seconds `tsc --noEmit` takes. */
export interface ConsumerTimes {
  /** A project that imports one procedure of a package. */
  readonly one: number;
  /** The same project with the interface written by hand. */
  readonly written: number;
  readonly hundred: number;
}

/** Compiles projects that use a package of SDKs, as strictly as a province may have set it. */
export function consumers(sdk: string): ConsumerTimes {
  const names = readdirSync(sdk).filter((path) => /^\d.*\.d\.ts$/.test(path)).map((path) => path.slice(0, -".d.ts".length)).toSorted();
  const [first = ""] = names;
  const use = (type: string) => `export function read(form: ${type}): string {\n  return JSON.stringify(form);\n}\n`;
  const projects = {
    one: `import type { Form } from "@bench/procedures/${first}";\n${use("Form")}`,
    written: `export interface Form { ho_ten: string; ngay_sinh: string; gioi_tinh: "nam" | "nu"; noi_cu_tru: { tinh?: string; xa?: string } }\n${use("Form")}`,
    hundred: `${names.slice(0, 100).map((name, index) => `import type { Form as F${index} } from "@bench/procedures/${name}";`).join("\n")}\n${use(names.slice(0, 100).map((_, index) => `F${index}`).join(" | "))}`,
  };
  const times = Object.entries(projects).map(([name, text]) => [name, compiled(join(dirname(sdk), `consumer-${name}`), sdk, text)] as const);
  return Object.fromEntries(times) as unknown as ConsumerTimes;
}

function compiled(folder: string, sdk: string, text: string): number {
  for (const scope of ["@bench", "@motcua"]) mkdirSync(join(folder, "node_modules", scope), { recursive: true });
  symlinkSync(sdk, join(folder, "node_modules/@bench/procedures"));
  symlinkSync(join(root, "packages/client"), join(folder, "node_modules/@motcua/client"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(join(folder, "index.ts"), text);
  const compilerOptions = { target: "ES2023", lib: ["ES2023", "DOM"], module: "NodeNext", moduleResolution: "NodeNext", strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [], skipLibCheck: true, allowImportingTsExtensions: true };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
  const once = () => {
    const before = performance.now();
    const { status, stdout } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
    if (status !== 0) throw new Error(stdout.slice(0, 2_000));
    return (performance.now() - before) / 1_000;
  };
  return median(Array.from({ length: ROUNDS }, once));
}
