import type { DurationText, Level } from "./definition.ts";
import type { Text } from "./text.ts";

/** An administrative unit of the province that receives or settles dossiers. */
export interface Unit {
  /** Identifier under Decision 20/2020/QĐ-TTg as amended by 09/2025/QĐ-TTg, for example `H20.015`. */
  readonly code: string;
  readonly name: Text;
  readonly level: Level;
  /** Five-digit commune code of Decision 19/2025/QĐ-TTg, where the unit is a commune's. */
  readonly commune?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Working sessions that differ from the province's. */
  readonly sessions?: Readonly<Record<string, readonly { readonly from: string; readonly to: string }[]>>;
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
  /** Sessions by ISO weekday (`1` Monday … `7` Sunday), local time. Weekdays without an entry are rest days. */
  readonly sessions: Readonly<Record<string, readonly { readonly from: string; readonly to: string }[]>>;
  readonly units: readonly Unit[];
  /** What the national text leaves open, by procedure code. */
  readonly procedures: Readonly<Record<string, {
    readonly fees?: Readonly<Record<string, { readonly vnd: number; readonly source: string }>>;
    readonly limits?: Readonly<Record<string, DurationText>>;
  }>>;
}
