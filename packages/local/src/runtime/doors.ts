import { createServer, type RequestListener, type Server } from "node:http";
import { listen } from "./listen.ts";

/** Names of the servers of a shop. */
export type DoorName = "http" | "aws" | "oidc" | "connector";

/** Servers that listen before what answers behind them is built, because each part must know the others' addresses. */
export interface Doors {
  readonly ports: Readonly<Record<DoorName, number>>;
  readonly url: (door: DoorName) => string;
  /** Puts the answering server behind a door; requests that came before wait for it. */
  readonly open: (door: DoorName, server: Server) => void;
  readonly close: () => Promise<void>;
}

const NAMES: readonly DoorName[] = ["http", "aws", "oidc", "connector"];

/** Listens on loopback: on the asked ports or not at all, on those of last time where they are free, else on any. */
export async function openDoors(asked: Partial<Record<DoorName, number>>, last: Partial<Record<DoorName, number>>): Promise<Doors> {
  const behind = new Map<DoorName, Server>();
  const early = new Map<DoorName, Parameters<RequestListener>[]>();
  const servers = NAMES.map((name) => {
    const server = createServer({ keepAliveTimeout: 30_000 }, (incoming, outgoing) => {
      const answering = behind.get(name);
      if (answering === undefined) early.set(name, [...(early.get(name) ?? []), [incoming, outgoing]]);
      else answering.emit("request", incoming, outgoing);
    });
    return [name, server] as const;
  });
  const listening = await Promise.all(
    servers.map(async ([name, server]) => {
      const wanted = asked[name] ?? 0;
      return [name, await listen(server, wanted === 0 ? (last[name] ?? 0) : wanted, wanted !== 0)] as const;
    }),
  );
  const ports = Object.fromEntries(listening) as Record<DoorName, number>;
  return {
    ports,
    url: (door) => `http://127.0.0.1:${ports[door]}`,
    open: (door, server) => {
      behind.set(door, server);
      server.emit("listening");
      for (const [incoming, outgoing] of early.get(door) ?? []) server.emit("request", incoming, outgoing);
      early.delete(door);
    },
    close: async () => {
      await Promise.all(
        servers.map(
          ([, server]) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve());
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}
