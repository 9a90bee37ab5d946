import { describe, expect, it } from "vitest";
import { renderControlSheet } from "./render-control-sheet.ts";
import { renderExtension } from "./render-extension.ts";
import { renderReceipt } from "./render-receipt.ts";
import { renderRefusal } from "./render-refusal.ts";
import { renderRegister } from "./render-register.ts";
import { renderStopNotice } from "./render-stop-notice.ts";
import { renderSupplementRequest } from "./render-supplement-request.ts";
import { hasPoppler, type PlacedWord, report, wordsOf } from "./testing/poppler.ts";
import { qrOn } from "./testing/qr-on.ts";
import { SAMPLE_CONTROL, SAMPLE_EXTENSION, SAMPLE_REFUSAL, SAMPLE_REGISTER, SAMPLE_STOP, SAMPLE_SUPPLEMENT, sampleLine } from "./testing/sample-papers.ts";
import { SAMPLE_RECEIPT } from "./testing/sample-receipt.ts";

/** What is no free text: times, codes, choices. */
const FIXED: ReadonlySet<string> = new Set(["at", "due", "dueBefore", "dueAfter", "firstDue", "movedTo", "acceptedAt", "closedAt", "validUntil", "submittedAt", "receivedAt", "returnedAt", "respondBy", "qr", "page", "hash", "code", "number", "time", "cutOff", "channel", "timing", "from", "to"]);
const MOST = 200;

interface Texts extends Map<string, string> {
  /** What stands between the parts of a text: a space, or nothing, as in a word of 200 letters. @default a space */
  between?: string;
}

/** A copy of what stands on a paper with 200 letters of its own in every text, so that each can be found again; `texts` is filled with them by path. */
function filled<T>(value: T, texts: Texts, path = ""): T {
  if (Array.isArray(value)) return value.map((each, index) => filled(each as unknown, texts, `${path}/${index}`)) as T;
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, FIXED.has(key) && typeof each === "string" ? each : filled(each as unknown, texts, `${path}/${key}`)])) as T;
  if (typeof value !== "string" || path.endsWith("/resultBy")) return value;
  const id = texts.size;
  const text = Array.from({ length: MOST }, (_, nth) => `ữ${id}ậ${nth}`).join(texts.between ?? " ").slice(0, MOST).replace(/ \S*$/, "");
  texts.set(path, text);
  return text as T;
}

const many = <T>(of: readonly T[], count: number): readonly T[] => Array.from({ length: count }, (_, index) => of[index % of.length] as T);
const documents = many(SAMPLE_RECEIPT.documents, 25);

interface Maximal {
  readonly form: string;
  readonly render: (texts: Texts) => Promise<Uint8Array>;
  readonly qr: string;
  /** Paths of texts this form does not say, and why it need not. */
  readonly unsaid?: Readonly<Record<string, string>>;
}


const FORMS: readonly Maximal[] = [
  { form: "01", qr: SAMPLE_RECEIPT.tracking.qr, render: (texts) => renderReceipt(filled({ ...SAMPLE_RECEIPT, documents, fees: many(SAMPLE_RECEIPT.fees, 6) }, texts)) },
  { form: "02", qr: SAMPLE_SUPPLEMENT.tracking.qr, render: (texts) => renderSupplementRequest(filled({ ...SAMPLE_SUPPLEMENT, defects: many(SAMPLE_SUPPLEMENT.defects, 25) }, texts)) },
  { form: "03", qr: SAMPLE_REFUSAL.tracking.qr, render: (texts) => renderRefusal(filled(SAMPLE_REFUSAL, texts)) },
  { form: "04", qr: SAMPLE_EXTENSION.tracking.qr, render: (texts) => renderExtension(filled(SAMPLE_EXTENSION, texts)), unsaid: { "/officer": "whoever signs it answers for it" } },
  { form: "05", qr: SAMPLE_STOP.tracking.qr, render: (texts) => renderStopNotice(filled({ ...SAMPLE_STOP, returned: documents, fees: many(SAMPLE_STOP.fees, 6) }, texts)) },
  { form: "06", qr: SAMPLE_CONTROL.tracking.qr, render: (texts) => renderControlSheet(filled({ ...SAMPLE_CONTROL, documents, handovers: many(SAMPLE_CONTROL.handovers, 60) }, texts)) },
  { form: "07", qr: SAMPLE_REGISTER.qr, render: (texts) => renderRegister(filled({ ...SAMPLE_REGISTER, lines: Array.from({ length: 40 }, (_, index) => sampleLine(index + 1)) }, texts)), unsaid: { "/unit/address": "kept in the office", "/unit/phone": "kept in the office", "/unit/email": "kept in the office" } },
];

/** Words that stand in a margin. */
function outside(words: readonly PlacedWord[]): readonly string[] {
  return words.filter(({ xMin, xMax, yMax, page }) => xMin < 50 || xMax > page.width - 40 || yMax > page.height - 40).map(({ text, page }) => `${text} on page ${page.number}`);
}

/** Words whose boxes lie on each other: printed over one another. */
function overprinted(words: readonly PlacedWord[]): readonly string[] {
  const lies = (a: PlacedWord, b: PlacedWord) => Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin) > 1 && Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin) > 4;
  return words.flatMap((word, index) => words.slice(index + 1).filter((other) => other.page.number === word.page.number && lies(word, other)).map((other) => `${word.text} / ${other.text} on page ${word.page.number}`));
}

describe.skipIf(!hasPoppler)("a paper with 200 letters in every text and more rows than a page holds", () => {
  it.each(FORMS)("form $form says all of them, whole, in order, and prints none over another", async ({ render, qr, unsaid = {} }) => {
    const texts: Texts = new Map<string, string>();
    const pdf = await render(texts);
    const words = wordsOf(pdf);
    const said = words.map(({ text }) => text.replace(/^\(|[;.,:)]+$/g, "").toLocaleLowerCase("vi"));
    const known = new Map<string, number[]>();
    for (const [index, word] of said.entries()) known.set(word, [...(known.get(word) ?? []), index]);
    const lost = [...texts].filter(([, text]) => text.split(" ").some((word) => !known.has(word.normalize("NFC")))).map(([path]) => path);
    expect(lost).toEqual(Object.keys(unsaid));
    expect(outside(words)).toEqual([]);
    expect(overprinted(words)).toEqual([]);
    expect(qrOn(pdf)).toBe(qr);
    expect(report("pdfinfo", pdf)).toMatch(/^Tagged:\s+yes$/m);
    for (const font of report("pdffonts", pdf).trim().split("\n").slice(2)) expect(font).toMatch(/yes yes yes/);
  });

  it.each(FORMS)("form $form breaks words of 200 letters rather than leave its margins", async ({ render }) => {
    const texts: Texts = new Map<string, string>();
    texts.between = "";
    const words = wordsOf(await render(texts));
    expect(outside(words)).toEqual([]);
    expect(overprinted(words)).toEqual([]);
  });

  it("refuses a page on which one word lies on another, and one in the margin", () => {
    const page = { number: 1, width: 595, height: 842 };
    const word = (text: string, xMin: number): PlacedWord => ({ text, xMin, xMax: xMin + 30, yMin: 100, yMax: 112, page });
    expect(overprinted([word("một", 100), word("hai", 120)])).toEqual(["một / hai on page 1"]);
    expect(outside([word("ba", 540)])).toEqual(["ba on page 1"]);
  });
});
