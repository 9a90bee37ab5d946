import type { Result } from "@motcua/procedure";
import { beforeEach, describe, expect, it } from "vitest";
import { createHandlers } from "../create-handlers.ts";
import type { Receipt, Submission } from "../handlers.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, CLERK, NEIGHBOUR, sampleShop, STRANGER, SUBMISSION } from "../testing/sample-shop.ts";

const KEY = "a-key-of-at-least-16-characters";

describe("submission", () => {
  let shop: SampleShop;
  beforeEach(async () => {
    shop = await sampleShop();
  });

  const submit = (change: Partial<Submission> = {}, caller: Parameters<SampleShop["handlers"]["submit"]>[0] = CITIZEN, key = KEY) =>
    shop.handlers.submit(caller, { ...SUBMISSION, ...change }, key);

  it("gives a code of unit, day and serial, and a secret that is stored as its hash only", async () => {
    const first = value(await submit());
    const second = value(await submit({}, CITIZEN, `${KEY}-2`));
    expect([first.code, second.code]).toEqual(["H20.015-261005-0001", "H20.015-261005-0002"]);
    expect(first.trackingSecret).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(await shop.ports.dossiers.log(first.code))).not.toContain(first.trackingSecret);
    expect((await shop.handlers.track({ secret: first.trackingSecret })).ok).toBe(true);
  });

  it("answers a repeated key with the same receipt and writes nothing more", async () => {
    const receipts = await Promise.all([submit(), submit(), submit()]);
    const again = await submit();
    const all = [...receipts, again].map(value);
    expect(new Set(all.map(({ code }) => code)).size).toBe(1);
    expect(new Set(all.map(({ trackingSecret }) => trackingSecret)).size).toBe(1);
    expect(await shop.handlers.mine(CITIZEN)).toHaveLength(1);
  });

  it("refuses a key that was used for another body, and lets another person use the same key", async () => {
    value(await submit());
    expect(codes(await submit({ resultBy: "counter" }))).toEqual(["idempotency-key-reused "]);
    expect((await submit({}, NEIGHBOUR)).ok).toBe(true);
  });

  it("refuses everything that is wrong at once: unit, form, papers", async () => {
    const wrong = await submit({ receivingUnit: "H20.999", form: { ho_ten: "" }, documents: [{ id: "la", copy: 1 }] });
    expect(codes(wrong)).toEqual(["unknown-unit /receivingUnit", "required /form/ho_ten", "required /form/dien_thoai", "document-unknown /documents/la", "document-missing /documents/to_khai", "document-missing /documents/giay_to"]);
    expect(await shop.handlers.mine(CITIZEN)).toEqual([]);
  });

  it("refuses a unit that does not take this procedure, where the province says which do", async () => {
    const { province } = shop.ports;
    const local = { ...province, procedures: { ...province.procedures, "9.000001": { receivedAt: ["H20.016"] } } };
    const handlers = createHandlers({ ...shop.ports, province: local });
    const sent = (receivingUnit: string) => handlers.submit(CITIZEN, { ...SUBMISSION, receivingUnit }, `${KEY}-${receivingUnit}`);
    expect(codes(await sent("H20.015"))).toEqual(["unknown-unit /receivingUnit"]);
    expect((await sent("H20.016")).ok).toBe(true);
  });

  it("refuses an unknown procedure and a version that is no longer in force", async () => {
    expect(codes(await submit({ procedure: "9.999999" }))).toEqual(["unknown-procedure /procedure"]);
    expect(codes(await submit({ version: "ffffffffffffffff" }))).toEqual(["stale-version /version"]);
  });

  it("takes a counter dossier from an officer of that counter only, who never becomes its owner", async () => {
    for (const caller of [undefined, CITIZEN, STRANGER]) expect(codes(await submit({ channel: "counter" }, caller))).toEqual(["channel-needs-officer /channel"]);
    const { code } = value(await submit({ channel: "counter" }, CLERK));
    expect((await shop.ports.dossiers.load(code))?.state.account).toBeUndefined();
    expect(codes(await submit({ channel: "post" }, CLERK, `${KEY}-post`))).toEqual(["channel-not-offered /channel"]);
  });

  it("refuses a file that was not checked or belongs to another draft", async () => {
    const file = { key: "draft/somebody/else", sha256: "0".repeat(64), bytes: 10, type: "application/pdf" };
    const wrong = await submit({ draft: "mine", documents: [{ id: "to_khai", electronic: true }, { id: "giay_to", copy: 1, electronic: true, files: [file] }] });
    expect(codes(wrong).map((code) => code.split(" ")[0])).toEqual(["file-not-yours"]);
  });

  it("stores texts in composed Unicode", async () => {
    const { code } = value(await submit({ form: { ho_ten: "Nguyễn Văn Thử".normalize("NFD"), dien_thoai: "0900 000 123" } }));
    expect((await shop.ports.dossiers.load(code))?.personal?.form).toMatchObject({ ho_ten: "Nguyễn Văn Thử".normalize("NFC") });
  });
});

describe("a quote", () => {
  it("says what a dossier needs, costs and takes, with why, before anything is submitted", async () => {
    const { handlers } = await sampleShop();
    const quoted = await handlers.quote({ procedure: "9.000001", channel: "online", form: {} });
    if (!quoted.ok) throw new Error("refused");
    expect(quoted.value).toMatchObject({
      case: "chung",
      documents: [{ id: "to_khai", needed: true }, { id: "giay_to", needed: true, mode: "submit" }],
      fees: [{ id: "le_phi", vnd: 5000 }],
      due: { due: "2026-10-08T17:00:00+07:00", provisional: false },
    });
    expect(quoted.value.due?.days.map(({ date, counted }) => `${date} ${counted}`)).toEqual(["2026-10-05 false", "2026-10-06 true", "2026-10-07 true", "2026-10-08 true"]);
  });

  it("refuses an unknown procedure and a channel it is not offered through", async () => {
    const { handlers } = await sampleShop();
    expect(codes(await handlers.quote({ procedure: "9.999999", channel: "online", form: {} }))).toEqual(["unknown-procedure /procedure"]);
    expect(codes(await handlers.quote({ procedure: "9.000001", channel: "post", form: {} }))).toEqual(["channel-not-offered /channel"]);
  });
});

function value(result: Result<Receipt>): Receipt {
  if (result.ok) return result.value;
  throw new Error(codes(result).join(", "));
}

function codes(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}
