import type { CountingPolicy } from "@motcua/calendar";
import type { Channel, DurationText, Level } from "./definition.ts";
import type { Text } from "./text.ts";

/** Working sessions by ISO weekday, `1` Monday … `7` Sunday; local times `HH:mm`. */
type Sessions = Readonly<Record<string, readonly { readonly from: string; readonly to: string }[]>>;

/** An administrative unit of the province that receives or settles dossiers. */
export interface Unit {
  /** Identifier under Decision 20/2020/QĐ-TTg as amended by 09/2025/QĐ-TTg, for example `H20.015`. */
  readonly code: string;
  readonly name: Text;
  readonly level: Level;
  /** Which agency it is, as procedures name it: `tax`, `police`, `land`, `insurance`, …; the people's committee where absent. */
  readonly agency?: string;
  /** Five-digit commune code of Decision 19/2025/QĐ-TTg, where the unit is a commune's. */
  readonly commune?: string;
  /** What stands above the unit's name on its papers. @default the People's Committee of its commune, else the province's */
  readonly parentName?: Text;
  /** Communes an agency's office serves, where there is more than one office of its level. */
  readonly serves?: readonly string[];
  /** What the province's own systems call the unit. */
  readonly localCode?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Working sessions that differ from the province's. */
  readonly sessions?: Sessions;
}

/** A task the province adds to a procedure's workflow, inside the legal limit; it may not end a dossier. */
export interface ExtraStep {
  /** Step of the national workflow it comes right before, on every way that leads there. */
  readonly before: string;
  readonly name: Text;
  readonly role: string;
  readonly time: DurationText;
  readonly outcomes: Readonly<Record<string, Text>>;
  readonly next: Readonly<Record<string, string>>;
}

/** What a province takes for one unit of a fee, integer VND; another amount where the dossier came by a channel. */
export interface LocalFee {
  readonly vnd: number;
  readonly byChannel?: Partial<Record<Channel, number>>;
  readonly source: string;
}

/** What a province sets for one procedure, where the national text leaves it open. */
export interface LocalSettings {
  /** By fee id. */
  readonly fees?: Readonly<Record<string, LocalFee>>;
  /** Times by case id. */
  readonly limits?: Readonly<Record<string, DurationText>>;
  readonly parameters?: Readonly<Record<string, { readonly value: number; readonly source: string }>>;
  /** The office's own allocation, by step id. */
  readonly stepTimes?: Readonly<Record<string, DurationText>>;
  readonly extraSteps?: Readonly<Record<string, ExtraStep>>;
  /** Units that take dossiers of this procedure; every unit where absent. */
  readonly receivedAt?: readonly string[];
  /** What the province's own systems call the procedure. */
  readonly localCode?: string;
}

/** How the province reads what the law leaves the clock open; what it does not say is read as decided for all. */
export interface Counting extends Partial<CountingPolicy> {
  /** The province's own decision to read it so. */
  readonly source: string;
}

/** `schemas/provinces/<province>/province.json`: what a province sets on the national base. */
export interface Province {
  readonly $schema?: string;
  readonly id: string;
  /** Two-digit province code. */
  readonly code: string;
  readonly name: Text;
  /** First group of the agency identifier, `H20` for Đồng Tháp. */
  readonly agency: string;
  readonly parentName: Text;
  readonly hotline?: string;
  readonly website?: string;
  /** Weekdays without an entry are rest days. */
  readonly sessions: Sessions;
  readonly counting?: Counting;
  readonly units: readonly Unit[];
  /** Unit that settles what belongs to a commune, by commune code, where that is not the commune's own. */
  readonly routing?: Readonly<Record<string, string>>;
  /** What the national text leaves open, by procedure code, or by `code@day` for the version in force from that day: see `localSettings`. */
  readonly procedures: Readonly<Record<string, LocalSettings>>;
}
