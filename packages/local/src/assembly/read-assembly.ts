import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Template } from "./template.ts";

/** One stack of an assembly. */
export interface Stack {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly template: Template;
}

/** What a cloud assembly holds: stacks, and the directories of its assets by object key (`<hash>.zip`). */
export interface Assembly {
  readonly directory: string;
  readonly stacks: readonly Stack[];
  readonly assets: ReadonlyMap<string, string>;
}

interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly properties?: { readonly templateFile?: string; readonly stackName?: string; readonly file?: string; readonly directoryName?: string };
}

/** Account of stacks that name none. */
const LOCAL_ACCOUNT = "000000000000";
const DEFAULT_REGION = "ap-southeast-1";

/**
 * Reads `manifest.json` of a synthesised cloud assembly (`cdk.out`) with its stacks and asset manifests, stages included.
 * @throws Error naming the directory when there is no assembly in it
 */
export function readAssembly(directory: string): Assembly {
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  readInto(resolve(directory), stacks, assets);
  return { directory: resolve(directory), stacks, assets };
}

function readInto(directory: string, stacks: Stack[], assets: Map<string, string>): void {
  for (const [id, artifact] of Object.entries(readManifest(directory))) {
    const properties = artifact.properties ?? {};
    if (artifact.type === "aws:cloudformation:stack" && properties.templateFile !== undefined) {
      stacks.push(readStack(directory, properties.stackName ?? id, artifact));
    } else if (artifact.type === "cdk:asset-manifest" && properties.file !== undefined) {
      readAssets(directory, properties.file, assets);
    } else if (artifact.type === "cdk:cloud-assembly" && properties.directoryName !== undefined) {
      readInto(join(directory, properties.directoryName), stacks, assets);
    }
  }
}

function readManifest(directory: string): Readonly<Record<string, Artifact>> {
  let text: string;
  try {
    text = readFileSync(join(directory, "manifest.json"), "utf8");
  } catch {
    throw new Error(`no cloud assembly in ${directory}: synthesise it first`);
  }
  return (JSON.parse(text) as { readonly artifacts?: Readonly<Record<string, Artifact>> }).artifacts ?? {};
}

function readStack(directory: string, name: string, artifact: Artifact): Stack {
  const [, account = "", region = ""] = /^aws:\/\/([^/]+)\/(.+)$/.exec(artifact.environment ?? "") ?? [];
  return {
    name,
    account: /^\d{12}$/.test(account) ? account : LOCAL_ACCOUNT,
    region: region === "" || region.startsWith("unknown") ? DEFAULT_REGION : region,
    template: JSON.parse(readFileSync(join(directory, artifact.properties?.templateFile ?? ""), "utf8")) as Template,
  };
}

interface AssetManifest {
  readonly files?: Readonly<
    Record<string, { readonly source: { readonly path?: string }; readonly destinations: Readonly<Record<string, { readonly objectKey: string }>> }>
  >;
}

function readAssets(directory: string, file: string, assets: Map<string, string>): void {
  const manifest = JSON.parse(readFileSync(join(directory, file), "utf8")) as AssetManifest;
  for (const { source, destinations } of Object.values(manifest.files ?? {})) {
    if (source.path === undefined) continue;
    for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(directory, source.path));
  }
}
