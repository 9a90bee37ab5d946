import type { ProcedureModule, Sample } from "@motcua/procedure";
import { MODULES, realShop, SAMPLES, type RealShop } from "./real-shop.ts";

/** The shop with an officer for whatever role is asked for. */
export interface DeskShop extends RealShop {
  /** Submits a sample, online without an account, and returns the dossier's code. @throws when it is refused */
  readonly submit: (sample: Sample, module: ProcedureModule) => Promise<string>;
  /** Answers the calls to other systems that are open. */
  readonly connect: (code: string) => Promise<void>;
  /** Account that stands for a role in a unit. */
  readonly officer: (unit: string, role: string) => Promise<string>;
}

/** Opens the shop on a Monday morning; `modules` in the place of the four procedures, where a test needs others. */
export function deskShop(now = "2026-10-05T08:00:00+07:00", modules: readonly ProcedureModule[] = MODULES): DeskShop {
  const shop = realShop(now, modules);
  const { ports, handlers } = shop;
  const officer = async (unit: string, role: string) => {
    const sub = `${role}@${unit}`;
    await ports.people.put({ sub, name: sub, memberships: [{ unit, role }] });
    return sub;
  };
  return {
    ...shop,
    officer,
    submit: async (sample, module) => {
      const { channel, form, answers = {}, documents, receivingUnit = "" } = sample;
      const role = Object.values(module.procedure.workflow.steps).flatMap((step) => (step.kind === "intake" ? [step.role] : []))[0] ?? "";
      const caller = channel === "online" ? undefined : { sub: await officer(receivingUnit, role) };
      const receipt = await handlers.submit(caller, { procedure: module.procedure.code, channel, receivingUnit, form, answers, documents, resultBy: "counter" }, `submit-${ports.random(16)}`);
      if (!receipt.ok) throw new Error(receipt.problems.map((problem) => `${problem.code} ${problem.pointer}`).join(", "));
      return receipt.value.code;
    },
    connect: async (code) => {
      const { state } = (await ports.dossiers.load(code)) ?? {};
      for (const { step, wait, assignee } of Object.values(state?.tasks ?? {})) {
        if (assignee.kind === "system") await handlers.connect({ code, generation: state?.generation ?? 0, wait, step, lastAttempt: true });
      }
    },
  };
}

/** A sample with its procedure, by the beginning of its id: `07-b`. */
export function sampleOf(name: string): { readonly sample: Sample; readonly module: ProcedureModule } {
  const found = SAMPLES.find(({ id }) => id.startsWith(`${name}-`));
  const module = MODULES.find(({ procedure }) => procedure.code === found?.procedure);
  if (found === undefined || module === undefined) throw new Error(`there is no sample ${name}`);
  return { sample: found.sample, module };
}
