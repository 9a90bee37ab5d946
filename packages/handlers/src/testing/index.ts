export { memoryDossiers } from "./memory-dossiers.ts";
export type { MemoryDossiers } from "./memory-dossiers.ts";
export { memoryFiles } from "./memory-files.ts";
export type { MemoryFiles } from "./memory-files.ts";
export { memoryConnectors, memoryOrchestrator, memoryRegistrations } from "./memory-orchestrator.ts";
export type { MemoryOrchestrator } from "./memory-orchestrator.ts";
export { memoryAttempts, memoryPeople, memorySessions } from "./memory-people.ts";
export { memoryPorts } from "./memory-ports.ts";
export type { MemoryChange, MemoryPorts, MemoryPortsOptions } from "./memory-ports.ts";
