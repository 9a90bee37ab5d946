import { openJournal } from "../runtime/journal.ts";
import { messageFaults } from "./portal-schema.ts";

/** What the stand-in holds of a dossier: its last status and the times of it. Names of citizens are judged and not kept. */
export interface PortalDossier {
  readonly code: string;
  /** Statuses in the order its lines of progress came. */
  readonly statuses: readonly string[];
  /** `NgayHenTra` of its latest record. */
  readonly due: string;
  /** Messages that were taken, both services together. */
  readonly messages: number;
}

/** A stand-in of the National Public Service Portal's receiving services. No portal is behind it. */
export interface NationalPortal {
  /** Judges a message; the answer is what the platform passes on. A key that was taken is taken. */
  readonly take: (service: string, body: unknown, key: string) => { readonly error_code: string; readonly time?: string; readonly faults?: readonly string[] };
  readonly dossiers: () => readonly PortalDossier[];
  readonly close: () => void;
}

interface Entry {
  readonly key: string;
  readonly code: string;
  readonly status?: string;
  readonly due?: string;
}

/** Opens the stand-in on a file of its own: what it has taken survives a restart. */
export function openNationalPortal(file: string): NationalPortal {
  const held = new Map<string, PortalDossier>();
  const taken = new Set<string>();
  const keep = ({ key, code, status, due }: Entry): void => {
    taken.add(key);
    const before = held.get(code) ?? { code, statuses: [], due: "", messages: 0 };
    held.set(code, { ...before, statuses: status === undefined ? before.statuses : [...before.statuses, status], due: due ?? before.due, messages: before.messages + 1 });
  };
  const journal = openJournal<Entry>(file, keep);
  return {
    take: (service, body, key) => {
      if (taken.has(key)) return { error_code: "0", time: localTime(new Date()) };
      const faults = messageFaults(service, body);
      if (faults.length > 0) return { error_code: "-1", faults };
      const { isUpdating, data: [data = {}] } = body as { readonly isUpdating: string; readonly data: readonly Readonly<Record<string, string>>[] };
      const code = data["MaHoSo"] ?? "";
      const isRecord = service === "DongBoHoSoMC";
      if (isRecord && isUpdating === "False" && held.has(code)) return { error_code: "3" };
      // A line of progress, or an update, of a dossier it was never told of.
      if (!held.has(code) && (!isRecord || isUpdating === "True")) return { error_code: "-2" };
      const entry: Entry = isRecord ? { key, code, due: data["NgayHenTra"] ?? "" } : { key, code, status: data["TrangThai"] ?? "" };
      journal.append(entry);
      keep(entry);
      return { error_code: "0", time: localTime(new Date()) };
    },
    dossiers: () => [...held.values()],
    close: () => journal.close(),
  };
}

function localTime(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, "");
}
