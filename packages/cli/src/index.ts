export { main } from "./main.ts";
export { buildShop, type BuildReport } from "./build-shop.ts";
export { openShop, type OpenShop, type OpenShopOptions, type ShopProcedure } from "./open-shop.ts";
export { driveSample, type Driven, type DrivenStep, type DriveOptions } from "./drive/drive-sample.ts";
export { meetsExpectation } from "./drive/meets-expectation.ts";
export { blankRecord } from "./drive/blank-record.ts";
export { officerFor } from "./drive/officer-for.ts";
export { loadDefinitions, type Definitions, type LoadedProcedure, type LoadedSample } from "./definitions.ts";
export { findWorkspace, type Workspace } from "./workspace.ts";
