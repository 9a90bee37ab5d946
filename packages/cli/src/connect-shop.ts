import { join, resolve } from "node:path";
import { createClient, type Client } from "@motcua/client";
import { findRunningShop } from "@motcua/local";
import { readBuilt } from "./built.ts";
import { CommandFailure, EXIT } from "./exit.ts";
import { localPeople, type LocalPerson } from "./local-people.ts";
import { requireWorkspace } from "./workspace.ts";

/** Where a shop is and as whom to come. */
export interface ShopAddress {
  /** Its address; the access token is in `MOTCUA_TOKEN`. Absent: the shop that runs on this machine. */
  readonly url?: string;
  /** Data directory of the local shop. @default .motcua/data */
  readonly data?: string;
  /** Login on this machine; absent: each officer in turn. */
  readonly as?: string;
}

/** Clients of a running shop: one at an address or for a login, else one for each local officer. @throws CommandFailure when none runs or nobody has that name */
export async function connectShop({ url, data, as }: ShopAddress): Promise<readonly Client[]> {
  if (url !== undefined) return [remoteClient(url)];
  const workspace = requireWorkspace();
  const { procedures, province } = await readBuilt(workspace);
  const people = localPeople(province, procedures);
  const folder = data === undefined ? join(workspace.state, "data") : resolve(data);
  return Promise.all(chosen(people, as).map(async (person) => {
    const running = await findRunningShop({ assembly: workspace.assembly, data: folder, person });
    if (running === undefined) throw new CommandFailure("Một cửa chưa chạy trên máy này: chạy motcua dev, hoặc cho biết --url.");
    return createClient({ baseUrl: running.httpUrl, token: running.token });
  }));
}

function chosen(people: readonly LocalPerson[], as: string | undefined): readonly LocalPerson[] {
  if (as === undefined) return people.filter(({ memberships }) => memberships.length > 0);
  const person = people.find(({ login }) => login === as);
  if (person === undefined) throw new CommandFailure(`Không ai đăng nhập bằng tên ${as}. Có: ${people.map(({ login }) => login).join(", ")}.`, EXIT.usage);
  return [person];
}

function remoteClient(baseUrl: string): Client {
  const token = process.env["MOTCUA_TOKEN"];
  if (token === undefined || token === "") throw new CommandFailure("Đặt mã truy cập vào biến môi trường MOTCUA_TOKEN.", EXIT.usage);
  return createClient({ baseUrl, token });
}
