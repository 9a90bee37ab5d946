import { createHandlers } from "../create-handlers.ts";
import type { Act, Caller, Handlers, Submission } from "../handlers.ts";
import type { Connectors } from "../ports/orchestrator.ts";
import type { MemoryPorts } from "./memory-ports.ts";
import { memoryPorts } from "./memory-ports.ts";
import { SAMPLE_CALENDAR, SAMPLE_ENTRY, SAMPLE_FORM, SAMPLE_MODULE, SAMPLE_PROVINCE } from "./sample-procedure.ts";

/** A shop in memory that runs the sample procedure. */
export interface SampleShop {
  readonly ports: MemoryPorts;
  readonly handlers: Handlers;
  /** Hands every change so far to `dispatch`, and those that follow from it. */
  readonly settle: () => Promise<void>;
  /** A key not used before, with a meaning for the reader. */
  readonly key: (meaning: string) => string;
}

export const CITIZEN: Caller = { sub: "citizen" };
export const NEIGHBOUR: Caller = { sub: "neighbour" };
export const CLERK: Caller = { sub: "clerk" };
export const EXPERT: Caller = { sub: "expert" };
export const LEADER: Caller = { sub: "leader" };
/** An intake officer of the other commune. */
export const STRANGER: Caller = { sub: "stranger" };

/** What the citizen sends. */
export const SUBMISSION: Submission = {
  procedure: "9.000001",
  version: SAMPLE_ENTRY.version,
  channel: "online",
  receivingUnit: "H20.015",
  form: SAMPLE_FORM,
  documents: [{ id: "to_khai", electronic: true }, { id: "giay_to", copy: 1, electronic: true }],
  resultBy: "online",
};

/** Opens the shop on a Monday morning, with an officer for every role. */
export async function sampleShop(connectors?: Connectors["call"]): Promise<SampleShop> {
  const ports = memoryPorts({
    province: SAMPLE_PROVINCE,
    calendar: SAMPLE_CALENDAR,
    modules: [{ entry: SAMPLE_ENTRY, module: SAMPLE_MODULE }],
    now: "2026-10-05T08:00:00+07:00",
    ...(connectors === undefined ? {} : { connectors }),
  });
  const staff = [[CLERK, "can_bo_tiep_nhan", "H20.015"], [EXPERT, "cong_chuc_thu_ly", "H20.015"], [LEADER, "lanh_dao_ubnd", "H20.015"], [STRANGER, "can_bo_tiep_nhan", "H20.016"]] as const;
  for (const [{ sub }, role, unit] of staff) await ports.people.put({ sub, name: sub, memberships: [{ unit, role }] });
  const handlers = createHandlers(ports);
  return {
    ports,
    handlers,
    settle: async () => {
      for (let change = ports.stream.shift(); change !== undefined; change = ports.stream.shift()) await handlers.dispatch(change);
    },
    key: (meaning) => `${meaning}-key-${ports.random(8)}`,
  };
}

/** Submits as the citizen and returns the code. @throws when it is refused */
export async function submitted({ handlers, key }: SampleShop): Promise<string> {
  const receipt = await handlers.submit(CITIZEN, SUBMISSION, key("submit"));
  if (!receipt.ok) throw new Error(receipt.problems.map(({ code, pointer }) => `${code} ${pointer}`).join(", "));
  return receipt.value.code;
}

/** Completes the one open task of a step. @throws when it is refused */
export async function complete(shop: SampleShop, caller: Caller, of: { readonly code: string; readonly step: string; readonly outcome: string }): Promise<void> {
  const task = Object.values((await shop.ports.dossiers.load(of.code))?.state.tasks ?? {}).find(({ step }) => step === of.step);
  const recipient = of.step === "tra" ? { recipient: { name: "Nguyễn Văn Thử", by: "online" as const } } : {};
  const act: Act = { act: "complete", task: task?.id ?? "", outcome: of.outcome, ...recipient };
  const done = await shop.handlers.act(caller, of.code, act, shop.key("complete"));
  if (!done.ok) throw new Error(`${of.step}: ${done.problems.map(({ code, pointer }) => `${code} ${pointer}`).join(", ")}`);
}
