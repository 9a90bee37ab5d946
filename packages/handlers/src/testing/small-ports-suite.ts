import { describe, expect, it } from "vitest";
import type { Attempts } from "../ports/attempts.ts";
import type { Registrations } from "../ports/orchestrator.ts";
import type { People, Sessions } from "../ports/people.ts";

/** Ports that keep one small thing each. `now` is the clock the sessions read. */
export interface SmallPorts {
  readonly registrations: Registrations;
  readonly people: People;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly now: Date;
}

/** What registrations, people, sessions and attempts must do. `create` gives empty ones. */
export function smallPortsSuite(name: string, create: () => Promise<SmallPorts>): void {
  describe(`small ports: ${name}`, () => {
    it("keeps the last token a waiting state registered", async () => {
      const { registrations } = await create();
      const registration = { code: "H20.015-261005-0001", generation: 1, wait: "tiep_nhan@1", token: "t1" };
      expect(await registrations.get(registration.code, registration.wait)).toBeUndefined();
      await registrations.put(registration);
      await registrations.put({ ...registration, token: "t2" });
      expect(await registrations.get(registration.code, registration.wait)).toEqual({ ...registration, token: "t2" });
      expect(await registrations.get(registration.code, "tiep_nhan@2")).toBeUndefined();
    });

    it("reads a person's name and memberships, and none of an unknown one", async () => {
      const { people } = await create();
      const acting = { unit: "H20.015", role: "lanh_dao_ubnd", validFrom: "2026-10-05", validTo: "2026-10-09", onBehalfOf: "sub|2" };
      const memberships = [{ unit: "H20.015", role: "can_bo_tiep_nhan" }, acting];
      await people.put({ sub: "sub|1", name: "Trần Thị Thử", memberships });
      expect(await people.name("sub|1")).toBe("Trần Thị Thử");
      expect(await people.memberships("sub|1")).toEqual(memberships);
      await people.put({ sub: "sub|1", name: "Trần Thị Thử", memberships: [] });
      expect(await people.memberships("sub|1")).toEqual([]);
      expect(await people.memberships("sub|2")).toEqual([]);
      expect(await people.name("sub|2")).toBeUndefined();
    });

    it("adds a duty somebody takes on for an absent officer once, keeps it on record, and takes it away when it is ended", async () => {
      const { people } = await create();
      const own = [{ unit: "H20.015", role: "can_bo_tiep_nhan" }];
      await people.put({ sub: "away", name: "Phạm Thị Vắng", memberships: [{ unit: "H20.015", role: "lanh_dao_ubnd" }] });
      await people.put({ sub: "here", name: "Lê Văn Thay", memberships: own });
      const days = { unit: "H20.015", role: "lanh_dao_ubnd", validFrom: "2026-10-05", validTo: "2026-10-09" };
      const substitution = { id: "a1", absent: "away", substitute: "here", ...days, decision: "QĐ 12/QĐ-UBND", takenAt: "2026-10-05T08:00:00.000+07:00" };
      expect(await people.substitutions("away")).toEqual([]);
      for (let time = 0; time < 2; time += 1) await people.addSubstitution(substitution);
      await people.addSubstitution({ ...substitution, id: "b2" });
      const taken = (id: string) => ({ ...days, onBehalfOf: "away", substitution: id });
      expect(await people.memberships("here")).toEqual([...own, taken("a1"), taken("b2")]);
      expect((await people.substitutions("away")).map(({ id }) => id)).toEqual(["a1", "b2"]);
      const endedAt = "2026-10-06T08:00:00.000+07:00";
      for (let time = 0; time < 2; time += 1) await people.endSubstitution({ absent: "away", id: "a1", endedAt });
      await people.endSubstitution({ absent: "away", id: "unknown", endedAt });
      expect(await people.memberships("here")).toEqual([...own, taken("b2")]);
      expect((await people.substitutions("away"))[0]).toEqual({ ...substitution, endedAt });
      await people.put({ sub: "away", name: "Phạm Thị Vắng", memberships: [] });
      expect(await people.substitutions("away")).toHaveLength(2);
    });

    it("gives a session back until it expires or is removed", async () => {
      const { sessions, now } = await create();
      const [later, earlier] = [60_000, -60_000].map((ms) => new Date(now.getTime() + ms).toISOString()) as [string, string];
      const value = { form: { tre: { ho_ten: "Nguyễn Văn Thử" } }, page: 2 };
      await sessions.put("a", value, later);
      await sessions.put("b", value, earlier);
      expect(await sessions.get("a")).toEqual(value);
      expect(await sessions.get("b")).toBeUndefined();
      await sessions.remove("a");
      expect(await sessions.get("a")).toBeUndefined();
    });

    it("counts attempts without losing any", async () => {
      const { attempts, now } = await create();
      const until = new Date(now.getTime() + 60_000).toISOString();
      const counts = await Promise.all(Array.from({ length: 10 }, () => attempts.add("x", until)));
      expect([...counts].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await attempts.add("y", until)).toBe(1);
    });
  });
}
