export { OneStopShop, type OneStopShopProps } from "./one-stop-shop.ts";
export type { LoginProvider } from "./identity.ts";
export { synthesise, type SynthOptions } from "./synth.ts";
export { synthProvince, type ProvinceAssembly } from "./synth-province.ts";
export { buildFunctions, catalogueEntry, type FunctionsSource } from "./build-functions.ts";
export { checkDefinitions, definitionFaults } from "./check-definitions.ts";
export type { WorkflowShape } from "./workflow-machines.ts";
