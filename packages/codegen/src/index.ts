export { generateCatalogue } from "./generate-catalogue.ts";
export type { CatalogueOptions } from "./package-file.ts";
export { generateRunnable, runAlike, type Runnable } from "./generate-runnable.ts";
export { generateSdk, type GeneratedFile, type Sdk, type SdkOptions } from "./generate-sdk.ts";
export { GENERATED } from "./module/header.ts";
export { generatePredicate, type PredicateSource } from "./standard/generate-predicate.ts";
export type { Schema } from "./standard/schema.ts";
