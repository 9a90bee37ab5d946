import { findNodeAtLocation, type Node } from "jsonc-parser";
import { segmentsOf } from "../../json-pointer.ts";
import { lineStarts } from "./line-starts.ts";

/** A JSON file with its value and where everything in it stands. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  /** The tree of the text, made when a position is asked for. */
  readonly root: () => Node;
  readonly value: unknown;
  /** Where what stands at a pointer of the value was written, when that is another file: a fragment's. */
  readonly origin?: (pointer: string) => Place | undefined;
}

/** A JSON Pointer in a file. */
export interface Place {
  readonly file: ParsedFile;
  readonly pointer: string;
}

/** Where what stands at a pointer of a file's value was written. */
export function writtenPlace(file: ParsedFile, pointer: string): Place {
  return file.origin?.(pointer) ?? { file, pointer };
}

/** A spot in a file. Lines and columns start at 1; columns count UTF-16 units. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What of the place is meant: the value itself, the key it stands under, or a character inside a string. */
export type SpotOf = "value" | "key" | { readonly character: number };

/** The spot of a JSON Pointer; of its nearest ancestor where nothing stands there. */
export function spotOf(file: ParsedFile, pointer: string, of: SpotOf = "value"): Spot {
  const node = nearestNode(rootOf(file), segmentsOf(pointer));
  if (of === "value") return spotAt(file, node.offset);
  if (of === "key") return spotAt(file, node.parent?.type === "property" ? node.parent.offset : node.offset);
  return spotAt(file, node.type === "string" ? offsetInString(file.text, node.offset, of.character) : node.offset);
}

const trees = new WeakMap<ParsedFile, Node>();

function rootOf(file: ParsedFile): Node {
  const root = trees.get(file) ?? file.root();
  trees.set(file, root);
  return root;
}

/** The spot of an offset in a text. */
export function spotAt({ path, text }: { readonly path: string; readonly text: string }, offset: number): Spot {
  const starts = lineStarts(text);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file: path, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function nearestNode(root: Node, segments: readonly string[]): Node {
  for (let length = segments.length; length > 0; length -= 1) {
    const found = nodeAt(root, segments.slice(0, length));
    if (found !== undefined) return found;
  }
  return root;
}

function nodeAt(root: Node, segments: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const segment of segments) {
    if (node === undefined) return undefined;
    node = findNodeAtLocation(node, [node.type === "array" ? Number(segment) : segment]);
  }
  return node;
}

/** The offset of a string's character: an escape is one character of the value and several of the text. */
function offsetInString(text: string, open: number, character: number): number {
  let offset = open + 1;
  for (let passed = 0; passed < character; passed += 1) {
    if (text[offset] !== "\\") offset += 1;
    else offset += text[offset + 1] === "u" ? 6 : 2;
  }
  return offset;
}
