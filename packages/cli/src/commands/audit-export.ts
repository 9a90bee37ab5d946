import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createClient, type Client } from "@motcua/client";
import { auditFileText } from "@motcua/dossier";
import { findRunningShop } from "@motcua/local";
import { textIn } from "@motcua/procedure";
import { readBuilt } from "../built.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { localPeople } from "../local-people.ts";
import { requireWorkspace } from "../workspace.ts";

interface ExportOptions {
  readonly out?: string;
  readonly data?: string;
  readonly as: string;
  readonly url?: string;
}

/** `motcua audit export CODE`: a dossier's log and the proofs of its sealed days, from the shop that runs here or at an address. */
export async function auditExport(options: ExportOptions, [code = ""]: readonly string[]): Promise<number> {
  const client = options.url === undefined ? await localClient(options) : remoteClient(options.url);
  const found = await client.proof(code);
  if (!found.ok) throw new CommandFailure(found.problems.map(({ message }) => textIn(message)).join("; "));
  const { log, proofs } = found.value;
  const out = options.out ?? `${code}.log.jsonl`;
  await writeFile(out, auditFileText(log, proofs));
  console.log(`${out}: ${log.length} lần ghi, ${proofs.length} ngày đã niêm phong`);
  return EXIT.done;
}

function remoteClient(baseUrl: string): Client {
  const token = process.env["MOTCUA_TOKEN"];
  if (token === undefined || token === "") throw new CommandFailure("Đặt mã truy cập vào biến môi trường MOTCUA_TOKEN.", EXIT.usage);
  return createClient({ baseUrl, token });
}

async function localClient({ data, as }: ExportOptions): Promise<Client> {
  const workspace = requireWorkspace();
  const { procedures, province } = await readBuilt(workspace);
  const people = localPeople(province, procedures.flatMap(({ samples }) => samples.map(({ sample }) => sample)));
  const person = people.find(({ login }) => login === as);
  if (person === undefined) throw new CommandFailure(`Không ai đăng nhập bằng tên ${as}. Có: ${people.map(({ login }) => login).join(", ")}.`, EXIT.usage);
  const running = await findRunningShop({ assembly: workspace.assembly, data: data === undefined ? join(workspace.state, "data") : resolve(data), person });
  if (running === undefined) throw new CommandFailure("Một cửa chưa chạy trên máy này: chạy motcua dev, hoặc cho biết --url.");
  return createClient({ baseUrl: running.httpUrl, token: running.token });
}
