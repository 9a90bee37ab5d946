import type { Result } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import type { Act } from "../handlers.ts";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, sampleShop, STRANGER, submitted, type SampleShop } from "../testing/sample-shop.ts";

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`));
const WANTED = { unit: "H20.015", role: "lanh_dao_ubnd", validFrom: "2026-10-06", validTo: "2026-10-09", decision: "GUQ 03 ngày 05/10/2026" };

describe("acting for an officer who is away", () => {
  let shop: SampleShop;
  beforeEach(async () => {
    shop = await sampleShop(async () => ({ outcome: "done", reference: "R-1" }));
  });

  async function offered(wanted = WANTED): Promise<string> {
    const offer = await shop.handlers.offerSubstitution(LEADER, wanted);
    if (!offer.ok) throw new Error(codes(offer).join());
    return offer.value.id;
  }

  it("begins when a colleague has taken it on and its first day has come, and every log says for whom", async () => {
    const code = await submitted(shop);
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    await shop.settle();
    const register = Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {})[0];
    await shop.handlers.connect({ code, generation: 1, wait: register?.wait ?? "", step: register?.step ?? "", lastAttempt: true });
    await complete(shop, EXPERT, { code, step: "tham_tra", outcome: "du_dieu_kien" });
    const id = await offered();
    const sign = async (): Promise<Result<unknown>> => {
      const task = Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {}).find(({ step }) => step === "ky");
      const act: Act = { act: "complete", task: task?.id ?? "", outcome: "signed" };
      return shop.handlers.act(CLERK, code, act, shop.key("sign"));
    };
    expect(codes(await sign())).toEqual(["not-your-task /task"]);
    for (let time = 0; time < 2; time += 1) expect(codes(await shop.handlers.takeSubstitution(CLERK, id))).toEqual([]);
    expect(codes(await sign())).toEqual(["not-your-task /task"]);
    shop.ports.setNow("2026-10-06T08:00:00+07:00");
    expect(codes(await sign())).toEqual([]);
    const last = JSON.parse((await shop.ports.dossiers.log(code)).at(-1) ?? "") as { readonly actor: unknown };
    expect(last.actor).toMatchObject({ id: CLERK.sub, role: "lanh_dao_ubnd", onBehalfOf: LEADER.sub });
  });

  it("is over after its last day, or as soon as one of the two ends it", async () => {
    for (const ending of [LEADER, CLERK]) {
      const id = await offered({ ...WANTED, validFrom: "2026-10-05" });
      await shop.handlers.takeSubstitution(CLERK, id);
      expect((await shop.handlers.memberships(CLERK)).map(({ role }) => role)).toContain("lanh_dao_ubnd");
      expect(codes(await shop.handlers.endSubstitution(EXPERT, { absent: LEADER.sub, id }))).toEqual(["substitution-offer-gone "]);
      expect(codes(await shop.handlers.endSubstitution(ending, { absent: LEADER.sub, id }))).toEqual([]);
      expect((await shop.handlers.memberships(CLERK)).map(({ role }) => role)).toEqual(["can_bo_tiep_nhan"]);
    }
    await shop.handlers.takeSubstitution(CLERK, await offered());
    shop.ports.setNow("2026-10-10T08:00:00+07:00");
    expect((await shop.handlers.memberships(CLERK)).map(({ role }) => role)).toEqual(["can_bo_tiep_nhan"]);
    const { given } = await shop.handlers.substitutions(LEADER);
    expect(given.map(({ over, substituteName, endedAt }) => [over, substituteName, endedAt === undefined])).toEqual([[true, "clerk", false], [true, "clerk", false], [true, "clerk", true]]);
  });

  it("tells each what they hold, what they do for others and what others do for them", async () => {
    await shop.handlers.takeSubstitution(CLERK, await offered());
    expect((await shop.handlers.substitutions(CLERK)).taken).toMatchObject([{ ...WANTED, decision: undefined, absentName: "leader" }].map(({ decision: _, ...rest }) => rest));
    expect((await shop.handlers.substitutions(LEADER)).given).toMatchObject([{ ...WANTED, substitute: "clerk", over: false }]);
    expect((await shop.handlers.substitutions(LEADER)).own).toEqual([{ unit: "H20.015", role: "lanh_dao_ubnd" }]);
  });

  it.each([
    ["a duty that is another's", { role: "cong_chuc_thu_ly" }, ["substitution-not-yours /role"]],
    ["days that have passed", { validFrom: "2026-10-01", validTo: "2026-10-02" }, ["substitution-dates /validTo"]],
    ["an end before its beginning", { validTo: "2026-10-05" }, ["substitution-dates /validTo"]],
    ["a day that does not exist", { validFrom: "2026-02-30" }, ["substitution-dates /validFrom"]],
    ["more than half a year", { validTo: "2027-06-01" }, ["substitution-dates /validTo"]],
    ["no decision, and says all that is wrong at once", { decision: " ", role: "van_thu" }, ["substitution-not-yours /role", "substitution-decision /decision"]],
  ])("refuses %s", async (_, change, expected) => {
    expect(codes(await shop.handlers.offerSubstitution(LEADER, { ...WANTED, ...change }))).toEqual(expected);
  });

  it("is nobody's but a colleague's: not the absent one's, another unit's, a citizen's, nor a second one's", async () => {
    const id = await offered();
    expect(codes(await shop.handlers.takeSubstitution(LEADER, id))).toEqual(["substitution-by-oneself "]);
    for (const caller of [STRANGER, CITIZEN]) expect(codes(await shop.handlers.takeSubstitution(caller, id))).toEqual(["substitution-offer-gone "]);
    expect(codes(await shop.handlers.substitutionOffer(STRANGER, id))).toEqual(codes(await shop.handlers.substitutionOffer(CLERK, "0".repeat(32))));
    await shop.handlers.takeSubstitution(CLERK, id);
    expect(codes(await shop.handlers.takeSubstitution(EXPERT, id))).toEqual(["substitution-offer-gone "]);
  });

  it("is handed on to nobody by who only acts in it, and ends with the offer's time", async () => {
    await shop.handlers.takeSubstitution(CLERK, await offered({ ...WANTED, validFrom: "2026-10-05" }));
    expect(codes(await shop.handlers.offerSubstitution(CLERK, WANTED))).toEqual(["substitution-not-yours /role"]);
    const late = await offered({ ...WANTED, validTo: "2026-11-30" });
    shop.ports.setNow("2026-10-13T08:00:00+07:00");
    expect(codes(await shop.handlers.takeSubstitution(CLERK, late))).toEqual(["substitution-offer-gone "]);
  });
});
