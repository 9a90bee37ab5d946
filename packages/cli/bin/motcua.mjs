#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// Who reads our output may stop reading: `motcua check | head`.
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});
// The SDK warns of Node 20, which this command still runs on; deployed functions run on a newer one.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
// Pages are compiled by this product's settings, wherever the command is called.
process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("../../../tsconfig.json", import.meta.url));
register();
const { main } = await import("../src/main.ts");
const exitCode = await main(process.argv.slice(2));
// What a command has left behind, a retry that sleeps, say, must not hold it up once everything is written.
await new Promise((written) => process.stdout.write("", written));
process.exit(exitCode);
