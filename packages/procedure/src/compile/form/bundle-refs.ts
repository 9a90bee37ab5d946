import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import { definitionProblem } from "../problems/definition-problem.ts";
import { type FileSet, normalPath } from "../source/file-set.ts";
import { pointerOf } from "../../json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import { referenceTarget, unknownFile } from "../source/reference-target.ts";
import { refCircles } from "./ref-circles.ts";
import { type Reference, referencesIn } from "./references-in.ts";
import { SharedCopies } from "./shared-copies.ts";

/** A form whose references all point into its own `$defs`, with where each definition was written. */
export interface BundledForm {
  readonly form: FormSchema;
  /** By name in `$defs`: the file and pointer it comes from. */
  readonly origins: ReadonlyMap<string, { readonly file: ParsedFile; readonly pointer: string }>;
  readonly problems: readonly Problem[];
}

/**
 * Brings every definition a form refers to into its `$defs`. A definition of the form itself keeps its name; one of a
 * shared file keeps it too unless it is taken, and is then prefixed with the file's name. Names depend on content only,
 * never on the order of files.
 */
export function bundleRefs(form: ParsedFile, shared: FileSet): BundledForm {
  return new Bundle(form, shared).form();
}

/** A definition as it was written: file and name, and both as one key. */
interface Origin {
  readonly file: ParsedFile;
  readonly name: string;
  readonly key: string;
}

class Bundle {
  readonly #root: ParsedFile;
  readonly #files: FileSet;
  readonly #found = new Map<string, Origin>();
  readonly #problems: Problem[] = [];
  /** What references mean, by the file they stand in. */
  readonly #resolved = new Map<ParsedFile, Map<string, Origin | undefined>>();

  constructor(root: ParsedFile, shared: FileSet) {
    this.#root = root;
    this.#files = new Map([...shared, [normalPath(root.path), root]]);
  }

  form(): BundledForm {
    const { $schema: _, $defs: __, ...own } = this.#root.value as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(definitionsOf(this.#root))) this.#find(originOf(this.#root, name));
    this.#collect(this.#root, referencesIn(own, []));
    // A Map grows while it is walked: what definitions refer to is found too.
    for (const origin of this.#found.values()) this.#collect(origin.file, referencesOf(origin));
    const names = this.#names();
    const rewritten = (origin: Origin) => this.#rewrite(origin.file, definitionOf(origin), names);
    const shared = new SharedCopies({ names, refersTo: (origin: Origin) => this.#sharedInside(origin), rewrite: rewritten });
    const defs = [...this.#found.values()].map((origin) => [names.get(origin.key) ?? origin.name, (origin.file === this.#root ? undefined : shared.of(origin)) ?? rewritten(origin)] as const);
    return {
      form: { ...(this.#rewrite(this.#root, own, names) as FormSchema), $defs: Object.fromEntries(defs.toSorted(([a], [b]) => (a < b ? -1 : 1))) as Record<string, FormSchema> },
      origins: new Map([...this.#found.values()].map(({ file, name, key }) => [names.get(key) ?? name, { file, pointer: pointerOf(["$defs", name]) }])),
      problems: [...this.#problems, ...this.#circles(names)],
    };
  }

  #find(origin: Origin): void {
    if (!this.#found.has(origin.key)) this.#found.set(origin.key, origin);
  }

  /** Notes every definition that is referred to. */
  #collect(file: ParsedFile, references: readonly Reference[]): void {
    for (const { reference, path } of references) {
      const origin = this.#resolve(file, reference);
      if (origin === undefined) this.#problems.push(this.#unresolved(file, reference, pointerOf(path)));
      else this.#find(origin);
    }
  }

  #resolve(file: ParsedFile, reference: string): Origin | undefined {
    const known = this.#resolved.get(file) ?? new Map<string, Origin | undefined>();
    this.#resolved.set(file, known);
    if (known.has(reference)) return known.get(reference);
    const { target, name } = this.#target(file, reference);
    const origin = target !== undefined && Object.hasOwn(definitionsOf(target), name) ? originOf(target, name) : undefined;
    known.set(reference, origin);
    return origin;
  }

  /** The file and the name a reference means, whether there is such a definition or not. */
  #target(from: ParsedFile, reference: string): { readonly path: string; readonly target: ParsedFile | undefined; readonly name: string } {
    const { path, file, fragment } = referenceTarget(from, reference, this.#files);
    return { path, target: file, name: fragment.replace(/^\/\$defs\//, "") };
  }

  #unresolved(file: ParsedFile, reference: string, pointer: string): Problem {
    const { path, target, name } = this.#target(file, reference);
    if (target === undefined) return unknownFile({ file, pointer }, path, this.#files);
    return definitionProblem({ code: "ref-unknown-definition", file, pointer, given: { name }, near: nearestName(name, Object.keys(definitionsOf(target))) });
  }

  #names(): ReadonlyMap<string, string> {
    const own = Object.keys(definitionsOf(this.#root)).map((name) => originOf(this.#root, name));
    const taken = new Set(own.map(({ name }) => name));
    const names = new Map(own.map(({ key, name }) => [key, name]));
    const others = [...this.#found.values()].filter(({ key }) => !names.has(key)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
    for (const { file, name, key } of others) {
      const given = taken.has(name) ? `${pascalCase(stemOf(file))}${name}` : name;
      taken.add(given);
      names.set(key, given);
    }
    return names;
  }

  #rewrite(file: ParsedFile, node: unknown, names: ReadonlyMap<string, string>): unknown {
    if (Array.isArray(node)) return node.map((item) => this.#rewrite(file, item, names));
    if (typeof node !== "object" || node === null) return node;
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) {
      const origin = key === "$ref" && typeof value === "string" ? this.#resolve(file, value) : undefined;
      copy[key] = origin === undefined ? this.#rewrite(file, value, names) : `#/$defs/${names.get(origin.key) ?? origin.name}`;
    }
    return copy;
  }

  /** Definitions that lead back to themselves, each told where its first reference to one of the circle stands. */
  #circles(names: ReadonlyMap<string, string>): readonly Problem[] {
    const inside = new Map([...this.#found].map(([key, origin]) => [key, this.#inside(origin)]));
    const circles = new Set(refCircles(new Map([...inside].map(([key, refs]) => [key, new Set(refs.map(({ to }) => to))]))));
    return [...this.#found].flatMap(([key, origin]) => {
      if (!circles.has(key)) return [];
      const [way] = (inside.get(key) ?? []).filter(({ to }) => circles.has(to));
      return [definitionProblem({ code: "ref-circle", file: origin.file, pointer: pointerOf(way?.path ?? ["$defs", origin.name]), given: { name: names.get(key) ?? origin.name } })];
    });
  }

  /** The shared definitions one refers to; `undefined` for each that is none. */
  #sharedInside(origin: Origin): readonly (Origin | undefined)[] {
    const targets = referencesOf(origin).map(({ reference }) => this.#resolve(origin.file, reference));
    return targets.map((target) => (target?.file === this.#root ? undefined : target));
  }

  /** The definitions one refers to, with the place of each reference. */
  #inside(origin: Origin): readonly { readonly to: string; readonly path: Reference["path"] }[] {
    return referencesOf(origin).flatMap(({ reference, path }) => {
      const target = this.#resolve(origin.file, reference);
      return target === undefined ? [] : [{ to: target.key, path }];
    });
  }
}

function definitionsOf(file: ParsedFile): Readonly<Record<string, object>> {
  return (file.value as { readonly $defs?: Readonly<Record<string, object>> }).$defs ?? {};
}

function definitionOf({ file, name }: Origin): object {
  return definitionsOf(file)[name] ?? {};
}

/** Keys of a file's definitions, each made once. */
const origins = new WeakMap<ParsedFile, Map<string, Origin>>();

function originOf(file: ParsedFile, name: string): Origin {
  const ofFile = origins.get(file);
  const before = ofFile?.get(name);
  if (before !== undefined) return before;
  const origin = { file, name, key: `${normalPath(file.path)}#${name}` };
  if (ofFile === undefined) origins.set(file, new Map([[name, origin]]));
  else ofFile.set(name, origin);
  return origin;
}

/** Definitions of shared files are gone through once. */
const references = new WeakMap<Origin, readonly Reference[]>();

function referencesOf(origin: Origin): readonly Reference[] {
  const before = references.get(origin);
  if (before !== undefined) return before;
  const found = referencesIn(definitionOf(origin), ["$defs", origin.name]);
  references.set(origin, found);
  return found;
}

function stemOf(file: ParsedFile): string {
  return (file.path.split("/").at(-1) ?? "").replace(/(\.schema)?\.json$/, "");
}

function pascalCase(text: string): string {
  return text.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}
