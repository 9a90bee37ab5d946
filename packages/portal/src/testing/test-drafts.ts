import type { Draft } from "../draft/draft.ts";
import type { RealShop } from "./real-shop.ts";
import type { TestBrowser } from "./test-browser.ts";

const LATER = "2030-01-01T00:00:00Z";

/** Begins a draft as a person would; its id. */
export async function beginDraft(browser: TestBrowser, procedure: string): Promise<string> {
  const page = await browser.get(`/thu-tuc/${procedure}/nop`);
  const first = await browser.send(page.form(`/thu-tuc/${procedure}/nop`));
  return /^\/nop\/([0-9a-f]{32})\//.exec(first.path)?.[1] ?? "";
}

/** The draft as stored. */
export async function storedDraft({ ports }: RealShop, id: string): Promise<Draft> {
  return (await ports.sessions.get(`draft:${id}`)) as Draft;
}

/** Puts something else into a stored draft. */
export async function changeDraft(shop: RealShop, id: string, change: Partial<Draft>): Promise<void> {
  await shop.ports.sessions.put(`draft:${id}`, { ...(await storedDraft(shop, id)), ...change }, LATER);
}
