import { plain, type SeenPage, type TestBrowser } from "./test-browser.ts";
import type { RealShop } from "./real-shop.ts";

/** A small file that is a PDF, as far as anybody looks. */
export const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF");

/** Uploads a file as the page's own form does, the bucket being in memory; the page the bucket's redirect leads to. */
export async function uploadFile({ ports }: RealShop, browser: TestBrowser, upload: { readonly page: SeenPage; readonly content: Uint8Array }): Promise<SeenPage> {
  const form = upload.page.form(/^https:\/\/files\.invalid\//);
  const fields = Object.fromEntries(form.fields);
  await ports.files.write(fields["key"] ?? "", upload.content, fields["Content-Type"] ?? "");
  const back = new URL(plain(fields["success_action_redirect"] ?? ""));
  return browser.get(`${back.pathname}?bucket=b&key=k&etag=e`);
}
