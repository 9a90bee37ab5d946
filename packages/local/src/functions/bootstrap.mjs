// Runs one Lambda function in a child process: loads its handler, answers invocations one at a time, ends with its parent.
import { join } from "node:path";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";

const RealDate = Date;
let offset = 0;

class ShiftedDate extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + offset);
    else super(...args);
  }
  static now() {
    return RealDate.now() + offset;
  }
}

const [moduleName, exportName] = splitHandler(process.env["_HANDLER"]);
const loaded = load();
// A handler that cannot be loaded is reported by each invocation, not by a rejection nobody waits for.
void loaded.catch(() => {}).then(() => process.send({}));

process.on("disconnect", () => process.exit(0));
process.on("message", ({ id, event, context, deadline, offset: shift }) => {
  offset = shift;
  globalThis.Date = offset === 0 ? RealDate : ShiftedDate;
  answer(event, { ...context, getRemainingTimeInMillis: () => Math.max(0, deadline - RealDate.now()) }).then(
    (value) => process.send({ id, value: value === undefined ? null : value }),
    (error) => process.send({ id, error: describe(error) }),
  );
});

async function answer(event, context) {
  const handler = await loaded;
  return handler(event, context);
}

async function load() {
  const base = join(process.env.LAMBDA_TASK_ROOT, moduleName);
  const file = [".mjs", ".js", ".cjs"].map((extension) => base + extension).find((path) => existsSync(path));
  if (file === undefined) throw named("Runtime.ImportModuleError", `Cannot find module '${moduleName}'`);
  const handler = (await import(pathToFileURL(file).href))[exportName];
  if (typeof handler !== "function") throw named("Runtime.HandlerNotFound", `${process.env["_HANDLER"]} is undefined or not exported`);
  return handler;
}

function splitHandler(handler) {
  const dot = handler.lastIndexOf(".");
  return [handler.slice(0, dot), handler.slice(dot + 1)];
}

function named(name, message) {
  return Object.assign(new Error(message), { name });
}

function describe(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split("\n") };
}
