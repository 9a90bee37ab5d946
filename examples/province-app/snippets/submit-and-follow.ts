import * as birth from "@dongthap/procedures/1.001193";
import { createClient } from "@motcua/client";

const client = createClient({ baseUrl: "https://motcua.example.test" });

/** Files a form and waits for its result; each event knows the steps of this procedure. */
export async function file(form: birth.Form): Promise<string> {
  const quote = await client.quote(birth, { form, channel: "online" });
  if (!quote.ok) return quote.problems[0]?.message.vi ?? "";
  const receipt = await client.submit(birth, { form, channel: "online", receivingUnit: "H20.061", resultBy: "online", documents: [{ id: "to_khai", electronic: true }] });
  if (!receipt.ok) return receipt.problems[0]?.message.vi ?? "";
  for await (const event of client.follow(receipt.value.code, { of: birth })) if (event.step === "niem_yet") return "Đang niêm yết";
  return receipt.value.code;
}
