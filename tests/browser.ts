import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import axe from "axe-core";

/** Debian's Chromium, or the one named by CHROMIUM; `undefined` where there is none. */
export function chromiumPath(): string | undefined {
  const places = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return places.find((place) => place !== undefined && existsSync(place));
}

/** A browser window of a person, with a profile of its own. */
export interface Window {
  readonly page: Page;
  /** Everything the page said in its console that a visitor should never cause. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a phone-sized or desk-sized window; without JavaScript where `script` is false. */
export async function openWindow(executablePath: string, options: { readonly script: boolean; readonly width: number; readonly height: number }): Promise<Window> {
  const profile = mkdtempSync(join(tmpdir(), "motcua-chromium-"));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath, headless: true, javaScriptEnabled: options.script, viewport: { width: options.width, height: options.height }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return {
    page,
    complaints,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** What axe-core finds on the page as it stands, WCAG 2.2 A and AA and best practices; needs JavaScript. */
export async function violations(page: Page): Promise<readonly string[]> {
  // The page's own policy forbids foreign scripts: axe is brought in by the debugger, not by the page.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  });
  return found.map((each) => `${new URL(page.url()).pathname} ${each}`);
}
