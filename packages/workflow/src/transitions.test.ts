import { openSteps } from "@motcua/procedure";
import { describe, expect, it } from "vitest";
import { realProcedures } from "./testing/real-procedures.ts";
import { WalkedDossier } from "./testing/walked-dossier.ts";

const procedures = await realProcedures();

/** Transitions from the start to the end, by the first outcome of every step. */
async function transitionsOf(code: string, facts: Readonly<Record<string, boolean>>): Promise<number> {
  const workflow = procedures.get(code)?.workflow;
  if (workflow === undefined) throw new Error(`there is no procedure ${code}`);
  const dossier = new WalkedDossier(workflow);
  await dossier.begin(facts);
  while (dossier.position !== undefined) {
    const step = openSteps(dossier.position)[0] as string;
    await dossier.complete(step, Object.keys(workflow.steps[step]?.next ?? {})[0] as string, facts);
  }
  expect(dossier.status()).toBe("SUCCEEDED");
  return dossier.engine.transitions();
}

describe("transitions, which Step Functions bills", () => {
  it.each([
    ["1.001193", "online", { when_xac_nhan_ban_nhap: true }, 12],
    ["1.001193", "at the counter", {}, 10],
    ["1.004873", "at the counter", {}, 8],
    ["2.000635", "with a fee", { when_thu_phi: true }, 10],
    ["1.013225", "with agencies asked", { when_lay_y_kien: true }, 17],
  ])("of %s %s are as few as they were", async (code, _, facts, expected) => {
    expect(await transitionsOf(code, facts)).toBe(expected);
  });
});
