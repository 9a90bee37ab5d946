import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import { definitionProblem } from "../problems/definition-problem.ts";
import { type FileSet, normalPath, pathFrom } from "../source/file-set.ts";
import { pointerOf } from "../source/json-pointer.ts";
import { nearestName } from "../source/nearest-name.ts";
import type { ParsedFile } from "../source/parsed-file.ts";
import { refCircles } from "./ref-circles.ts";

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

/** A definition as it was written: file and name. */
interface Origin {
  readonly file: ParsedFile;
  readonly name: string;
}

class Bundle {
  readonly #root: ParsedFile;
  readonly #files: FileSet;
  readonly #found = new Map<string, Origin>();
  readonly #problems: Problem[] = [];

  constructor(root: ParsedFile, shared: FileSet) {
    this.#root = root;
    this.#files = new Map([...shared, [normalPath(root.path), root]]);
  }

  form(): BundledForm {
    const root = this.#root.value as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(definitionsOf(this.#root))) this.#found.set(keyOf({ file: this.#root, name }), { file: this.#root, name });
    this.#collect(this.#root, withoutDefinitions(root), []);
    for (const origin of this.#found.values()) this.#collect(origin.file, definitionsOf(origin.file)[origin.name], ["$defs", origin.name]);
    const names = this.#names();
    const defs = [...this.#found].map(([key, { file, name }]) => [names.get(key) ?? name, this.#rewrite(file, definitionsOf(file)[name], names)] as const);
    const { $schema: _, $defs: __, ...rest } = root;
    return {
      form: { ...(this.#rewrite(this.#root, rest, names) as FormSchema), $defs: Object.fromEntries(defs.toSorted(([a], [b]) => (a < b ? -1 : 1))) as Record<string, FormSchema> },
      origins: new Map([...this.#found].map(([key, { file, name }]) => [names.get(key) ?? name, { file, pointer: pointerOf(["$defs", name]) }])),
      problems: [...this.#problems, ...this.#circles(names)],
    };
  }

  /** Notes every definition that is referred to; a Map grows while it is walked, so followers are found too. */
  #collect(file: ParsedFile, node: unknown, path: readonly (string | number)[]): void {
    if (Array.isArray(node)) return node.forEach((item, index) => this.#collect(file, item, [...path, index]));
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== "$ref" || typeof value !== "string") this.#collect(file, value, [...path, key]);
      else {
        const origin = this.#resolve(file, value, pointerOf([...path, key]));
        if (origin !== undefined && !this.#found.has(keyOf(origin))) this.#found.set(keyOf(origin), origin);
      }
    }
  }

  #resolve(file: ParsedFile, reference: string, pointer?: string): Origin | undefined {
    const [path = "", fragment = ""] = reference.split("#");
    const target = path === "" ? file : this.#files.get(pathFrom(file, path));
    const name = fragment.replace(/^\/\$defs\//, "");
    if (target !== undefined && Object.hasOwn(definitionsOf(target), name)) return { file: target, name };
    if (pointer !== undefined) this.#problems.push(this.#unresolved({ file, pointer, path, name, target }));
    return undefined;
  }

  #unresolved({ file, pointer, path, name, target }: { file: ParsedFile; pointer: string; path: string; name: string; target: ParsedFile | undefined }): Problem {
    const fileName = (other: string) => other.split("/").at(-1) ?? other;
    if (target === undefined) {
      const near = nearestName(fileName(path), [...this.#files.keys()].map(fileName));
      return definitionProblem({ code: "ref-unknown-file", file, pointer, given: { name: path }, near });
    }
    return definitionProblem({ code: "ref-unknown-definition", file, pointer, given: { name }, near: nearestName(name, Object.keys(definitionsOf(target))) });
  }

  #names(): ReadonlyMap<string, string> {
    const taken = new Set(Object.keys(definitionsOf(this.#root)));
    const names = new Map([...taken].map((name) => [keyOf({ file: this.#root, name }), name]));
    const others = [...this.#found].filter(([key]) => !names.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, { file, name }] of others) {
      const own = taken.has(name) ? `${pascalCase(stemOf(file))}${name}` : name;
      taken.add(own);
      names.set(key, own);
    }
    return names;
  }

  #rewrite(file: ParsedFile, node: unknown, names: ReadonlyMap<string, string>): unknown {
    if (Array.isArray(node)) return node.map((item) => this.#rewrite(file, item, names));
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        if (key !== "$ref" || typeof value !== "string") return [key, this.#rewrite(file, value, names)];
        const origin = this.#resolve(file, value);
        return [key, origin === undefined ? value : `#/$defs/${names.get(keyOf(origin)) ?? origin.name}`];
      }),
    );
  }

  /** Definitions that lead back to themselves, each told where its first reference to one of the circle stands. */
  #circles(names: ReadonlyMap<string, string>): readonly Problem[] {
    const inside = new Map([...this.#found].map(([key, origin]) => [key, this.#references(origin)]));
    const circles = new Set(refCircles(new Map([...inside].map(([key, refs]) => [key, new Set(refs.map(({ to }) => to))]))));
    return [...this.#found].flatMap(([key, origin]) => {
      if (!circles.has(key)) return [];
      const [way] = (inside.get(key) ?? []).filter(({ to }) => circles.has(to));
      return [definitionProblem({ code: "ref-circle", file: origin.file, pointer: way?.pointer ?? pointerOf(["$defs", origin.name]), given: { name: names.get(key) ?? origin.name } })];
    });
  }

  /** The definitions one refers to, with the place of each reference. */
  #references(origin: Origin): readonly { readonly to: string; readonly pointer: string }[] {
    const found: { to: string; pointer: string }[] = [];
    const walk = (node: unknown, path: readonly (string | number)[]): void => {
      if (Array.isArray(node)) return node.forEach((item, index) => walk(item, [...path, index]));
      if (typeof node !== "object" || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        const target = key === "$ref" && typeof value === "string" ? this.#resolve(origin.file, value) : undefined;
        if (target === undefined) walk(value, [...path, key]);
        else found.push({ to: keyOf(target), pointer: pointerOf([...path, key]) });
      }
    };
    walk(definitionsOf(origin.file)[origin.name], ["$defs", origin.name]);
    return found;
  }
}

function definitionsOf(file: ParsedFile): Readonly<Record<string, unknown>> {
  return (file.value as { readonly $defs?: Readonly<Record<string, unknown>> }).$defs ?? {};
}

function withoutDefinitions({ $defs: _, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return rest;
}

function keyOf({ file, name }: Origin): string {
  return `${normalPath(file.path)}#${name}`;
}

function stemOf(file: ParsedFile): string {
  return (file.path.split("/").at(-1) ?? "").replace(/(\.schema)?\.json$/, "");
}

function pascalCase(text: string): string {
  return text.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}
