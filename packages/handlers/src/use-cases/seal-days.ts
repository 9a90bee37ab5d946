import type { DayLeaf, DaySeal } from "@motcua/dossier";
import { daysOfLog, leafOfDay, statementText, verifyChain } from "@motcua/dossier";
import { localDay } from "../local-day.ts";
import type { Ports } from "../ports/index.ts";
import type { SealedDay } from "../ports/seals.ts";

/** Days that are looked through again each night: a function that failed for a week loses nothing. */
const LOOK_BACK = 7;
const DAY_MS = 24 * 3_600_000;
/** Logs read at a time. */
const AT_ONCE = 16;

/** What a night's sealing came to. */
export interface Sealing {
  /** Days of units sealed now. */
  readonly sealed: number;
  /** Dossiers left out because their log does not hold: somebody has to look at them. */
  readonly broken: readonly string[];
}

/**
 * Seals what has not been sealed of the last seven whole days, unit by unit: one signed root over every log of the unit
 * that grew on the day. A unit where nothing happened has no seal of that day. A log that does not hold, in itself or
 * with an earlier seal, is left out and reported: a seal must not make it good.
 */
export async function sealDays(ports: Ports): Promise<Sealing> {
  let sealed = 0;
  const broken: string[] = [];
  for (let back = LOOK_BACK; back >= 1; back -= 1) {
    const day = localDay(new Date(ports.clock.now().getTime() - back * DAY_MS));
    for (const [unit, codes] of await grownByUnit(ports, day)) {
      const done = await sealUnit(ports, { unit, day }, codes);
      sealed += done.sealed;
      broken.push(...done.broken);
    }
  }
  return { sealed, broken };
}

async function grownByUnit(ports: Ports, day: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const units = new Map<string, string[]>();
  for (const { unit, code } of await ports.dossiers.grownOn(day)) units.set(unit, [...(units.get(unit) ?? []), code]);
  return units;
}

async function sealUnit(ports: Ports, of: SealedDay, codes: readonly string[]): Promise<Sealing> {
  const before = await ports.seals.get(of);
  if (before !== undefined) return alreadySealed(ports, before, codes);
  const sealsOf = sealReader(ports, of.unit);
  const leaves: DayLeaf[] = [];
  const broken: string[] = [];
  for (let from = 0; from < codes.length; from += AT_ONCE) {
    const some = codes.slice(from, from + AT_ONCE);
    for (const [index, leaf] of (await Promise.all(some.map((code) => soundLeaf(ports, { code, day: of.day }, sealsOf)))).entries()) {
      if (leaf === undefined) broken.push(some[index] ?? "");
      else leaves.push(leaf);
    }
  }
  for (const code of broken) ports.log({ level: "error", event: "log-does-not-hold", code, day: of.day });
  if (leaves.length === 0) return { sealed: 0, broken };
  const statement = statementText({ ...of, sealedAt: ports.clock.now().toISOString(), leaves });
  const kept = await ports.seals.put(of, { statement, leaves, ...(await ports.signer.sign(statement)) });
  ports.log({ level: "info", event: "day-sealed", unit: of.unit, day: of.day, logs: leaves.length, kept: kept === "kept" });
  return { sealed: kept === "kept" ? 1 : 0, broken };
}

/** A batch that came after its day was sealed is covered by the seal of the next day its dossier moves on; until then it is only told of. */
function alreadySealed(ports: Ports, { leaves }: DaySeal, codes: readonly string[]): Sealing {
  const known = new Set(leaves.map(({ code }) => code));
  for (const code of codes) if (!known.has(code)) ports.log({ level: "warn", event: "not-in-seal", code });
  return { sealed: 0, broken: [] };
}

/** A unit's seals, each read once. */
function sealReader(ports: Ports, unit: string): (day: string) => Promise<DaySeal | undefined> {
  const read = new Map<string, Promise<DaySeal | undefined>>();
  return (day) => {
    const seal = read.get(day) ?? ports.seals.get({ unit, day });
    read.set(day, seal);
    return seal;
  };
}

/** How far a log had come, if it holds: link by link, and with the seal of the last day before on which it grew. */
async function soundLeaf(ports: Ports, of: { readonly code: string; readonly day: string }, sealOf: (day: string) => Promise<DaySeal | undefined>): Promise<DayLeaf | undefined> {
  const bodies = await ports.dossiers.log(of.code);
  if (!verifyChain(bodies).ok) return undefined;
  const dayBefore = daysOfLog(bodies).findLast((day) => day < of.day);
  const sealed = dayBefore === undefined ? undefined : (await sealOf(dayBefore))?.leaves.find(({ code }) => code === of.code);
  const agrees = sealed === undefined || leafOfDay(bodies, dayBefore ?? "")?.hash === sealed.hash;
  return agrees ? leafOfDay(bodies, of.day) : undefined;
}
