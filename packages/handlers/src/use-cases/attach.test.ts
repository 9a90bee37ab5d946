import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../fingerprint.ts";
import { MAX_FILE_BYTES } from "../file-types.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, NEIGHBOUR, sampleShop } from "../testing/sample-shop.ts";

const DRAFT = "draft-0123456789abcdef";
const PDF = new TextEncoder().encode("%PDF-1.7\n…");
const REQUEST = { procedure: "9.000001", document: "giay_to", type: "application/pdf", bytes: PDF.length, redirect: "https://motcua.example/xong", draft: DRAFT };

describe("attaching files", () => {
  let shop: SampleShop;

  beforeEach(async () => {
    shop = await sampleShop();
  });

  async function uploaded(content: Uint8Array, type = "application/pdf"): Promise<string> {
    const prepared = await shop.handlers.upload(CITIZEN, { ...REQUEST, type, bytes: content.length });
    if (!prepared.ok) throw new Error(prepared.problems[0]?.code);
    await shop.ports.files.write(prepared.value.key, content, type);
    return prepared.value.key;
  }

  async function refusal(key: string, by: { readonly caller?: typeof CITIZEN; readonly draft?: string } = {}) {
    const attached = await shop.handlers.attach(by.caller ?? CITIZEN, { key, draft: by.draft ?? DRAFT });
    return attached.ok ? [] : attached.problems.map(({ code, pointer }) => `${code} ${pointer}`);
  }

  it("prepares a form for one key, one type and 20 MB", async () => {
    const prepared = await shop.handlers.upload(CITIZEN, REQUEST);
    expect(prepared).toMatchObject({ ok: true, value: { form: { fields: { "Content-Type": "application/pdf", "x-max-bytes": String(20 * 1024 * 1024) } } } });
    // Without script nobody knows the size before: what is somewhat too large is refused here, not by the bucket's own page.
    const any = await shop.handlers.upload(CITIZEN, { ...REQUEST, type: "application/octet-stream" });
    expect(any).toMatchObject({ ok: true, value: { form: { fields: { "x-max-bytes": String(60 * 1024 * 1024) } } } });
    expect(prepared.ok && prepared.value.key).toMatch(/^incoming\/[0-9a-f]{16}-draft-0123456789abcdef\/[0-9a-f]{32}\.pdf$/);
  });

  it("refuses to prepare what may not be attached, for every reason at once", async () => {
    const prepared = await shop.handlers.upload(CITIZEN, { ...REQUEST, procedure: "9.999999", type: "text/html", bytes: MAX_FILE_BYTES + 1, draft: "../x" });
    expect(prepared.ok ? [] : prepared.problems.map(({ code }) => code)).toEqual(["unknown-procedure", "invalid-request", "file-too-large", "wrong-file-type"]);
  });

  it("keeps a file under a key that says what it is, and says the same when asked again", async () => {
    const key = await uploaded(PDF);
    const first = await shop.handlers.attach(CITIZEN, { key, draft: DRAFT });
    expect(first).toMatchObject({ ok: true, value: { sha256: sha256(PDF), bytes: PDF.length, type: "application/pdf" } });
    expect(await shop.handlers.attach(CITIZEN, { key, draft: DRAFT })).toEqual(first);
    expect(first.ok && (await shop.ports.files.read(first.value.key))).toEqual(PDF);
  });

  it("refuses a file whose content is not of its claimed type, and removes it", async () => {
    const key = await uploaded(new TextEncoder().encode("<html>"), "image/png");
    expect(await refusal(key)).toEqual(["wrong-file-type /key"]);
    expect(await shop.ports.files.size(key)).toBeUndefined();
  });

  it("finds the type in the content where nobody could claim one, and refuses what is none", async () => {
    const any = "application/octet-stream";
    const attached = await shop.handlers.attach(CITIZEN, { key: await uploaded(PDF, any), draft: DRAFT });
    expect(attached).toMatchObject({ ok: true, value: { type: "application/pdf", sha256: sha256(PDF) } });
    expect(await refusal(await uploaded(new TextEncoder().encode("<html>"), any))).toEqual(["wrong-file-type /key"]);
  });

  it("refuses a file that is too large, and one that is not there", async () => {
    const key = await uploaded(PDF);
    await shop.ports.files.write(key, new Uint8Array(MAX_FILE_BYTES + 1), "application/pdf");
    expect(await refusal(key)).toEqual(["file-too-large /key"]);
    expect(await refusal(key)).toEqual(["file-missing /key"]);
  });

  it("refuses the file of another person, of another draft, and a key of another kind", async () => {
    const key = await uploaded(PDF);
    expect(await refusal(key, { caller: NEIGHBOUR })).toEqual(["file-not-yours /key"]);
    expect(await refusal(key, { draft: "another-draft-01234567" })).toEqual(["file-not-yours /key"]);
    expect(await refusal(key.replace("incoming", "checked"))).toEqual(["file-not-yours /key"]);
    expect(await refusal(`${key}/../../x.pdf`)).toEqual(["file-not-yours /key"]);
  });
});
