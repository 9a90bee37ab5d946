import type { Client, UnsentDossier } from "@motcua/client";
import { connectShop, type ShopAddress } from "../connect-shop.ts";
import { momentText } from "../due/due-text.ts";
import { CommandFailure, EXIT } from "../exit.ts";

interface ListOptions extends ShopAddress {
  readonly refused?: boolean;
  readonly json?: boolean;
}

/** `motcua sync list`: the dossiers the national portal has not got as they are, all of those the person may see. */
export async function syncList(options: ListOptions): Promise<number> {
  const state = options.refused === true ? "refused" : "waiting";
  const found = new Map<string, UnsentDossier>();
  for (const client of await connectShop(options)) for (const item of await allOf(client, state)) found.set(item.code, item);
  const items = [...found.values()];
  console.log(options.json === true ? JSON.stringify({ state, items }) : [...items.map(lineOf), summary(state, items.length)].join("\n"));
  return EXIT.done;
}

async function allOf(client: Client, state: UnsentDossier["state"]): Promise<readonly UnsentDossier[]> {
  const items: UnsentDossier[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.unsent({ state, ...(cursor === undefined ? {} : { cursor }) });
    if (!page.ok) throw new CommandFailure(page.problems.map(({ message }) => message.vi).join("; "));
    items.push(...page.value.items);
    cursor = page.value.cursor;
  } while (cursor !== undefined);
  return items;
}

function lineOf({ code, unit, state, since, next, attempts, reason }: UnsentDossier): string {
  if (state === "refused") return `${code}  ${unit}  Cổng quốc gia từ chối (mã ${reason ?? "?"}) lúc ${momentText(next)}; thay đổi đầu tiên chưa gửi: ${momentText(since)}`;
  return `${code}  ${unit}  chờ từ ${momentText(since)}, gửi tiếp lúc ${momentText(next)}${attempts === 0 ? "" : ` (đã thử ${attempts} lần)`}`;
}

function summary(state: UnsentDossier["state"], count: number): string {
  return state === "refused" ? `${count} hồ sơ bị từ chối. Sửa rồi gửi lại: motcua sync retry MÃ.` : `${count} hồ sơ chờ gửi lên Cổng Dịch vụ công quốc gia.`;
}
