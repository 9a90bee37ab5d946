export { generateCatalogue } from "./generate-catalogue.ts";
export type { CatalogueOptions } from "./package-file.ts";
export { generateModule, type ProcedureText } from "./generate-module.ts";
export { generateChecks, generateRunnable, runAlike, type Runnable, type RunnableChecks } from "./generate-runnable.ts";
export type { RunnablePart, RunnableParts } from "./module/runnable-text.ts";
export { generateSdk, type GeneratedFile, type Sdk, type SdkOptions } from "./generate-sdk.ts";
export { GENERATED } from "./module/header.ts";
export { generatePredicate, generateRunnablePredicate, type PredicateSource } from "./standard/generate-predicate.ts";
export type { Schema } from "./standard/schema.ts";
