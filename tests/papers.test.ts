import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driveSample, officerFor, type OpenShop } from "@motcua/cli";
import { freshShop, procedureOf, sampleOf } from "./shop.ts";

const CODES = ["1.001193", "2.000635", "1.004873", "1.013225"];
const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;
/** Where the papers are kept to be looked at; nowhere unless asked. */
const KEPT = process.env["MOTCUA_PAPERS"];

function keep(name: string, pdf: Uint8Array): string {
  expect(Buffer.from(pdf.subarray(0, 5)).toString("latin1"), name).toBe("%PDF-");
  if (KEPT !== undefined) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(`${KEPT}/${name}.pdf`, pdf);
  }
  return hasPoppler ? spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" }).stdout.normalize("NFC").replace(/\s+/gu, " ") : "";
}

describe("papers of real dossiers on the running assembly", () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await freshShop();
  });
  afterAll(() => shop.close());

  it.each(CODES)("%s: every paper the log of each sample gives rise to is printed", { timeout: 300_000 }, async (code) => {
    const procedure = procedureOf(shop, code);
    const forms = new Set<string>();
    for (const { sample } of procedure.samples) {
      const driven = await driveSample({ shop, procedure, sample });
      if (driven.kind === "refused") continue;
      const client = await shop.client("motcua");
      const view = await client.dossier(driven.state.code);
      if (!view.ok) throw new Error(JSON.stringify(view.problems));
      for (const { id, form, name } of view.value.papers) {
        const paper = await client.paper(driven.state.code, id);
        if (!paper.ok) throw new Error(`${sample.id} ${id}`);
        const text = keep(`${sample.id}-${id}`, paper.value);
        if (hasPoppler) expect(text, `${sample.id} ${id} ${name.vi}`).toContain(driven.state.code);
        forms.add(form);
      }
    }
    expect([...forms]).toEqual(expect.arrayContaining(["01", "06"]));
  });

  it("lists the dossiers of a unit in its register, to its officers alone", async () => {
    const procedure = procedureOf(shop, "2.000635");
    const sample = sampleOf(procedure, "04-a");
    await shop.local.clock.set(sample.submittedAt);
    const clerk = await shop.client(officerFor(shop, "can_bo_tiep_nhan"));
    const receipt = await clerk.submit(procedure.module, {
      channel: sample.channel, receivingUnit: sample.receivingUnit ?? "", form: sample.form, answers: sample.answers ?? {},
      documents: sample.documents, resultBy: "counter", idempotencyKey: randomUUID(),
    });
    if (!receipt.ok) throw new Error(JSON.stringify(receipt.problems));
    const day = new Date(Date.parse(sample.submittedAt) + 7 * 3_600_000).toISOString().slice(0, 10);
    const register = await clerk.register(sample.receivingUnit ?? "", { from: day, to: day });
    if (!register.ok) throw new Error(JSON.stringify(register.problems));
    const text = keep("register", register.value);
    if (hasPoppler) expect(text).toContain(receipt.value.code);
    const citizen = await shop.client("congdan");
    expect(await citizen.register(sample.receivingUnit ?? "", { from: day, to: day })).toMatchObject({ ok: false, problems: [{ code: "not-your-unit" }] });
  });

  it("needed no grant it does not have", () => {
    expect(shop.local.failures()).toEqual([]);
  });
});
