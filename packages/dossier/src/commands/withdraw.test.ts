import { describe, expect, it } from "vitest";
import type { ClockPolicy } from "@motcua/procedure";
import { CITIZEN, Life, must } from "../testing/life.ts";
import { realProcedures } from "../testing/real-procedures.ts";

const procedures = await realProcedures();

/** A building permit whose definition says until when it may be taken back. */
function permit(withdrawal: ClockPolicy["withdrawal"]): Life {
  const found = procedures.find(({ code }) => code === "1.013225");
  const sample = found?.samples.find(({ id }) => id.startsWith("07-b"));
  if (found === undefined || sample === undefined) throw new Error("no sample");
  const { procedure } = found.module;
  const clock = { ...procedure.clock, ...(withdrawal === undefined ? {} : { withdrawal }) };
  const life = new Life({ ...found.module, procedure: { ...procedure, clock } }, { ...sample, script: [] });
  must(life.submit());
  return life;
}

const withdraw = (life: Life) => life.do({ type: "withdraw", actor: CITIZEN, at: life.at });

describe("a withdrawal", () => {
  it.each([undefined, "until-signed"] as const)("is granted after acceptance where the procedure says %s", (withdrawal) => {
    const life = permit(withdrawal);
    must(life.complete("tiep_nhan"));
    must(withdraw(life));
    expect(life.state.phase).toBe("withdrawn");
  });

  it("is granted before acceptance even where the procedure ends it there", () => {
    const life = permit("until-accepted");
    must(withdraw(life));
    expect(life.state.phase).toBe("withdrawn");
  });

  it("refuses what is accepted where the procedure says so", () => {
    const life = permit("until-accepted");
    must(life.complete("tiep_nhan"));
    const refused = withdraw(life);
    expect(refused.ok ? [] : refused.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(["accepted-not-withdrawn /act"]);
    expect(life.state.phase).toBe("processing");
  });
});
