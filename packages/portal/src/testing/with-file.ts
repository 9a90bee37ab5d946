import type { Caller } from "@motcua/handlers";
import type { CodedSample, RealShop } from "./real-shop.ts";
import { PDF } from "./test-upload.ts";

const DRAFT = "draft-0123456789abcdef";

/** Submits a sample online with a small PDF attached to one of its documents. @throws Error when it is refused */
export async function submitWithFile(shop: RealShop, caller: Caller | undefined, of: CodedSample & { readonly document: string }): Promise<{ readonly code: string; readonly sha256: string }> {
  const { handlers, ports } = shop;
  const { procedure, document, sample } = of;
  const prepared = await handlers.upload(caller, { procedure, document, type: "application/pdf", bytes: PDF.length, redirect: "http://motcua.test/", draft: DRAFT });
  if (!prepared.ok) throw new Error("no upload");
  await ports.files.write(prepared.value.key, PDF, "application/pdf");
  const attached = await handlers.attach(caller, { key: prepared.value.key, draft: DRAFT });
  if (!attached.ok) throw new Error("not attached");
  const documents = sample.documents.map((given) => (given.id === document ? { ...given, files: [attached.value] } : given));
  const { channel, form, answers = {}, receivingUnit = "" } = sample;
  const sent = await handlers.submit(caller, { procedure, channel, receivingUnit, form, answers, documents, resultBy: "online", draft: DRAFT }, `with-file-${ports.random(16)}`);
  if (!sent.ok) throw new Error(sent.problems.map(({ code, pointer }) => `${code} ${pointer}`).join(", "));
  await shop.settle();
  return { code: sent.value.code, sha256: attached.value.sha256 };
}
