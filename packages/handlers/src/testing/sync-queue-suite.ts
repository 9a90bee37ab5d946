import { describe, expect, it } from "vitest";
import type { DossierStore } from "../ports/dossier-store.ts";
import type { SyncItem, SyncQueue } from "../ports/sync-queue.ts";
import { sampleCode, sampleCommit } from "./sample-commit.ts";

/** A store and what finds its dossiers for the national portal. */
export interface SyncedStore {
  readonly dossiers: DossierStore;
  readonly sync: SyncQueue;
}

const NOW = "2026-10-05T08:00:00.000Z";

function item(serial: number, more: Partial<SyncItem> = {}): SyncItem {
  return { code: sampleCode(serial), unit: "H20.015", state: "waiting", since: NOW, next: NOW, attempts: 0, ...more };
}

/** What every queue of changes for the national portal must do. `create` gives an empty one. */
export function syncQueueSuite(name: string, create: () => Promise<SyncedStore>): void {
  const filled = async (...items: readonly SyncItem[]) => {
    const store = await create();
    for (const each of items) await store.dossiers.commit(sampleCommit({ code: each.code, seq: 1, receivingUnit: each.unit, sync: { item: each } }));
    return store;
  };

  describe(`sync queue: ${name}`, () => {
    it("gives the waiting dossiers whose time has come, the instant included, earliest first, refused ones never", async () => {
      const { sync } = await filled(item(1, { next: "2026-10-05T08:00:01.000Z" }), item(2), item(3, { next: "2026-10-05T07:00:00.000Z", attempts: 3 }), item(4, { state: "refused", reason: "-1" }));
      expect((await sync.due(NOW, 10)).map(({ code }) => code)).toEqual([3, 2].map(sampleCode));
      expect((await sync.due(NOW, 1))[0]).toEqual(item(3, { next: "2026-10-05T07:00:00.000Z", attempts: 3 }));
    });

    it("takes another time or state for a dossier that is there, and brings none back that has gone", async () => {
      const { dossiers, sync } = await filled(item(1), item(2));
      await sync.put(item(1, { next: "2026-10-05T09:00:00.000Z", attempts: 1 }));
      expect((await sync.due(NOW, 10)).map(({ code }) => code)).toEqual([sampleCode(2)]);
      await dossiers.commit(sampleCommit({ code: sampleCode(2), seq: 2, sync: {} }));
      await sync.put(item(2, { attempts: 5 }));
      expect(await sync.get(sampleCode(2))).toBeUndefined();
      expect(await sync.due(NOW, 10)).toEqual([]);
      await sync.put(item(1, { state: "refused", reason: "-1" }));
      expect(await sync.get(sampleCode(1))).toEqual(item(1, { state: "refused", reason: "-1" }));
      expect(await sync.due("2026-10-06T08:00:00.000Z", 10)).toEqual([]);
    });

    it("is told anew by a commit, and left alone by one that says nothing of it", async () => {
      const { dossiers, sync } = await filled(item(1, { attempts: 7, next: "2026-10-05T09:00:00.000Z" }));
      await dossiers.commit(sampleCommit({ code: sampleCode(1), seq: 2 }));
      expect((await sync.get(sampleCode(1)))?.attempts).toBe(7);
      await dossiers.commit(sampleCommit({ code: sampleCode(1), seq: 3, sync: { item: item(1) } }));
      expect(await sync.get(sampleCode(1))).toEqual(item(1));
    });

    it("lists by state and unit, page by page, none lost and none twice", async () => {
      const { sync } = await filled(...[1, 2, 3, 4, 5].map((serial) => item(serial)), item(6, { unit: "H20.016" }), item(7, { state: "refused", reason: "-1" }));
      const all = async (units?: readonly string[]) => {
        const codes: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await sync.list({ state: "waiting", limit: 2, ...(units === undefined ? {} : { units }), ...(cursor === undefined ? {} : { cursor }) });
          codes.push(...page.items.map(({ code }) => code));
          cursor = page.cursor;
        } while (cursor !== undefined);
        return codes;
      };
      expect(await all()).toEqual([1, 2, 3, 4, 5, 6].map(sampleCode));
      expect(await all(["H20.015"])).toEqual([1, 2, 3, 4, 5].map(sampleCode));
      expect(await all(["H20.016"])).toEqual([sampleCode(6)]);
      expect(await all(["H20.099"])).toEqual([]);
      expect((await sync.list({ state: "refused", limit: 10 })).items.map(({ code, reason }) => [code, reason])).toEqual([[sampleCode(7), "-1"]]);
    });
  });
}
