import type { Caller } from "@motcua/handlers";
import type { CodedSample, RealShop } from "./real-shop.ts";

/** Submits a sample from an account, past the pages. @throws Error when it is refused */
export async function submitSample(shop: RealShop, caller: Caller, { procedure, sample }: CodedSample): Promise<{ readonly code: string; readonly secret: string }> {
  const { channel, receivingUnit = "", form, answers = {}, documents } = sample;
  const sent = await shop.handlers.submit(caller, { procedure, channel, receivingUnit, form, answers, documents, resultBy: "online" }, `sample-${shop.ports.random(16)}`);
  if (!sent.ok) throw new Error(sent.problems.map(({ code, pointer }) => `${code} ${pointer}`).join(", "));
  await shop.settle();
  return { code: sent.value.code, secret: sent.value.trackingSecret };
}
