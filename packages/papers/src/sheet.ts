import PdfWriter from "pdfkit";
import { cleanText } from "./clean-text.ts";
import { type Face, fontFor } from "./font-files.ts";

type Pdf = InstanceType<typeof PdfWriter>;
type Element = ReturnType<Pdf["struct"]>;

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** Margins of Decree 30/2020, Appendix I: 20–25 mm above and below, 30–35 mm left, 15–20 mm right. */
const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };
/** A table on its long side is bound at the top, where the decree's wide margin goes. */
const LANDSCAPE = { top: mm(30), bottom: mm(15), left: mm(20), right: mm(20) };
const BODY_SIZE = 13;

/** A stretch of text in one face. */
export interface Run {
  readonly text: string;
  readonly face?: Face;
}

/** How a paragraph stands. Lengths in points. */
export interface ParagraphStyle {
  /** @default 13 */
  readonly size?: number;
  readonly align?: "left" | "center";
  /** @default the left margin */
  readonly x?: number;
  /** @default the width between the margins */
  readonly width?: number;
  /** Space below. @default 3 */
  readonly after?: number;
  /** Structure type (PDF 32000-1, 14.8.4). @default P */
  readonly tag?: string;
  /** Structure element it belongs to. @default the document */
  readonly within?: Element;
}

/** What a paper is filed under. */
export interface SheetInfo {
  readonly title: string;
  /** The instant the paper speaks of, so that equal papers have equal bytes. */
  readonly date: string;
  /** Factor on every size of letters. @default 1 */
  readonly scale?: number;
  /** Lies on its long side. @default false */
  readonly landscape?: boolean;
}

/**
 * An A4 paper written from top to bottom as tagged PDF: every text is in the structure tree, every line is an artifact.
 * What does not fit goes to the next page, whole.
 */
export class Sheet {
  readonly #pdf: Pdf;
  readonly #root: Element;
  readonly #bytes: Promise<Uint8Array>;
  readonly #scale: number;
  readonly #margins: typeof MARGINS;
  readonly #fonts: Readonly<Record<Face, ReturnType<typeof fontFor>>> = { regular: fontFor("regular"), bold: fontFor("bold"), italic: fontFor("italic") };

  constructor({ title, date, scale = 1, landscape = false }: SheetInfo) {
    this.#scale = scale;
    this.#margins = landscape ? LANDSCAPE : MARGINS;
    const pdf = new PdfWriter({
      size: "A4",
      layout: landscape ? "landscape" : "portrait",
      margins: this.#margins,
      lang: "vi-VN",
      tagged: true,
      displayTitle: true,
      pdfVersion: "1.7",
      bufferPages: true,
      // Without a font of ours pdfkit looks for its Helvetica on disk, which a bundle does not carry.
      font: this.#fonts.regular as unknown as string,
      info: { Title: title, Creator: "Motcua", Producer: "Motcua", CreationDate: new Date(date) },
    });
    this.#pdf = pdf;
    this.#bytes = collect(pdf);
    this.#root = pdf.struct("Document");
    pdf.addStructure(this.#root);
  }

  /** Where lines begin. */
  get left(): number {
    return this.#margins.left;
  }

  /** Width between the margins. */
  get width(): number {
    return this.#pdf.page.width - this.#margins.left - this.#margins.right;
  }

  /** Height between the margins of a page. */
  get room(): number {
    return this.#pdf.page.height - this.#margins.top - this.#margins.bottom;
  }

  /** Where the next paragraph begins. */
  get y(): number {
    return this.#pdf.y;
  }

  set y(y: number) {
    this.#pdf.y = y;
  }

  /** Pages so far. */
  get pages(): number {
    return this.#pdf.bufferedPageRange().count;
  }

  /** Goes to the next page when less than this height is left. Returns whether it did. */
  ensure(height: number): boolean {
    if (this.#pdf.y + height <= this.#pdf.page.height - this.#margins.bottom) return false;
    this.#pdf.addPage();
    return true;
  }

  /** Height of a paragraph, without the space below it. */
  heightOf(runs: readonly Run[], style: ParagraphStyle = {}): number {
    const faces = new Set(runs.map(({ face = "regular" }) => face));
    const text = runs.map((run) => printed(run.text)).join("");
    return Math.max(0, ...[...faces].map((face) => this.#face(face, style.size).heightOfString(text, { width: style.width ?? this.width })));
  }

  /** Width of a run on one line. */
  widthOf({ text, face = "regular" }: Run, size?: number): number {
    return this.#face(face, size).widthOfString(cleanText(text));
  }

  /** Writes a paragraph and moves below it. */
  paragraph(runs: readonly Run[], style: ParagraphStyle = {}): void {
    this.ensure(this.heightOf(runs, style));
    const { x = this.left, width = this.width, align = "left", tag = "P", within = this.#root } = style;
    const [pdf, top] = [this.#pdf, this.#pdf.y];
    const write = (): void => {
      for (const [index, run] of runs.entries()) {
        const options = { align, width, continued: index < runs.length - 1 };
        const placed = this.#face(run.face ?? "regular", style.size);
        if (index === 0) placed.text(printed(run.text), x, top, options);
        else placed.text(printed(run.text), options);
      }
    };
    within.add(pdf.struct(tag, {}, [write]));
    pdf.y += style.after ?? 3;
  }

  /** Opens a structure element below another; its content is added with `within`. */
  element(type: string, within: Element = this.#root, options: { readonly scope?: "Column" } = {}): Element {
    const element = this.#pdf.struct(type, options as object);
    within.add(element);
    return element;
  }

  /** Draws what says nothing to a reader who listens: rules and frames. */
  artifact(draw: (pdf: Pdf) => void): void {
    this.#pdf.markContent("Artifact", { type: "Layout" });
    draw(this.#pdf);
    this.#pdf.endMarkedContent();
  }

  /** Draws a picture with its description; `box` is left, top, right, bottom. */
  figure(alt: string, box: readonly [number, number, number, number], draw: (pdf: Pdf) => void): void {
    const options = { alt, bbox: [...box] };
    this.#root.add(this.#pdf.struct("Figure", options, [() => draw(this.#pdf)]));
  }

  /** Numbers the pages from the second on, as Decree 30/2020 does, and closes the paper. */
  async finish(): Promise<Uint8Array> {
    for (let page = 1; page < this.pages; page += 1) {
      this.#pdf.switchToPage(page);
      this.artifact(() => this.#face("regular", BODY_SIZE).text(String(page + 1), this.#margins.left, mm(10), { width: this.width, align: "center", lineBreak: false }));
    }
    this.#root.end();
    this.#pdf.end();
    return this.#bytes;
  }

  #face(face: Face, size = BODY_SIZE): Pdf {
    const font = this.#fonts[face];
    // Known to pdfkit by its name: under any other it would be taken up, and compared with all of them, again at every text.
    return this.#pdf.font(font as unknown as string, font.postscriptName).fontSize(size * this.#scale);
  }
}

/** Cleaned, but with the space that separates a label from what follows it. */
function printed(text: string): string {
  const [before = ""] = /^\s?/.exec(text) ?? [];
  const [after = ""] = /\s?$/.exec(text) ?? [];
  return text.trim() === "" ? text : `${before}${cleanText(text)}${after}`;
}

async function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
