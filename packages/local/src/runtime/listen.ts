import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on loopback, on `wanted` where it is free, else on any port when `insist` is false. Answers the port. */
export async function listen(server: Server, wanted: number, insist: boolean): Promise<number> {
  try {
    return await tryPort(server, wanted);
  } catch (error) {
    if (insist || (error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return tryPort(server, 0);
  }
}

function tryPort(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
