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

const styleFile = (name: string, text: string) => assetFile(name, "css", text.replaceAll("\n", ""));

/** What every page looks like, and all that a page of a form needs. */
export const STYLE = styleFile("giao-dien", `${STYLE_BASE}${STYLE_CONTROLS}`);
/** Answers, tables, lists: pages that tell rather than ask. */
export const LISTS_STYLE = styleFile("danh-sach", STYLE_LISTS);
/** The officers' desk, in addition. */
export const DESK_STYLE = styleFile("can-bo", STYLE_DESK);
/** All of it, for whoever shows parts of pages. */
export const WHOLE_STYLE = styleFile("tat-ca", `${STYLE_BASE}${STYLE_CONTROLS}${STYLE_LISTS}${STYLE_DESK}`);
/** The one script. */
export const SCRIPT = assetFile("trang", "js", ISLAND.trim());

/** Every file, by path. */
export const ASSETS: ReadonlyMap<string, AssetFile> = new Map([STYLE, LISTS_STYLE, DESK_STYLE, SCRIPT].map((file) => [file.path, file]));
