import type { Problem } from "../../problem.ts";
import { definitionProblem, type DefinitionProblemRequest } from "../problems/definition-problem.ts";
import { type FileSet, normalPath, pathFrom } from "../source/file-set.ts";
import { pointerOf, segmentsOf } from "../../json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile, Place } from "../source/parsed-file.ts";
import { referenceTarget, unknownFile } from "../source/reference-target.ts";

/** The lists and objects of a file whose entries may be fragments: a fragment stands under the same name in its own file. */
export const FRAGMENT_SECTIONS = {
  procedure: ["legalBasis", "units", "roles", "questions", "gates", "parameters", "cases", "documentGroups", "documents", "fees", "results"],
  workflow: ["steps"],
} as const;

/** A file whose entries may be fragments. */
export type FragmentPart = keyof typeof FRAGMENT_SECTIONS;

/** The files fragments are looked for in. */
export interface FragmentFiles {
  readonly files: FileSet;
  /** Normal paths of files that are there and wrong: what is wrong with them is told there. */
  readonly unfit: ReadonlySet<string>;
}

/** A file without references, and what is wrong with those it had. */
export interface ExpandedFile {
  /** The file itself where it has no reference. Its `origin` knows what of it was written elsewhere. */
  readonly file: ParsedFile;
  readonly problems: readonly Problem[];
  /** Whether a reference is left: no more can be said of the file than what the contract says. */
  readonly unresolved: boolean;
}

/**
 * Puts fragments in the place of the references to them. Keys beside a `$ref` take the place of the fragment's, whole
 * values at a time. A reference that leads nowhere stays, and so does one that is not written as the contract wants it:
 * the contract refuses it.
 */
export function expandFragments(file: ParsedFile, part: FragmentPart, fragments: FragmentFiles): ExpandedFile {
  const expansion = new Expansion(fragments);
  const root = file.value;
  if (!isObject(root)) return { file, problems: [], unresolved: false };
  const origins = new Map<string, Place>();
  const value: Record<string, unknown> = { ...root };
  for (const section of FRAGMENT_SECTIONS[part]) {
    const entry = (entryValue: unknown, key: string | number): unknown => {
      if (!isObject(entryValue) || typeof entryValue["$ref"] !== "string") return entryValue;
      const pointer = pointerOf([section, key]);
      const merged = expansion.merge({ file, pointer, section, value: entryValue }, []);
      for (const [name, place] of merged.places) origins.set(`${pointer}${pointerOf([name])}`, place);
      return merged.value;
    };
    const entries = root[section];
    if (Array.isArray(entries)) value[section] = entries.map(entry);
    else if (isObject(entries)) value[section] = Object.fromEntries(Object.entries(entries).map(([key, inside]) => [key, entry(inside, key)]));
  }
  if (origins.size === 0) return { file, problems: [], unresolved: false };
  const { problems, unresolved } = expansion;
  return { file: { ...file, value, origin: (pointer) => originOf(origins, pointer) }, problems, unresolved };
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Section, entry and key: where an object is put together of two, it is known of each of its keys. */
const DEPTH = 3;

function originOf(origins: ReadonlyMap<string, Place>, pointer: string): Place | undefined {
  const segments = segmentsOf(pointer);
  const place = origins.get(pointerOf(segments.slice(0, DEPTH)));
  return place === undefined ? undefined : { file: place.file, pointer: `${place.pointer}${pointerOf(segments.slice(DEPTH))}` };
}

/** An entry or a fragment as it is written. */
interface Written extends Place {
  readonly section: string;
  readonly value: JsonObject;
}

/** An entry put together, and where each of its keys was written. */
interface Merged {
  readonly value: JsonObject;
  readonly places: ReadonlyMap<string, Place>;
}

/** Where a fragment stands: a name in a section of a file. */
const FRAGMENT = /^\/([A-Za-z]+)\/([a-z][a-z0-9_]*)$/;

class Expansion {
  readonly #fragments: FragmentFiles;
  readonly #problems = new Map<string, Problem>();
  #unresolved = false;

  constructor(fragments: FragmentFiles) {
    this.#fragments = fragments;
  }

  /** Each told once, however many entries lead to it. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()];
  }

  get unresolved(): boolean {
    return this.#unresolved;
  }

  /** `within` are the fragments that led here. */
  merge(written: Written, within: readonly string[]): Merged {
    const { file, pointer, value } = written;
    const places = new Map(Object.keys(value).map((name) => [name, { file, pointer: `${pointer}${pointerOf([name])}` }]));
    const { $ref: reference, ...own } = value;
    const target = typeof reference === "string" ? this.#target(written, reference, within) : undefined;
    if (target === undefined) {
      this.#unresolved ||= reference !== undefined;
      return { value, places };
    }
    const base = this.merge(target, [...within, keyOf(target)]);
    places.delete("$ref");
    return { value: { ...base.value, ...own }, places: new Map([...base.places, ...places]) };
  }

  #target(written: Written, reference: string, within: readonly string[]): Written | undefined {
    const { path, file, fragment } = referenceTarget(written.file, reference, this.#fragments.files);
    const [, section = "", name = ""] = FRAGMENT.exec(fragment) ?? [];
    // How a reference is written is the contract's: in procedure.json and workflow.json it names a file.
    if (section === "" || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path) || (path === "" && within.length === 0)) return undefined;
    if (file === undefined) return this.#unknownFile(written, path);
    const named = (entries: unknown): JsonObject => (isObject(entries) ? entries : {});
    const known = named(named(file.value)[written.section]);
    const wanted = written.section;
    if (section !== wanted) return this.#tell(written, { code: "ref-wrong-kind", given: { found: section, expected: wanted } });
    const value = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!isObject(value)) return this.#tell(written, { code: "ref-unknown-fragment", given: { name, section }, near: nearestName(name, Object.keys(known)) });
    const target = { file, pointer: pointerOf([section, name]), section, value };
    return within.includes(keyOf(target)) ? this.#tell(written, { code: "ref-circle", given: { name } }) : target;
  }

  #unknownFile(written: Written, path: string): undefined {
    if (this.#fragments.unfit.has(pathFrom(written.file, path))) return;
    this.#note(unknownFile(refOf(written), path, this.#fragments.files));
  }

  #tell(written: Written, request: Pick<DefinitionProblemRequest, "code" | "given" | "near">): undefined {
    this.#note(definitionProblem({ ...refOf(written), ...request }));
  }

  #note(problem: Problem): void {
    this.#problems.set(`${problem.file} ${problem.pointer}`, problem);
  }
}

function refOf({ file, pointer }: Written): Place {
  return { file, pointer: `${pointer}/$ref` };
}

function keyOf({ file, pointer }: Place): string {
  return `${normalPath(file.path)}#${pointer}`;
}
