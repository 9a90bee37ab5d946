import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

interface Bundler {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundler = createRequire(new URL("../../infra/package.json", import.meta.url))("esbuild") as Bundler;

/** Imports as a browser or a function gets them: one file, minified. Paths are inside the repository. */
export async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await bundler.build({ stdin: { contents: entry, resolveDir: root, loader: "js" }, nodePaths: [`${root}node_modules`], bundle: true, minify: true, format: "esm", target: "es2022", write: false, logLevel: "silent" });
  return outputFiles[0]?.text ?? "";
}

/** Size of such a file as it travels, in bytes. */
export async function gzipped(entry: string): Promise<number> {
  return gzipSync(await bundled(entry), { level: 9 }).byteLength;
}
