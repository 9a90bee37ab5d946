import { createHandlers } from "@motcua/handlers";
import type { Handlers, Ports } from "@motcua/handlers";
import { readAsset } from "../asset-catalogue.ts";
import { awsPorts } from "../aws-ports.ts";
import { readEnvironment } from "../environment.ts";

/** The use cases of this process and the ports they stand on. */
export interface Running {
  readonly handlers: Handlers;
  readonly ports: Ports;
}

let running: Running | undefined;

/** Created at the first call and kept for the life of the process. `base` is the URL of the running entry, beside which the asset lies. */
export function runningHandlers(base: string): Running {
  if (running === undefined) {
    const ports = awsPorts(readEnvironment(process.env), readAsset(base));
    running = { ports, handlers: createHandlers(ports) };
  }
  return running;
}
