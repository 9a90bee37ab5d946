export type { Asset } from "./asset-catalogue.ts";
export { readAsset } from "./asset-catalogue.ts";
export { awsPorts } from "./aws-ports.ts";
export type { Environment } from "./environment.ts";
export { readEnvironment } from "./environment.ts";
export { runningHandlers } from "./lambda/running-handlers.ts";
export type { Running } from "./lambda/running-handlers.ts";
