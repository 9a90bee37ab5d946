import { mkdir, rm, writeFile } from "node:fs/promises";
import { goldenFiles, SDK } from "./golden.ts";

const files = await goldenFiles();
await rm(new URL("shared", SDK), { recursive: true, force: true });
for (const { path, text } of files) {
  const file = new URL(path, SDK);
  await mkdir(new URL("./", file), { recursive: true });
  await writeFile(file, text);
}

// Loads what was just written.
await import("./conformance/write-expected.ts");
