import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inclusionPath, leafHash, merkleRoot, rootAlong } from "./merkle-tree.ts";

const leaves = (size: number) => Array.from({ length: size }, (_, index) => `leaf ${index}`);
const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 31, 33];

/** The definition of RFC 6962 written down once more, over bytes. */
function reference(list: readonly string[]): Buffer {
  const sha = (...parts: readonly Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  if (list.length === 0) return sha();
  if (list.length === 1) return sha(Buffer.of(0), Buffer.from(list[0] ?? ""));
  let half = 1;
  while (half * 2 < list.length) half *= 2;
  return sha(Buffer.of(1), reference(list.slice(0, half)), reference(list.slice(half)));
}

describe("a Merkle tree", () => {
  it("has the roots RFC 6962's reference implementation gives for no leaf and for the empty leaf", () => {
    expect(merkleRoot([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(merkleRoot([""])).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  });

  it.each(SIZES)("over %i leaves has the root of the definition, and a path from every leaf to it", (size) => {
    const list = leaves(size);
    const root = merkleRoot(list);
    expect(root).toBe(reference(list).toString("hex"));
    for (const [index, leaf] of list.entries()) expect(rootAlong(leaf, inclusionPath(list, index))).toBe(root);
  });

  it.each(SIZES.filter((size) => size > 1))("over %i leaves refuses another leaf, another place, another size and another path", (size) => {
    const list = leaves(size);
    const root = merkleRoot(list);
    for (const [index, leaf] of list.entries()) {
      const way = inclusionPath(list, index);
      expect(rootAlong("another", way)).not.toBe(root);
      for (let other = 0; other <= size; other += 1) if (other !== index) expect(rootAlong(leaf, { ...way, index: other })).not.toBe(root);
      expect(rootAlong(leaf, { ...way, path: way.path.slice(1) })).not.toBe(root);
      expect(rootAlong(leaf, { ...way, path: [...way.path, leafHash("x")] })).not.toBe(root);
    }
  });

  it("refuses a pair of hashes handed in as a leaf", () => {
    const pair = Buffer.from(leafHash("leaf 0") + leafHash("leaf 1"), "hex").toString("latin1");
    expect(merkleRoot([pair])).not.toBe(merkleRoot(leaves(2)));
  });

  it("refuses the path of a leaf that is not there", () => {
    expect(() => inclusionPath(leaves(2), 2)).toThrow(RangeError);
  });
});
