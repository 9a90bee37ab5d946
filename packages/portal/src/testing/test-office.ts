import type { Act, Caller } from "@motcua/handlers";
import type { DossierState } from "@motcua/dossier";
import type { RealShop } from "./real-shop.ts";

/** The officers of a shop: one for each role a task asks for. */
export interface TestOffice {
  readonly state: () => Promise<DossierState>;
  /** Does what is open, by the first outcome of each step, until `until` holds. @throws Error when nothing is left to do */
  readonly work: (until: (state: DossierState) => boolean) => Promise<void>;
  /** Asks for a supplement at the step that is open. */
  readonly requestSupplement: (defects: readonly { readonly document?: string; readonly text: string }[]) => Promise<void>;
}

/** Staffs the offices a dossier passes through. */
export function testOffice(shop: RealShop, code: string): TestOffice {
  const state = async () => {
    const stored = await shop.ports.dossiers.load(code);
    if (stored === undefined) throw new Error("no such dossier");
    return stored.state;
  };
  const act = async (caller: Caller, wanted: Act) => {
    const done = await shop.handlers.act(caller, code, wanted, `office-${shop.ports.random(16)}`);
    if (!done.ok) throw new Error(done.problems.map(({ code: problem, pointer }) => `${problem} ${pointer}`).join(", "));
    await shop.settle();
  };
  const step = async (): Promise<void> => {
    const now = await state();
    const open = Object.values(now.tasks).find(({ assignee }) => assignee.kind === "role" || assignee.kind === "system");
    if (open === undefined) throw new Error(`nothing to do: ${Object.keys(now.tasks).join(", ")}`);
    if (open.assignee.kind === "system") {
      await shop.handlers.connect({ code, generation: now.generation, wait: open.wait, step: open.step, lastAttempt: true });
      return shop.settle();
    }
    const officer = await officerFor(shop, open.assignee as { readonly unit: string; readonly role: string });
    const module = await shop.ports.catalogue.load(now.procedure, now.version);
    await act(officer, { act: "complete", task: open.id, outcome: Object.keys(module?.procedure.workflow.steps[open.step]?.next ?? {})[0] ?? "", record: {} });
  };
  return {
    state,
    work: async (until) => {
      for (let steps = 0; !until(await state()); steps += 1) {
        if (steps > 30) throw new Error("the work has no end");
        await step();
      }
    },
    requestSupplement: async (defects) => {
      const open = Object.values((await state()).tasks).find(({ assignee }) => assignee.kind === "role");
      if (open?.assignee.kind !== "role") throw new Error("no officer has it");
      await act(await officerFor(shop, open.assignee), { act: "request-supplement", task: open.id, defects });
    },
  };
}

async function officerFor({ ports }: RealShop, { unit, role }: { readonly unit: string; readonly role: string }): Promise<Caller> {
  const sub = `officer-${unit}-${role}`;
  await ports.people.put({ sub, name: sub, memberships: [{ unit, role }] });
  return { sub };
}
