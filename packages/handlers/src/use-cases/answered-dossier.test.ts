import type { ProcedureModule } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import { createHandlers } from "../create-handlers.ts";
import type { Caller, Handlers } from "../handlers.ts";
import { SAMPLE_MODULE, SAMPLE_PROCEDURE } from "../testing/sample-procedure.ts";
import { CITIZEN, CLERK, NEIGHBOUR, sampleShop, SUBMISSION, type SampleShop } from "../testing/sample-shop.ts";

const DAY_MS = 24 * 3_600_000;
const { start: _, steps } = SAMPLE_PROCEDURE.workflow;
/** Asks the other commune before anything else, and refuses what it objects to. */
const ASKING: ProcedureModule = {
  ...SAMPLE_MODULE,
  procedure: {
    ...SAMPLE_PROCEDURE,
    workflow: {
      start: "tiep_nhan",
      steps: {
        ...steps,
        tiep_nhan: { ...steps["tiep_nhan"], next: { accept: "xac_minh", refuse: "@refuse" } } as NonNullable<(typeof steps)["tiep_nhan"]>,
        xac_minh: { kind: "consult", name: { vi: "Xác minh nơi cư trú cũ" }, units: "['30002']", within: "5wd", silence: "not-answered", join: "all", next: { answered: "tra_cuu", objected: "@stop", silent: "tra_cuu" } },
      },
    },
  },
  expressions: { ...SAMPLE_MODULE.expressions, "/workflow/steps/xac_minh/units": () => ["30002"] },
};
const ASKED: Caller = { sub: "asked" };

let shop: SampleShop;
let handlers: Handlers;
let code: string;

beforeEach(async () => {
  shop = await sampleShop();
  handlers = createHandlers({ ...shop.ports, catalogue: { ...shop.ports.catalogue, load: async () => ASKING } });
  await shop.ports.people.put({ sub: "asked", name: "asked", memberships: [{ unit: "H20.016", role: "co_quan_phoi_hop" }] });
  const receipt = await handlers.submit(CITIZEN, SUBMISSION, shop.key("submit"));
  if (!receipt.ok) throw new Error("not submitted");
  code = receipt.value.code;
  expect((await handlers.act(CLERK, code, { act: "complete", task: "tiep_nhan@1", outcome: "accept", note: "Đã đối chiếu" }, shop.key("accept"))).ok).toBe(true);
});

const later = (days: number) => shop.ports.setNow(new Date(shop.ports.clock.now().getTime() + days * DAY_MS).toISOString());
const answer = async (said: "agreed" | "objected") => {
  const task = Object.keys((await shop.ports.dossiers.load(code))?.state.tasks ?? {})[0] ?? "";
  expect((await handlers.act(ASKED, code, { act: "answer", task, answer: said, note: "Có cư trú" }, shop.key("answer"))).ok).toBe(true);
};
const seen = async (caller: Caller) => {
  const view = await handlers.dossier(caller, code);
  return view.ok ? view.value : undefined;
};

describe("a unit that was consulted and has answered", () => {
  it("looks back at what it was asked and what it said, and at nothing else; each look is logged", async () => {
    await answer("agreed");
    const view = await seen(ASKED);
    expect(view).toMatchObject({ form: SUBMISSION.form, records: {}, tasks: [], acts: [], papers: [] });
    expect(view?.history.map(({ note }) => note)).toEqual(["Có cư trú"]);
    expect(JSON.stringify(view)).not.toContain("Đã đối chiếu");
    expect(shop.ports.entries.filter(({ event }) => event === "consulted-read")).toEqual([{ level: "info", event: "consulted-read", code, unit: "H20.016", by: "asked" }]);
    for (const other of [handlers.log(ASKED, code), handlers.proof(ASKED, code), handlers.paper({ caller: ASKED, code }, "01"), handlers.file(ASKED, code, "0".repeat(64))]) expect((await other).ok).toBe(false);
    expect((await handlers.act(ASKED, code, { act: "withdraw" }, shop.key("x"))).ok).toBe(false);
    expect(await seen(NEIGHBOUR)).toBeUndefined();
  });

  it("still does so after the end, as long as the decision can be complained of, and not after", async () => {
    await answer("objected");
    expect((await shop.ports.dossiers.load(code))?.state.phase).toBe("stopped");
    later(89);
    expect(await seen(ASKED)).toBeDefined();
    later(2);
    expect(await seen(ASKED)).toBeUndefined();
  });

  it("refuses one that kept silent, once the sweep has gone on", async () => {
    expect(await seen(ASKED)).toBeDefined();
    later(14);
    await handlers.sweep();
    expect(Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {}).map(({ step }) => step)).toEqual(["tra_cuu"]);
    expect(await seen(ASKED)).toBeUndefined();
    expect(shop.ports.entries.some(({ event }) => event === "consulted-read")).toBe(false);
  });
});
