import { describe, expect, it } from "vitest";
import { changeOf } from "./stream-change.ts";

describe("a record of the table's stream", () => {
  it("carries a commit's body as it was hashed", () => {
    const body = '{"code":"H20.015-261005-0001","seq":1}';
    expect(changeOf({ dynamodb: { NewImage: { pk: { S: "D#x" }, kind: { S: "commit" }, body: { S: body } } } })).toEqual({ kind: "commit", body });
  });

  it("carries a registration", () => {
    const NewImage = { kind: { S: "registration" }, code: { S: "c" }, generation: { N: "2" }, wait: { S: "ky@7" }, token: { S: "t" } };
    expect(changeOf({ dynamodb: { NewImage } })).toEqual({ kind: "registration", registration: { code: "c", generation: 2, wait: "ky@7", token: "t" } });
  });

  it("says nothing of other items and of removals", () => {
    expect(changeOf({ dynamodb: { NewImage: { kind: { S: "snapshot" } } } })).toBeUndefined();
    expect(changeOf({ dynamodb: {} })).toBeUndefined();
    expect(changeOf({})).toBeUndefined();
  });
});
