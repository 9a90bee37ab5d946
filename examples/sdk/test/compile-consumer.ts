import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** As strict as a provincial developer may have set it. */
const COMPILER_OPTIONS = {
  target: "ES2023", lib: ["ES2023", "DOM", "DOM.Iterable"], module: "NodeNext", moduleResolution: "NodeNext", noEmit: true, types: [], allowImportingTsExtensions: true,
  strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true, noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: false, verbatimModuleSyntax: true, isolatedModules: true, skipLibCheck: false,
};

/** Compiles files as a project that has installed the SDK; gives the compiler's errors, `file(line,column): error TS…`. */
export async function compileConsumer(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "motcua-consumer-"));
  try {
    for (const [name, target] of [["@dongthap/procedures", "examples/sdk"], ["@motcua/client", "packages/client"]] as const) {
      await mkdir(join(folder, "node_modules", name, ".."), { recursive: true });
      await symlink(join(ROOT, target), join(folder, "node_modules", name));
    }
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: Object.keys(files) }));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await errorsOf(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function errorsOf(folder: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    execFile(join(ROOT, "node_modules/.bin/tsc"), ["-p", folder, "--pretty", "false"], { cwd: folder, maxBuffer: 1e8 }, (error, stdout) => {
      const errors = stdout.split("\n").filter((line) => / error TS\d+: /.test(line));
      // Whatever keeps the compiler from running at all must not look like a pass.
      if (error !== null && errors.length === 0) reject(new Error(`tsc did not run: ${error.message} ${stdout}`));
      else resolve(errors);
    });
  });
}
