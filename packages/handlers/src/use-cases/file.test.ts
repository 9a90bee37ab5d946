import { beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../fingerprint.ts";
import { apiRouter } from "../http/api-router.ts";
import type { Caller } from "../handlers.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, CLERK, EXPERT, NEIGHBOUR, sampleShop, STRANGER, SUBMISSION } from "../testing/sample-shop.ts";

const DRAFT = "draft-0123456789abcdef";
const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF");
const HASH = sha256(PDF);

describe("opening an attached file", () => {
  let shop: SampleShop;
  let code: string;

  beforeEach(async () => {
    shop = await sampleShop();
    const prepared = await shop.handlers.upload(CITIZEN, { procedure: "9.000001", document: "giay_to", type: "application/pdf", bytes: PDF.length, redirect: "https://motcua.example/xong", draft: DRAFT });
    if (!prepared.ok) throw new Error("no upload");
    await shop.ports.files.write(prepared.value.key, PDF, "application/pdf");
    const attached = await shop.handlers.attach(CITIZEN, { key: prepared.value.key, draft: DRAFT });
    if (!attached.ok) throw new Error("not attached");
    const documents = [{ id: "to_khai", electronic: true }, { id: "giay_to", copy: 1, electronic: true, files: [attached.value] }];
    const receipt = await shop.handlers.submit(CITIZEN, { ...SUBMISSION, documents, draft: DRAFT }, shop.key("submit"));
    if (!receipt.ok) throw new Error("not submitted");
    code = receipt.value.code;
  });

  const asked = async (caller: Caller, hash = HASH, of = code) => {
    const found = await shop.handlers.file(caller, of, hash);
    return found.ok ? found.value.url : found.problems.map((problem) => `${problem.code} ${problem.pointer}`).join();
  };

  it("gives its owner and the officers of its units an address that shows it as what it was found to be", async () => {
    for (const caller of [CITIZEN, CLERK, EXPERT]) {
      const answer = shop.ports.files.open(await asked(caller));
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("application/pdf");
      expect(answer.headers.get("content-disposition")).toBe('inline; filename="giay_to-1.pdf"');
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
    }
  });

  it("refuses everybody else, an unknown dossier and a file it does not have alike", async () => {
    expect(await asked(NEIGHBOUR)).toBe("not-found ");
    expect(await asked(STRANGER)).toBe("not-found ");
    expect(await asked(CLERK, HASH, "H20.015-261005-9999")).toBe("not-found ");
    for (const hash of ["0".repeat(64), "", "../x", "__proto__"]) expect(await asked(CLERK, hash), hash).toBe("not-found ");
  });

  it("refuses a file that was uploaded but belongs to no dossier", async () => {
    const other = new TextEncoder().encode("%PDF-1.7\nkhác");
    await shop.ports.files.write(`checked/0123456789abcdef-${DRAFT}/${sha256(other)}-${other.length}.pdf`, other, "application/pdf");
    expect(await asked(CITIZEN, sha256(other))).toBe("not-found ");
  });

  it("answers over HTTP, kept by nobody on the way, and refuses nobody in particular", async () => {
    const api = apiRouter(shop.handlers, shop.ports);
    const path = `/api/dossiers/${code}/files/${HASH}`;
    const found = await api({ method: "GET", path, query: {}, headers: {}, sub: CLERK.sub });
    expect(found).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
    expect(JSON.parse(String(found.body))).toEqual({ url: await asked(CLERK) });
    expect((await api({ method: "GET", path, query: {}, headers: {} })).status).toBe(401);
    expect((await api({ method: "GET", path, query: {}, headers: {}, sub: NEIGHBOUR.sub })).status).toBe(404);
  });
});
