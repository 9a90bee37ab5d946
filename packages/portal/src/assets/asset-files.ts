import { createHash } from "node:crypto";
import { ISLAND } from "./island.ts";
import { STYLE_BASE } from "./style-base.ts";
import { STYLE_CONTROLS } from "./style-controls.ts";
import { STYLE_DESK } from "./style-desk.ts";
import { STYLE_LISTS } from "./style-lists.ts";

/** A file the portal serves itself. */
export interface AssetFile {
  /** Path with the hash of its content: it may be kept for ever. */
  readonly path: string;
  readonly type: string;
  readonly text: string;
}

function assetFile(name: string, extension: "css" | "js", text: string): AssetFile {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { path: `/tai-nguyen/${name}-${hash}.${extension}`, type: `${extension === "css" ? "text/css" : "text/javascript"}; charset=utf-8`, text };
}

/** The one style sheet. */
export const STYLE = assetFile("giao-dien", "css", `${STYLE_BASE}${STYLE_CONTROLS}${STYLE_LISTS}${STYLE_DESK}`.replaceAll("\n", ""));
/** The one script. */
export const SCRIPT = assetFile("trang", "js", ISLAND.trim());

/** Every file, by path. */
export const ASSETS: ReadonlyMap<string, AssetFile> = new Map([STYLE, SCRIPT].map((file) => [file.path, file]));
