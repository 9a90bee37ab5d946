export { dossierStoreSuite } from "./dossier-store-suite.ts";
export { filesSuite } from "./files-suite.ts";
export type { FilesUnderTest } from "./files-suite.ts";
export { sampleCode, sampleCommit, sampleTask } from "./sample-commit.ts";
export { smallPortsSuite } from "./small-ports-suite.ts";
export type { SmallPorts } from "./small-ports-suite.ts";
export { workIndexSuite } from "./work-index-suite.ts";
export type { IndexedStore } from "./work-index-suite.ts";
