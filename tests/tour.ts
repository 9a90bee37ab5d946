import { randomUUID } from "node:crypto";
import { driveSample, officerFor, stopOnDenial, type OpenShop } from "@motcua/cli";
import { plain, testBrowser, type TestBrowser } from "../packages/portal/src/testing/test-browser.ts";
import { procedureOf, sampleOf } from "./shop.ts";

const PDF = "%PDF-1.7\n%%EOF";
const PROGRAM = "MZ this is a program";

/**
 * Everything a province's shop does in a day, so that every grant of the assembly is needed at least once.
 * @throws CommandFailure naming function, action and resource at the first call that is refused for want of a grant
 */
export async function tour(shop: OpenShop): Promise<void> {
  for (const part of [publicRoutes, dossiers, nationalPortal, wrongFile, portalPages, whatGotStuck]) {
    await stopOnDenial(shop.local, async () => {
      await part(shop);
      await shop.local.idle();
    });
  }
}

async function publicRoutes({ local }: OpenShop): Promise<void> {
  await expectStatus(await fetch(`${local.httpUrl}/api/procedures`), 200);
  await expectStatus(await fetch(`${local.httpUrl}/api/track`, { method: "POST", body: JSON.stringify({ secret: "0".repeat(32) }) }), 404);
}

/** A form with files, a consultation, silence, a supplement, a call to a register. */
async function dossiers(shop: OpenShop): Promise<void> {
  let last = { code: "", secret: "" };
  for (const [code, prefix] of [["1.013225", "07-a"], ["1.013225", "07-b"], ["1.001193", "01-b"]] as const) {
    const procedure = procedureOf(shop, code);
    const driven = await driveSample({ shop, procedure, sample: sampleOf(procedure, prefix) });
    if (driven.kind !== "dossier" || driven.state.nationalStatus !== 10) throw new Error(`${code} ${prefix} did not reach its result`);
    last = { code: driven.state.code, secret: driven.trackingSecret };
  }
  await nightAfter(shop, last);
}

/** The day is sealed, an officer asks for the proof, whoever holds the receipt looks for its hash. */
async function nightAfter({ local, client }: OpenShop, { code, secret }: { readonly code: string; readonly secret: string }): Promise<void> {
  await local.idle();
  await local.clock.advance(24 * 3_600_000);
  await local.runSchedules();
  const proof = await (await client("motcua")).proof(code);
  if (!proof.ok || proof.value.proofs.length === 0) throw new Error(`nothing proves the log of ${code}`);
  const page = await (await fetch(`${local.httpUrl}/tra-cuu/${secret}`)).text();
  if (!page.includes("Niêm phong lúc")) throw new Error(`the page of ${code} shows no seal`);
}

/** What happened has been told to the national portal by the schedules; an administrator looks at what is not. */
async function nationalPortal({ local, client }: OpenShop): Promise<void> {
  if (local.connectors.portal().length === 0) throw new Error("the national portal was told nothing");
  const waiting = await (await client("quantri")).unsent({ state: "waiting" });
  if (!waiting.ok) throw new Error("the administrator may not see what is not sent");
}

async function wrongFile(shop: OpenShop): Promise<void> {
  const client = await shop.client("congdan");
  const draft = randomUUID();
  const refused = await client.attachFile({ procedure: "1.013225", document: "ban_ve_thiet_ke", draft, type: "application/pdf", bytes: new TextEncoder().encode(PROGRAM) });
  if (refused.ok) throw new Error("a program was taken for a PDF");
}

/** The pages, by HTML alone: begin a form, give a file, give one that is none. */
async function portalPages({ local }: OpenShop): Promise<void> {
  const app = { request: (url: string, init: RequestInit = {}) => fetch(url.replace("http://motcua.test", local.httpUrl), { ...init, redirect: "manual" }) };
  const browser = testBrowser({ app: app as unknown as Parameters<typeof testBrowser>[0]["app"], ports: undefined as never });
  for (const path of ["/", "/thu-tuc?tim=khai sinh"]) if ((await browser.get(path)).status !== 200) throw new Error(`${path} is not served`);
  const start = await browser.get("/thu-tuc/1.013225/nop");
  const first = await browser.send(start.form("/thu-tuc/1.013225/nop"));
  const draft = /^\/nop\/([0-9a-f]{32})\//.exec(first.path)?.[1] ?? "";
  const document = `/nop/${draft}/giay-to/ban_ve_thiet_ke`;
  await give(browser, { document, content: PDF, says: "Đã nhận tệp." });
  await give(browser, { document, content: PROGRAM, says: "không đúng loại" });
}

async function give(browser: TestBrowser, { document, content, says }: { readonly document: string; readonly content: string; readonly says: string }): Promise<void> {
  const page = await browser.get(document);
  const form = page.form(/^http:\/\/127\.0\.0\.1/);
  const body = new FormData();
  for (const [name, value] of form.fields) body.append(name, value);
  body.append("file", new Blob([content]), "ban-quet.pdf");
  const stored = await fetch(form.action, { method: "POST", body, redirect: "manual" });
  const back = new URL(plain(stored.headers.get("location") ?? "http://127.0.0.1/"));
  const after = await browser.get(`${back.pathname}${back.search}`);
  if (!after.html.includes(says)) throw new Error(`${document}: expected “${says}”, got ${stored.status} and ${after.status}`);
}

/** The stream is away, a dossier is withdrawn meanwhile: the reconciler starts and stops what nobody did. */
async function whatGotStuck(shop: OpenShop): Promise<void> {
  const procedure = procedureOf(shop, "2.000635");
  const sample = sampleOf(procedure, "04-a");
  await shop.local.clock.set(sample.submittedAt);
  const release = shop.local.hold("Dispatcher");
  try {
    const clerk = await shop.client(officerFor(shop, "can_bo_tiep_nhan"));
    const receipt = await clerk.submit(procedure.module, {
      channel: "counter", receivingUnit: sample.receivingUnit ?? "", form: sample.form, answers: sample.answers ?? {}, documents: sample.documents, resultBy: "counter",
    });
    if (!receipt.ok) throw new Error("the submission was refused");
    if (!(await clerk.act(receipt.value.code, { act: "withdraw" })).ok) throw new Error("the withdrawal was refused");
    await shop.local.clock.advance(20 * 60_000);
    await shop.local.runSchedules();
    const execution = shop.local.executions().find(({ name }) => name.startsWith(receipt.value.code.replaceAll(".", "_")));
    if (execution?.status !== "ABORTED") throw new Error(`the reconciler left the execution ${execution?.status ?? "unstarted"}`);
  } finally {
    release();
  }
}

async function expectStatus(response: Response, status: number): Promise<void> {
  await response.arrayBuffer();
  if (response.status !== status) throw new Error(`${new URL(response.url).pathname} answered ${response.status}`);
}
