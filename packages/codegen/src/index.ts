export { generateCatalogue, type CatalogueOptions } from "./generate-catalogue.ts";
export { generateSdk, type GeneratedFile, type Sdk, type SdkOptions } from "./generate-sdk.ts";
export { GENERATED } from "./module/header.ts";
