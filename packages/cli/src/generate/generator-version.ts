import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { signatureOf } from "./signature.ts";

/** Changes whenever the compiler or the generator does: the signatures of their files. */
export function generatorVersion(): string {
  const folders = ["@motcua/codegen", "@motcua/procedure", "@motcua/workflow"].map((name) => dirname(fileURLToPath(import.meta.resolve(name))));
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(ts|js)$/.test(path)).map((path) => join(folder, path)));
  return createHash("sha256").update(files.toSorted().map((file) => `${file} ${signatureOf(file)}`).join("\n")).digest("hex");
}
