import { createServer } from "node:net";
import { CommandFailure, EXIT } from "./exit.ts";

/** Where pages and API are when nobody says otherwise. */
export const DEFAULT_PORT = 8080;
const TRIES = 20;

/**
 * The port to serve on: the one asked for, 0 being any free one, or the first free one from {@link DEFAULT_PORT}.
 * @throws CommandFailure for what is no port, or one that is taken
 */
export async function choosePort(asked: string | undefined): Promise<number> {
  if (asked === undefined) return firstFree(DEFAULT_PORT);
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port > 65_535) throw new CommandFailure(`--port ${asked}: cần một số từ 0 đến 65535.`, EXIT.usage);
  if (port !== 0 && !(await isFree(port))) throw new CommandFailure(`Cổng ${port} đang được dùng: chọn --port khác, hoặc bỏ --port để lấy cổng trống kế tiếp.`);
  return port;
}

async function firstFree(from: number): Promise<number> {
  for (let port = from; port < from + TRIES; port += 1) {
    if (await isFree(port)) return port;
  }
  return 0;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen(port, "127.0.0.1", () => server.close(() => answer(true)));
  });
}
