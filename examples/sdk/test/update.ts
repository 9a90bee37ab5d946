import { mkdir, writeFile } from "node:fs/promises";
import { goldenFiles, SDK } from "./golden.ts";

for (const { path, text } of await goldenFiles()) {
  const file = new URL(path, SDK);
  await mkdir(new URL("./", file), { recursive: true });
  await writeFile(file, text);
}
