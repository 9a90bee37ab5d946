import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What a synthetic catalogue is made of. */
export interface SyntheticOptions {
  /** `schemas/` of the project it is drawn from. */
  readonly from: string;
  /** Folder that becomes its `schemas/`. */
  readonly to: string;
  readonly count: number;
  /** The same seed gives the same files. @default 1 */
  readonly seed?: number;
}

// Definitions are edited as plain JSON before anything reads them.
// oxlint-disable-next-line typescript/no-explicit-any
type Json = Record<string, any>;

/**
 * Writes a catalogue of procedures drawn from the real ones, each with a code, a name and some fields of its own, with the
 * shared files, calendars and provinces they need. Every one of them is right: a checker finds nothing. Gives the codes.
 */
export function writeSyntheticCatalogue({ from, to, count, seed = 1 }: SyntheticOptions): readonly string[] {
  const random = generator(seed);
  for (const shared of ["contract", "shared", "calendars", "provinces"]) cpSync(join(from, shared), join(to, shared), { recursive: true });
  const models = modelsIn(join(from, "procedures"));
  const made = Array.from({ length: count }, (_, index) => {
    const model = models[Math.floor(random() * models.length)] as Model;
    const code = codeOf(index);
    const [field = "", , ...version] = model.way;
    const folder = join(to, "procedures", field, `${code}-${index}`, ...version);
    mkdirSync(join(folder, "samples"), { recursive: true });
    writeJson(join(folder, "procedure.json"), renamed(model.procedure, code, index));
    writeJson(join(folder, "form.schema.json"), widened(model.form, Math.floor(random() * 7), random));
    writeJson(join(folder, "workflow.json"), model.workflow);
    for (const [name, sample] of model.samples) writeJson(join(folder, "samples", name), sample);
    return { code, model: model.procedure["code"] as string };
  });
  for (const path of provincesIn(to)) writeJson(path, withLocal(readJson(path), made));
  return made.map(({ code }) => code);
}

interface Model {
  /** Folders below `procedures/`: field, procedure, and version where there are several. References count on their number. */
  readonly way: readonly string[];
  readonly procedure: Json;
  readonly form: Json;
  readonly workflow: Json;
  readonly samples: readonly (readonly [name: string, sample: Json])[];
}

function modelsIn(procedures: string): readonly Model[] {
  return (readdirSync(procedures, { recursive: true }) as string[])
    .filter((path) => basename(path) === "procedure.json")
    .toSorted()
    .map((path) => {
      const folder = dirname(join(procedures, path));
      const samples = readdirSync(join(folder, "samples")).toSorted().map((name) => [name, readJson(join(folder, "samples", name))] as const);
      return { way: dirname(path).split(/[/\\]/), procedure: readJson(join(folder, "procedure.json")), form: readJson(join(folder, "form.schema.json")), workflow: readJson(join(folder, "workflow.json")), samples };
    });
}

/** Codes of no real procedure: `9.000000` upwards. */
function codeOf(index: number): string {
  return `9.${String(index).padStart(6, "0")}`;
}

function renamed(procedure: Json, code: string, index: number): Json {
  const { vi, en } = procedure["name"] as { readonly vi: string; readonly en?: string };
  return { ...procedure, code, name: { vi: `${vi} (${index})`, en: `${en ?? vi} (${index})` } };
}

const EXTRA: readonly Json[] = [
  { type: "string", minLength: 1, maxLength: 200 },
  { type: "string", format: "date" },
  { type: "integer", minimum: 0, maximum: 1000 },
  { type: "boolean" },
  { type: "string", enum: ["mot", "hai"], "x-enum": { mot: { vi: "Một", en: "One" }, hai: { vi: "Hai", en: "Two" } } },
];

/** Adds optional fields, on a page of their own. */
function widened(form: Json, extra: number, random: () => number): Json {
  if (extra === 0) return form;
  const names = Array.from({ length: extra }, (_, index) => `them_${index}`);
  const fields = names.map((name, index) => {
    const label = { vi: `Mục thêm ${index}`, en: `Further item ${index}` };
    return [name, { ...EXTRA[Math.floor(random() * EXTRA.length)], "x-data": "none", "x-label": label }] as const;
  });
  const section = { id: "them", title: { vi: "Mục thêm", en: "Further items" }, fields: names.map((name) => `/${name}`) };
  return { ...form, properties: { ...form["properties"], ...Object.fromEntries(fields) }, "x-sections": [...form["x-sections"], section] };
}

/** A province decides of a synthetic procedure what it decides of the real one. */
function withLocal(province: Json, made: readonly { readonly code: string; readonly model: string }[]): Json {
  const local = province["procedures"] as Json;
  const added = made.flatMap(({ code, model }) => (local[model] === undefined ? [] : [[code, local[model]] as const]));
  return { ...province, procedures: Object.fromEntries(added) };
}

function provincesIn(schemas: string): readonly string[] {
  return (readdirSync(join(schemas, "provinces"), { recursive: true }) as string[]).filter((path) => basename(path) === "province.json").map((path) => join(schemas, "provinces", path));
}

function readJson(path: string): Json {
  return JSON.parse(readFileSync(path, "utf8")) as Json;
}

/** Two spaces, as people write it: one long line would be read faster than any real file. */
function writeJson(path: string, value: Json): void {
  writeFileSync(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** Numbers from 0 up to 1 that depend on the seed alone (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
