import { describe, expect, it } from "vitest";
import { batchHash, canonicalBatch, NO_PREVIOUS, verifyChain } from "./chain.ts";
import { canonicalJson } from "@motcua/procedure";
import type { EventBatch } from "./event.ts";
import { saltedHash } from "./personal-hash.ts";

function log(length: number): string[] {
  const bodies: string[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const last = bodies.at(-1);
    const batch: EventBatch = { code: "H20.015-261005-0001", seq, at: "2026-10-05T08:00:00+07:00", actor: { kind: "system", id: "x" }, command: "stop", events: [], previous: last === undefined ? NO_PREVIOUS : batchHash(last) };
    bodies.push(canonicalBatch(batch));
  }
  return bodies;
}

describe("the chain of a log", () => {
  it("holds over what was written", () => {
    expect(verifyChain([])).toEqual({ ok: true });
    expect(verifyChain(log(5))).toEqual({ ok: true });
  });

  it.each([
    ["a changed byte", (bodies: string[]) => bodies.with(1, (bodies[1] ?? "").replace('"x"', '"y"')), { index: 2, why: "previous-hash" }],
    ["a missing batch", (bodies: string[]) => bodies.toSpliced(1, 1), { index: 1, why: "sequence" }],
    ["batches in another order", (bodies: string[]) => bodies.toReversed(), { index: 0, why: "sequence" }],
    ["a batch of another dossier", (bodies: string[]) => bodies.with(2, (bodies[2] ?? "").replace("0001", "0002")), { index: 2, why: "other-dossier" }],
    ["a batch that is none", (bodies: string[]) => bodies.with(3, "null"), { index: 3, why: "not-a-batch" }],
    ["a batch that is no JSON", (bodies: string[]) => bodies.with(3, "{"), { index: 3, why: "not-a-batch" }],
  ])("refuses %s", (_, spoil, broken) => {
    expect(verifyChain(spoil(log(5)))).toEqual({ ok: false, broken });
  });
});

it("writes equal values as equal text, whatever the order of their keys", () => {
  expect(canonicalJson({ b: [1, undefined, { d: null, c: "đ" }], a: undefined })).toBe('{"b":[1,null,{"c":"đ","d":null}]}');
});

it("hashes a text differently under another salt", () => {
  expect(saltedHash("00", "0912345678")).not.toBe(saltedHash("01", "0912345678"));
  expect(saltedHash("00", "a")).toMatch(/^[0-9a-f]{64}$/);
});
