import { describe, expect, it } from "vitest";
import type { DossierStore } from "../ports/dossier-store.ts";
import { sampleCode, sampleCommit } from "./sample-commit.ts";

const RIVALS = 50;

/** What every store of dossiers must do. `create` gives an empty one. */
export function dossierStoreSuite(name: string, create: () => Promise<DossierStore>): void {
  describe(`dossier store: ${name}`, () => {
    it("gives back what was committed, and the log as the very bytes that were hashed", async () => {
      const store = await create();
      const code = sampleCode(1);
      const [first, second] = [sampleCommit({ code, seq: 1 }), sampleCommit({ code, seq: 2 })];
      expect(await store.commit(first)).toEqual({ kind: "committed" });
      expect(await store.commit(second)).toEqual({ kind: "committed" });
      expect(await store.load(code)).toEqual({ state: second.state, personal: second.personal, lastHash: second.hash, lastAt: second.batch.at });
      expect(await store.log(code)).toEqual([first.body, second.body]);
    });

    it("keeps the personal record of before where a command brings none", async () => {
      const store = await create();
      const code = sampleCode(2);
      const first = sampleCommit({ code, seq: 1 });
      const { personal: _, ...second } = sampleCommit({ code, seq: 2 });
      await store.commit(first);
      await store.commit(second);
      expect((await store.load(code))?.personal).toEqual(first.personal);
    });

    it("knows nothing of a dossier that does not exist", async () => {
      const store = await create();
      expect(await store.load(sampleCode(3))).toBeUndefined();
      expect(await store.log(sampleCode(3))).toEqual([]);
      expect(await store.byTrackingHash("f".repeat(64))).toBeUndefined();
      expect(await store.replay("unknown-key")).toBeUndefined();
    });

    it("refuses a sequence number that is taken, and one that leaves a gap", async () => {
      const store = await create();
      const code = sampleCode(4);
      await store.commit(sampleCommit({ code, seq: 1 }));
      expect(await store.commit(sampleCommit({ code, seq: 1 }))).toEqual({ kind: "conflict" });
      expect(await store.commit(sampleCommit({ code, seq: 3 }))).toEqual({ kind: "conflict" });
      expect(await store.log(code)).toHaveLength(1);
    });

    it("replays the answer of a key, and refuses the key for another request, without writing anything", async () => {
      const store = await create();
      const code = sampleCode(5);
      const idempotency = { key: "k".repeat(64), requestHash: "r1", response: "{\"seq\":1}" };
      await store.commit(sampleCommit({ code, seq: 1, idempotency }));
      expect(await store.commit(sampleCommit({ code, seq: 2, idempotency: { ...idempotency, response: "{\"seq\":2}" } }))).toEqual({ kind: "replayed", response: "{\"seq\":1}" });
      expect(await store.commit(sampleCommit({ code, seq: 2, idempotency: { ...idempotency, requestHash: "r2" } }))).toEqual({ kind: "key-reused" });
      expect(await store.replay(idempotency.key)).toEqual({ requestHash: "r1", response: "{\"seq\":1}" });
      expect(await store.log(code)).toHaveLength(1);
    });

    it("replays rather than conflicts when the same request comes again at a sequence that is taken", async () => {
      const store = await create();
      const commit = sampleCommit({ code: sampleCode(6), seq: 1, idempotency: { key: "s".repeat(64), requestHash: "r", response: "{}" } });
      await store.commit(commit);
      expect(await store.commit(commit)).toEqual({ kind: "replayed", response: "{}" });
    });

    it("finds a dossier by the hash of its tracking secret", async () => {
      const store = await create();
      const code = sampleCode(7);
      await store.commit(sampleCommit({ code, seq: 1, trackingHash: "a".repeat(64) }));
      expect(await store.byTrackingHash("a".repeat(64))).toBe(code);
    });

    it("gives every caller a serial of its own, per unit and day", async () => {
      const store = await create();
      const serials = await Promise.all(Array.from({ length: 20 }, () => store.nextSerial("H20.015", "261005")));
      expect([...serials].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await store.nextSerial("H20.015", "261006")).toBe(1);
      expect(await store.nextSerial("H20.016", "261005")).toBe(1);
    });

    it(`loses nothing when ${RIVALS} writers race for one dossier`, async () => {
      const store = await create();
      const code = sampleCode(8);
      await store.commit(sampleCommit({ code, seq: 1 }));
      const seqs = await Promise.all(Array.from({ length: RIVALS }, () => commitWhenFree(store, code)));
      expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: RIVALS }, (_, index) => index + 2));
      const log = await store.log(code);
      expect(log.map((body) => (JSON.parse(body) as { seq: number }).seq)).toEqual(Array.from({ length: RIVALS + 1 }, (_, index) => index + 1));
      expect((await store.load(code))?.state.seq).toBe(RIVALS + 1);
    }, 60_000);

    it("removes a personal record for good, and keeps the log as it was", async () => {
      const store = await create();
      const code = sampleCode(12);
      const first = sampleCommit({ code, seq: 1 });
      const { personal: _, ...second } = sampleCommit({ code, seq: 2, erasesPersonal: true });
      await store.commit(first);
      await store.commit(second);
      expect((await store.load(code))?.personal).toBeUndefined();
      expect(await store.log(code)).toEqual([first.body, second.body]);
    });

    it("lists the dossiers whose log grew on a day, by unit and code, each once and no other's", async () => {
      const store = await create();
      const [one, two, three] = [sampleCode(13), sampleCode(14), sampleCode(15)];
      await store.commit(sampleCommit({ code: two, seq: 1, firstOnDay: "2026-10-05" }));
      await store.commit(sampleCommit({ code: one, seq: 1, firstOnDay: "2026-10-05" }));
      await store.commit(sampleCommit({ code: one, seq: 2 }));
      await store.commit(sampleCommit({ code: one, seq: 3, firstOnDay: "2026-10-06" }));
      await store.commit(sampleCommit({ code: three, seq: 1, firstOnDay: "2026-10-05", receivingUnit: "H20.014" }));
      await store.commit(sampleCommit({ code: one, seq: 4, firstOnDay: "2026-10-05" }));
      expect(await store.grownOn("2026-10-05")).toEqual([{ unit: "H20.014", code: three }, { unit: "H20.015", code: one }, { unit: "H20.015", code: two }]);
      expect(await store.grownOn("2026-10-06")).toEqual([{ unit: "H20.015", code: one }]);
      expect(await store.grownOn("2026-10-07")).toEqual([]);
    });

    it("lists commits as pending, oldest first, until they are settled", async () => {
      const store = await create();
      const [late, early] = [sampleCode(9), sampleCode(10)];
      await store.commit(sampleCommit({ code: late, seq: 1, pending: true, at: "2026-10-05T08:00:01.000+07:00" }));
      await store.commit(sampleCommit({ code: early, seq: 1, pending: true, at: "2026-10-05T08:00:00.000+07:00" }));
      await store.commit(sampleCommit({ code: sampleCode(11), seq: 1 }));
      const before = "2026-10-05T01:00:30.000Z";
      const found = await store.pendingBefore(before, 10);
      expect(found.map(({ code, seq }) => [code, seq])).toEqual([[early, 1], [late, 1]]);
      expect(await store.pendingBefore("2026-10-05T01:00:00.500Z", 10)).toHaveLength(1);
      expect(await store.pendingBefore(before, 1)).toHaveLength(1);
      for (const commit of found) await store.settle(commit);
      for (const commit of found) await store.settle(commit);
      expect(await store.pendingBefore(before, 10)).toEqual([]);
    });
  });
}

async function commitWhenFree(store: DossierStore, code: string): Promise<number> {
  for (;;) {
    const seq = ((await store.load(code))?.state.seq ?? 0) + 1;
    const outcome = await store.commit(sampleCommit({ code, seq }));
    if (outcome.kind === "committed") return seq;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
  }
}
