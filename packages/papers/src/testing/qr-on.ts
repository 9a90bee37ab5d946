import decodeQr from "qr/decode.js";
import { rasterOf } from "./poppler.ts";

/** What a camera reads from the QR code on the first page of a paper. @throws when it reads none */
export function qrOn(pdf: Uint8Array): string {
  const { width, height, data } = rasterOf(pdf, 150);
  const rgba = new Uint8Array(width * height * 4);
  for (const [pixel, grey] of data.entries()) rgba.set([grey, grey, grey, 255], pixel * 4);
  return decodeQr({ width, height, data: rgba });
}
