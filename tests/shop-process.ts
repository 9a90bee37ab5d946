// A shop in a process of its own, for tests that kill it. Talks by IPC: { id, call, args } → { id, value | error }.
import { openShop } from "@motcua/cli";
import { workspace } from "./shop.ts";

interface Call {
  readonly id: number;
  readonly call: "token" | "setClock" | "runSchedules" | "executions" | "idle" | "url" | "portal" | "platformDown";
  readonly args: readonly string[];
}

const [data, port] = process.argv.slice(2);
if (data === undefined) throw new Error("shop-process needs a data directory");
const shop = await openShop(workspace(), { data, port: Number(port ?? 0) });

const calls: Readonly<Record<Call["call"], (...args: readonly string[]) => unknown>> = {
  token: (login = "") => shop.local.tokenFor(login),
  setClock: (instant = "") => shop.local.clock.set(instant),
  runSchedules: () => shop.local.runSchedules(),
  executions: () => shop.local.executions(),
  idle: () => shop.local.idle(),
  portal: () => shop.local.connectors.portal(),
  platformDown: (calls = "0") => shop.local.connectors.unavailableFor(Number(calls)),
  url: () => shop.local.httpUrl,
};

process.on("message", async (message: Call) => {
  try {
    process.send?.({ id: message.id, value: await calls[message.call](...message.args) });
  } catch (error) {
    process.send?.({ id: message.id, error: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", () => process.exit(0));
process.send?.({ id: 0, value: shop.local.httpUrl });
