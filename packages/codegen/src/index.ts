export { generateCatalogue, type CatalogueOptions } from "./generate-catalogue.ts";
export { generateSdk, type GeneratedFile, type Sdk, type SdkOptions } from "./generate-sdk.ts";
export { GENERATED } from "./module/header.ts";
export { generatePredicate, type PredicateSource } from "./standard/generate-predicate.ts";
export type { Schema } from "./standard/schema.ts";
