export { OneStopShop, type OneStopShopProps } from "./one-stop-shop.ts";
export { synthesise, type SynthOptions } from "./synth.ts";
export type { WorkflowShape } from "./workflow-machines.ts";
