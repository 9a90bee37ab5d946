// Installs what the workspace needs, once: a later call finds its stamp and returns at once.
// Node and npm are all that is asked for; pnpm is fetched by npm at the version the workspace pins.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Motcua cần Node.js từ 20.19 trở lên; máy này có ${process.versions.node}.`);
  process.exit(2);
}

const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const stampFile = `${root}node_modules/.motcua-setup`;
const stamp = createHash("sha256")
  .update(packageManager)
  .update(process.versions.modules)
  .update(readFileSync(`${root}pnpm-lock.yaml`))
  .update(readFileSync(`${root}package.json`))
  .digest("hex");

if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
  console.log(`Cài đặt thư viện (${packageManager})…`);
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const { status } = spawnSync(npx, ["--yes", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("Không cài được thư viện: xem lỗi ở trên, kiểm tra kết nối tới kho npm rồi chạy lại.");
    process.exit(status ?? 1);
  }
  mkdirSync(`${root}node_modules`, { recursive: true });
  writeFileSync(stampFile, stamp);
}
