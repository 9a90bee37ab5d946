import { describe, expect, it } from "vitest";
import { verifyChain } from "./chain.ts";
import { decide, type DecideContext } from "./decide.ts";
import { factsAt } from "./dossier-facts.ts";
import { applicableDocuments, documentProblems } from "./needs.ts";
import { saltedHash } from "./personal-hash.ts";
import { CITIZEN, Life } from "./testing/life.ts";
import { dongThap, realProcedures } from "./testing/real-procedures.ts";

const procedures = await realProcedures();
const samples = procedures.flatMap(({ code, module, samples: all }) => all.map((sample) => ({ name: `${code} ${sample.id}`, module, sample })));

describe("the life of the real samples", () => {
  const accepted = samples.filter(({ sample }) => sample.expected.outcome === "accepted");

  it("knows at least two accepted samples of each procedure", () => {
    for (const { code } of procedures) expect(accepted.filter(({ name }) => name.startsWith(code)).length, code).toBeGreaterThanOrEqual(2);
  });

  it.each(accepted)("$name goes to its result by the dates, fees and documents it names", ({ module, sample }) => {
    const life = new Life(module, sample);
    expect(life.submit()).toMatchObject({ ok: true });
    life.toTheEnd();
    const { expected } = sample;
    const { state } = life;
    expect(state.nationalStatus).toBe(expected.nationalStatus ?? 10);
    if (expected.case !== undefined) expect(state.case).toBe(expected.case);
    if (expected.due !== undefined) expect(state.firstDue?.slice(0, expected.due.length)).toBe(expected.due);
    if (expected.finalDue !== undefined) expect(state.due?.slice(0, expected.finalDue.length)).toBe(expected.finalDue);
    if (expected.fees !== undefined) expect(Object.fromEntries(state.fees.map(({ id, vnd }) => [id, vnd]))).toEqual(expected.fees);
    if (expected.documents !== undefined) {
      const facts = factsAt(module, { form: sample.form, channel: sample.channel, submittedAt: sample.submittedAt, answers: sample.answers ?? {}, records: {} }, sample.submittedAt);
      expect(applicableDocuments(module, facts).map(({ definition }) => definition.id)).toEqual(expected.documents);
    }
    expect(verifyChain(life.bodies)).toEqual({ ok: true });
    expect(state.tasks).toEqual({});
    expect(state.running).toBe(false);
  });

  it("carries a hash in the place of what is personal: its own, unless the context gives another", () => {
    const [first] = accepted;
    if (first === undefined) throw new Error("no sample");
    const { module, sample: { channel, form, answers = {}, documents, submittedAt: at } } = first;
    const command = { type: "submit", code: "H20.015-261005-0001", actor: CITIZEN, at, channel, receivingUnit: "H20.015", form, answers, documents, resultBy: "counter", salt: "00", account: "citizen" } as const;
    const hashed = (more: Partial<DecideContext>) => {
      const decided = decide(command, undefined, { ...dongThap(module), ...more });
      return decided.ok ? decided.value.events.flatMap((event) => ("personalHash" in event ? [event.personalHash] : [])) : decided.problems;
    };
    expect(hashed({})).toEqual([saltedHash("00", { form, records: {}, answers })]);
    expect(hashed({ hash: (salt, value) => `${salt} ${Object.keys(value as object).toSorted().join(" ")}` })).toEqual(["00 answers form records"]);
  });

  it.each(samples.filter(({ sample }) => sample.expected.outcome === "gate"))("$name is stopped at its gate", ({ module, sample }) => {
    const life = new Life(module, sample);
    expect(life.submit()).toMatchObject({ ok: false, problems: [{ code: `gate-${sample.expected.gate?.replaceAll("_", "-")}`, pointer: "/form" }] });
    expect(life.bodies).toEqual([]);
  });

  it.each(samples.filter(({ sample }) => sample.expected.outcome === "invalid"))("refuses $name with exactly its problems", ({ module, sample }) => {
    const today = sample.submittedAt.slice(0, 10);
    const facts = factsAt(module, { form: sample.form, channel: sample.channel, submittedAt: sample.submittedAt, answers: sample.answers ?? {}, records: {} }, sample.submittedAt);
    const found = [
      ...module.problems(sample.form, { today, submittedOn: today, channel: sample.channel }).map((problem) => ({ ...problem, pointer: `/form${problem.pointer}` })),
      ...documentProblems(module, facts, sample.documents),
    ];
    const plain = (problems: readonly { readonly pointer: string; readonly code: string; readonly severity?: string }[]) =>
      problems.map(({ pointer, code, severity = "error" }) => `${severity} ${code} ${pointer}`).toSorted();
    expect(plain(found)).toEqual(plain(sample.expected.problems ?? []));
    for (const { message } of found) expect(message.vi).toMatch(/\p{L}/u);
  });

  it.each(accepted)("$name leaves nothing personal in its log", ({ module, sample }) => {
    const life = new Life(module, sample);
    life.submit();
    life.toTheEnd();
    const log = life.bodies.join("\n");
    for (const value of personalValues(sample.form)) expect(log, value).not.toContain(value);
  });
});

/** Texts of a form that name or number somebody: with a space or a long run of digits. */
function personalValues(form: unknown): readonly string[] {
  if (typeof form === "string") return /\s|\d{9}/.test(form) ? [form] : [];
  if (typeof form === "object" && form !== null) return Object.values(form).flatMap((member) => personalValues(member));
  return [];
}
