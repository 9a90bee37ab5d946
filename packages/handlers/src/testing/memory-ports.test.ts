import { dossierStoreSuite } from "./dossier-store-suite.ts";
import { filesSuite } from "./files-suite.ts";
import { memoryDossiers } from "./memory-dossiers.ts";
import { memoryFiles } from "./memory-files.ts";
import { memoryRegistrations } from "./memory-orchestrator.ts";
import { memorySeals, memorySigner } from "./memory-seals.ts";
import { memoryAttempts, memoryPeople, memorySessions } from "./memory-people.ts";
import { sealsSuite } from "./seals-suite.ts";
import { smallPortsSuite } from "./small-ports-suite.ts";
import { syncQueueSuite } from "./sync-queue-suite.ts";
import { workIndexSuite } from "./work-index-suite.ts";

const now = new Date("2026-10-05T08:00:00+07:00");

dossierStoreSuite("memory", async () => memoryDossiers().dossiers);
filesSuite("memory", async () => {
  const files = memoryFiles();
  return { files, open: files.open };
});
workIndexSuite("memory", async () => memoryDossiers());
syncQueueSuite("memory", async () => memoryDossiers());
sealsSuite("memory", async () => ({ seals: memorySeals(), signer: memorySigner() }));
smallPortsSuite("memory", async () => ({
  registrations: memoryRegistrations(),
  people: memoryPeople(),
  sessions: memorySessions({ now: () => now }),
  attempts: memoryAttempts(),
  now,
}));
