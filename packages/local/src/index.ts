export { startLocal } from "./start-local.ts";
export type { LocalOptions } from "./local-options.ts";
export type { LocalShop } from "./local-shop.ts";
export type { LocalPerson } from "./login/local-person.ts";
export type { LocalClock } from "./runtime/local-clock.ts";
export type { LogLine } from "./runtime/runtime-log.ts";
export type { UsageReport } from "./runtime/usage.ts";
export type { Denial, StatementUse } from "./iam/grants.ts";
export type { ExecutionSummary } from "./states/state-runner.ts";
