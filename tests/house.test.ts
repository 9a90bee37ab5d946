import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** The layer list, lowest first. A package imports only from rows strictly below its own; siblings never import each other. */
const LAYERS: readonly (readonly string[])[] = [
  ["calendar", "engine"],
  ["procedure"],
  ["codegen", "workflow", "dossier", "client", "papers"],
  ["handlers"],
  ["aws", "portal"],
  ["infra"],
  ["local"],
  ["cli"],
];

const root = fileURLToPath(new URL("..", import.meta.url));
const layerOf = (name: string) => LAYERS.findIndex((row) => row.includes(name));
const folderOf = (name: string) => (name === "infra" ? join(root, "infra") : join(root, "packages", name));
const names = LAYERS.flat();

interface Manifest {
  readonly name: string;
  readonly description?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8")) as Manifest;
}

/** Workspace packages that `manifest` may not depend on. */
export function layerFaults(name: string, manifest: Manifest): readonly string[] {
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
    .filter((dependency) => dependency.startsWith("@motcua/"))
    .map((dependency) => dependency.slice("@motcua/".length))
    .filter((dependency) => layerOf(dependency) === -1 || layerOf(dependency) >= layerOf(name));
}

/** Source files below a folder, generated and installed ones left out. */
function sources(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((entry) => {
    if (entry === "node_modules" || entry === "dist" || entry === "cdk.out" || entry === "generated") return [];
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry) ? [path] : [];
  });
}

// An import stands at the beginning of a line: text that emits one does not.
const SPECIFIER = /^(?:import|export|\}).*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;
const isTest = (file: string) => /\.(test|fuzz\.test)\.tsx?$/.test(file) || /\/(test|testing)\//.test(file);

/** Imports of a file that its package does not declare, or that step over the layers. */
export function importFaults(name: string, file: string, text: string): readonly string[] {
  const manifest = manifestOf(name);
  const declared = { ...manifest.dependencies, ...manifest.optionalDependencies };
  return [...text.matchAll(SPECIFIER)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? "")
    .filter((specifier) => specifier.startsWith("@motcua/"))
    .map((specifier) => specifier.split("/").slice(0, 2).join("/"))
    .filter((dependency) => dependency !== manifest.name && declared[dependency] === undefined);
}

describe("the house", () => {
  it("lists every package in one layer", () => {
    const folders = readdirSync(join(root, "packages")).filter((entry) => existsSync(join(root, "packages", entry, "package.json")));
    expect([...folders, "infra"].sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(names)("%s depends only on packages strictly below it", (name) => {
    expect(layerFaults(name, manifestOf(name))).toEqual([]);
  });

  it("refuses a planted dependency on a sibling and on a package above", () => {
    const planted = { name: "@motcua/dossier", dependencies: { "@motcua/workflow": "workspace:*", "@motcua/local": "workspace:*" } };
    expect(layerFaults("dossier", planted)).toEqual(["workflow", "local"]);
  });

  it.each(names)("%s imports only what it declares", (name) => {
    const faults = sources(folderOf(name))
      .filter((file) => !isTest(file))
      .flatMap((file) => importFaults(name, file, readFileSync(file, "utf8")).map((fault) => `${relative(root, file)} → ${fault}`));
    expect(faults).toEqual([]);
  });

  it("refuses a planted import that is not declared", () => {
    expect(importFaults("calendar", "x.ts", 'import { decide } from "@motcua/dossier";')).toEqual(["@motcua/dossier"]);
  });

  it.each(names)("%s says in its manifest what it is for", (name) => {
    expect(manifestOf(name).description ?? "").not.toBe("");
  });

  it("has no drawers", () => {
    const drawers = [...names.flatMap((name) => sources(folderOf(name))), ...sources(join(root, "tests"))]
      .map((file) => relative(root, file))
      .filter((file) => /(^|\/)(utils?|helpers?|common|misc|types)(\/|\.tsx?$)/.test(file));
    expect(drawers).toEqual([]);
  });

  it("keeps public surfaces explicit: no export star", () => {
    const stars = names
      .flatMap((name) => sources(folderOf(name)))
      .filter((file) => /^export (type )?\*/m.test(readFileSync(file, "utf8")))
      .map((file) => relative(root, file));
    expect(stars).toEqual([]);
  });

  it("never imports a package's own index from inside it", () => {
    const faults = names
      .flatMap((name) => sources(folderOf(name)))
      .filter((file) => !isTest(file) && /from "(\.\.?\/)+index\.ts"/.test(readFileSync(file, "utf8")))
      .filter((file) => !file.endsWith("/index.ts") && !/compile\/index\.ts|ports\/index\.ts|runtime\/index\.ts/.test(readFileSync(file, "utf8")))
      .map((file) => relative(root, file));
    expect(faults.filter((file) => sameFolderIndex(file))).toEqual([]);
  });

  it("keeps files within 300 lines of code", () => {
    const long = [...names.flatMap((name) => sources(folderOf(name))), ...sources(join(root, "bench"))]
      .filter((file) => !isTest(file))
      .map((file) => ({ file: relative(root, file), lines: codeLines(readFileSync(file, "utf8")) }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it("draws the same layers in ARCHITECTURE.md", () => {
    const drawn = LAYERS.map((row) => (row.length === 1 ? row[0] : `{${row.join(" | ")}}`)).join(" → ");
    expect(readFileSync(join(root, "ARCHITECTURE.md"), "utf8")).toContain(drawn);
  });
});

function codeLines(text: string): number {
  return text.split("\n").filter((line) => !/^\s*(\/\/|\*|\/\*|$)/.test(line)).length;
}

/** Whether a file imports the index of its package's root. */
function sameFolderIndex(file: string): boolean {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/from "((?:\.\.?\/)+index\.ts)"/g)].some((match) => {
    const target = relative(root, join(root, dirname(file), match[1] ?? ""));
    return /^(packages\/[^/]+|infra)\/src\/index\.ts$/.test(target);
  });
}
