import { describe, expect, it } from "vitest";
import type { DossierStore, WorkIndex } from "../ports/dossier-store.ts";
import { sampleCode, sampleCommit, sampleTask } from "./sample-commit.ts";

/** A store and the indexes over it. */
export interface IndexedStore {
  readonly dossiers: DossierStore;
  readonly work: WorkIndex;
}

const ROLE = ["H20.015", "can_bo_tiep_nhan"] as const;

/** What every index of work must do. `create` gives an empty one. */
export function workIndexSuite(name: string, create: () => Promise<IndexedStore>): void {
  describe(`work index: ${name}`, () => {
    it("lists a role's open tasks with the earliest due first and those without a due time last", async () => {
      const { dossiers, work } = await create();
      const dues = [undefined, "2026-10-07T17:00:00+07:00", "2026-10-06T17:00:00+07:00", "2026-10-06T11:00:00.000Z"];
      for (const [index, due] of dues.entries()) {
        await dossiers.commit(sampleCommit({ code: sampleCode(index), seq: 1, opened: [sampleTask("tiep_nhan@1", due === undefined ? {} : { due })] }));
      }
      const { items } = await work.ofRole(...ROLE);
      expect(items.map(({ code }) => code)).toEqual([2, 3, 1, 0].map(sampleCode));
      expect(items[0]).toEqual({ code: sampleCode(2), task: sampleTask("tiep_nhan@1", { due: dues[2] ?? "" }), procedure: "9.000001", version: "0123456789abcdef", due: dues[2] });
    });

    it("pages through a worklist without losing or repeating a task", async () => {
      const { dossiers, work } = await create();
      for (let index = 0; index < 5; index += 1) {
        await dossiers.commit(sampleCommit({ code: sampleCode(index), seq: 1, opened: [sampleTask("tiep_nhan@1", { due: "2026-10-06T17:00:00+07:00" })] }));
      }
      const codes: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await work.ofRole(...ROLE, cursor === undefined ? { limit: 2 } : { limit: 2, cursor });
        codes.push(...page.items.map(({ code }) => code));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(codes).toEqual([0, 1, 2, 3, 4].map(sampleCode));
    });

    it("reads consultations on from a position, and from the position of a task in any other list", async () => {
      const { dossiers, work } = await create();
      const asked = (serial: number, due: string) => sampleTask("xac_minh@2.1", { wait: "xac_minh@2", assignee: { kind: "unit", unit: "H20.020" }, due: `2026-10-0${serial}T${due}+07:00` });
      for (const serial of [3, 1, 2]) await dossiers.commit(sampleCommit({ code: sampleCode(serial), seq: 1, opened: [asked(serial, "17:00:00")] }));
      const first = await work.ofConsultedUnit("H20.020", { limit: 2 });
      expect(first.items.map(({ code }) => code)).toEqual([1, 2].map(sampleCode));
      expect((await work.ofConsultedUnit("H20.020", { limit: 2, cursor: first.cursor ?? "" })).items.map(({ code }) => code)).toEqual([sampleCode(3)]);
      expect((await work.ofConsultedUnit("H20.020", { limit: 2, cursor: "2026-10-02T00:00:00.000Z#x#y" })).items.map(({ code }) => code)).toEqual([2, 3].map(sampleCode));
      expect((await work.ofConsultedUnit("H20.020", { limit: 2, cursor: "~" })).items).toEqual([]);
    });

    it("shows a task to nobody else, and to nobody once it is closed", async () => {
      const { dossiers, work } = await create();
      const code = sampleCode(1);
      await dossiers.commit(sampleCommit({ code, seq: 1, opened: [sampleTask("tiep_nhan@1")] }));
      expect((await work.ofRole("H20.016", "can_bo_tiep_nhan")).items).toEqual([]);
      expect((await work.ofRole("H20.015", "van_thu")).items).toEqual([]);
      await dossiers.commit(sampleCommit({ code, seq: 2, closed: ["tiep_nhan@1"] }));
      expect((await work.ofRole(...ROLE)).items).toEqual([]);
    });

    it("lists consultations for the unit asked", async () => {
      const { dossiers, work } = await create();
      const asked = sampleTask("xac_minh@2.1", { wait: "xac_minh@2", assignee: { kind: "unit", unit: "H20.020", of: "H20.015" } });
      await dossiers.commit(sampleCommit({ code: sampleCode(1), seq: 1, opened: [asked] }));
      expect((await work.ofConsultedUnit("H20.020")).items.map(({ task }) => task)).toEqual([asked]);
      expect((await work.ofConsultedUnit("H20.015")).items).toEqual([]);
    });

    it("lists the dossiers of an account, newest first, and nobody else's", async () => {
      const { dossiers, work } = await create();
      const submitted = ["2026-10-05T08:00:00.000+07:00", "2026-10-06T08:00:00.000+07:00", "2026-10-05T23:00:00.000+07:00"];
      for (const [index, at] of submitted.entries()) await dossiers.commit(sampleCommit({ code: sampleCode(index), seq: 1, account: "sub|1", at }));
      await dossiers.commit(sampleCommit({ code: sampleCode(9), seq: 1, account: "sub|2" }));
      expect(await work.ofAccount("sub|1")).toEqual([1, 2, 0].map(sampleCode));
      expect(await work.ofAccount("sub|3")).toEqual([]);
    });

    it("lists the dossiers handed in to a unit in a period, oldest first, its end excluded, and keeps them as they go on", async () => {
      const { dossiers, work } = await create();
      const period = { from: "2026-10-05T00:00:00+07:00", until: "2026-10-06T00:00:00+07:00", limit: 10 };
      const submitted = ["2026-10-05T23:59:59.999+07:00", "2026-10-04T17:00:00.000Z", "2026-10-05T08:00:00.000+07:00", "2026-10-06T00:00:00.000+07:00", "2026-10-04T23:59:59.999+07:00"];
      for (const [index, at] of submitted.entries()) await dossiers.commit(sampleCommit({ code: sampleCode(index), seq: 1, at }));
      await dossiers.commit(sampleCommit({ code: sampleCode(2), seq: 2, submittedAt: submitted[2] ?? "", at: "2026-10-09T08:00:00.000+07:00" }));
      expect(await work.ofUnit("H20.015", period)).toEqual([1, 2, 0].map(sampleCode));
      expect(await work.ofUnit("H20.015", { ...period, limit: 2 })).toEqual([1, 2].map(sampleCode));
      expect(await work.ofUnit("H20.016", period)).toEqual([]);
    });

    it("lists the dossiers a unit settles that have not ended, oldest first, page by page", async () => {
      const { dossiers, work } = await create();
      const begun = (serial: number, unit = "H20.015") => dossiers.commit(sampleCommit({ code: sampleCode(serial), seq: 1, open: { item: { unit, submittedAt: `2026-10-0${serial}T08:00:00+07:00` } } }));
      for (const serial of [3, 1, 4, 2]) await begun(serial);
      await begun(5, "H20.016");
      await dossiers.commit(sampleCommit({ code: sampleCode(2), seq: 2, open: {} }));
      await dossiers.commit(sampleCommit({ code: sampleCode(1), seq: 2 }));
      const first = await work.openOfUnit("H20.015", { limit: 2 });
      expect(first.items).toEqual([1, 3].map(sampleCode));
      const second = await work.openOfUnit("H20.015", { limit: 2, cursor: first.cursor ?? "" });
      expect(second).toEqual({ items: [sampleCode(4)] });
      expect(await work.openOfUnit("H20.099", { limit: 2 })).toEqual({ items: [] });
    });

    it("finds the tasks whose legal time has come, the due instant included, and only those that mean something then", async () => {
      const { dossiers, work } = await create();
      const due = "2026-10-06T17:00:00+07:00";
      const clock = { assignee: { kind: "clock" }, onDue: "elapsed" } as const;
      await dossiers.commit(sampleCommit({ code: sampleCode(1), seq: 1, opened: [sampleTask("niem_yet@1", { ...clock, due })] }));
      await dossiers.commit(sampleCommit({ code: sampleCode(2), seq: 1, opened: [sampleTask("niem_yet@1", { ...clock, due: "2026-10-06T17:00:01+07:00" })] }));
      await dossiers.commit(sampleCommit({ code: sampleCode(3), seq: 1, opened: [sampleTask("tham_tra@1", { due })] }));
      expect(await work.dueBefore("2026-10-06T09:59:59.999Z", 10)).toEqual([]);
      expect((await work.dueBefore("2026-10-06T10:00:00.000Z", 10)).map(({ code }) => code)).toEqual([sampleCode(1)]);
      expect(await work.dueBefore("2026-10-07T00:00:00.000Z", 1)).toHaveLength(1);
      expect((await work.dueBefore("2026-10-07T00:00:00.000Z", 10)).map(({ code }) => code)).toEqual([1, 2].map(sampleCode));
    });

    it("finds the dossiers whose next mark of lateness is due, the instant included, earliest first, by the latest mark alone", async () => {
      const { dossiers, work } = await create();
      const at = ["2026-10-06T17:00:00+07:00", "2026-10-06T09:00:00.000Z", "2026-10-06T17:00:01+07:00"];
      for (const [index, mark] of at.entries()) await dossiers.commit(sampleCommit({ code: sampleCode(index), seq: 1, nextMark: { at: mark } }));
      await dossiers.commit(sampleCommit({ code: sampleCode(9), seq: 1 }));
      expect(await work.marksBefore("2026-10-06T10:00:00.000Z", 10)).toEqual([1, 0].map(sampleCode));
      expect(await work.marksBefore("2026-10-07T00:00:00.000Z", 1)).toEqual([sampleCode(1)]);
      await dossiers.commit(sampleCommit({ code: sampleCode(1), seq: 2, nextMark: {} }));
      await dossiers.commit(sampleCommit({ code: sampleCode(0), seq: 2, nextMark: { at: "2026-10-08T17:00:00+07:00" } }));
      await dossiers.commit(sampleCommit({ code: sampleCode(2), seq: 2 }));
      expect(await work.marksBefore("2026-10-07T00:00:00.000Z", 10)).toEqual([sampleCode(2)]);
    });
  });
}
