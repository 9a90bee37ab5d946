import { createHash } from "node:crypto";

/** Lower-case hex of a SHA-256 hash. */
type Hex = string;

/** What is hashed is told apart by its first byte: nobody can pass a pair of hashes off as a leaf. */
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Where one leaf stands in a tree, and the hashes that lead from it to the root, lowest first. */
export interface InclusionPath {
  /** From 0. */
  readonly index: number;
  /** Leaves of the whole tree. */
  readonly size: number;
  readonly path: readonly Hex[];
}

/** Hash of a leaf. @see RFC 6962, section 2.1 */
export function leafHash(leaf: string): Hex {
  return createHash("sha256").update(LEAF).update(leaf, "utf8").digest("hex");
}

/** Root over leaves in their order; that of no leaves is the hash of nothing. @see RFC 6962, section 2.1 */
export function merkleRoot(leaves: readonly string[]): Hex {
  return rootOf(leaves.map(leafHash));
}

/** The way from one leaf to the root. @throws RangeError when there is no such leaf @see RFC 6962, section 2.1.1 */
export function inclusionPath(leaves: readonly string[], index: number): InclusionPath {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index} among ${leaves.length}`);
  return { index, size: leaves.length, path: pathIn(leaves.map(leafHash), index) };
}

/** The root a path leads to from a leaf; `undefined` when the path is no way through a tree of that size. @see RFC 9162, section 2.1.3.2 */
export function rootAlong(leaf: string, { index, size, path }: InclusionPath): Hex | undefined {
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return undefined;
  let [at, last] = [index, size - 1];
  let hash = leafHash(leaf);
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      // The rightmost node has no sibling on some levels: it moves up as it is.
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

function rootOf(hashes: readonly Hex[]): Hex {
  const [only] = hashes;
  if (only === undefined) return createHash("sha256").digest("hex");
  if (hashes.length === 1) return only;
  const half = leftSize(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)));
}

function pathIn(hashes: readonly Hex[], index: number): readonly Hex[] {
  if (hashes.length === 1) return [];
  const half = leftSize(hashes.length);
  const [left, right] = [hashes.slice(0, half), hashes.slice(half)];
  return index < half ? [...pathIn(left, index), rootOf(right)] : [...pathIn(right, index - half), rootOf(left)];
}

/** The largest power of two below a size. */
function leftSize(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

function nodeHash(left: Hex, right: Hex): Hex {
  return createHash("sha256").update(NODE).update(left, "hex").update(right, "hex").digest("hex");
}
