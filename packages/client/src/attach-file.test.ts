import { describe, expect, test } from "vitest";
import { stubService } from "../test/stub-service.ts";
import { createClient } from "./create-client.ts";

const file = { procedure: "1.001193", document: "giay_chung_sinh", draft: "d", type: "application/pdf", bytes: new TextEncoder().encode("%PDF-1.7 x") };
const prepared = { key: "drafts/d/1", form: { url: "https://bucket.test/", fields: { key: "drafts/d/1", policy: "p", "Content-Type": "application/pdf" } } };
const attached = { key: "drafts/d/1", sha256: "00", bytes: 10, type: "application/pdf" };

describe("attaching a file", () => {
  test("asks where to, sends the bytes straight there without the person's token, then has them checked", async () => {
    const service = stubService({ json: prepared }, { status: 303, text: "" }, { json: attached });
    expect(await createClient(service.options).attachFile(file)).toEqual({ ok: true, value: attached });
    expect(service.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /api/uploads", "POST https://bucket.test/", "POST /api/uploads/attach"]);
    expect(service.seen[0]?.body).toEqual({ procedure: "1.001193", document: "giay_chung_sinh", draft: "d", type: "application/pdf", bytes: 10, redirect: "https://motcua.test/" });
    expect(service.seen[1]?.headers).not.toHaveProperty("authorization");
    expect(service.seen[2]?.body).toEqual({ key: "drafts/d/1", draft: "d" });
  });

  test("sends the bucket its fields first and the file last, as a presigned form demands", async () => {
    const service = stubService({ json: prepared }, { status: 204 }, { json: attached });
    await createClient(service.options).attachFile(file);
    const form = service.seen[1]?.body as FormData;
    expect([...form.keys()]).toEqual(["key", "policy", "Content-Type", "file"]);
    expect(await (form.get("file") as Blob).text()).toBe("%PDF-1.7 x");
  });

  test("sends the file again where the bucket was away for a moment", async () => {
    const service = stubService({ json: prepared }, "broken", { status: 503, text: "Slow Down" }, { status: 204 }, { json: attached });
    expect(await createClient(service.options).attachFile(file)).toEqual({ ok: true, value: attached });
    expect(service.seen).toHaveLength(5);
  });

  test("refuses what the service does not take, before a byte is sent", async () => {
    const problem = { code: "file-type", pointer: "/type", message: { vi: "Chỉ nhận PDF, JPEG, PNG" } };
    const service = stubService({ status: 400, json: { problems: [problem] } });
    expect(await createClient(service.options).attachFile(file)).toEqual({ ok: false, problems: [problem] });
    expect(service.seen).toHaveLength(1);
  });

  test("refuses what the bucket refused, as the check says it: nothing was stored", async () => {
    const problem = { code: "file-missing", pointer: "/key", message: { vi: "Không tìm thấy tệp" } };
    const service = stubService({ json: prepared }, { status: 403, text: "<Error/>" }, { status: 422, json: { problems: [problem] } });
    expect(await createClient(service.options).attachFile(file)).toEqual({ ok: false, problems: [problem] });
  });
});
