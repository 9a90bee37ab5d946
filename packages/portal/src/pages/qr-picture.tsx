import { encodeQR } from "qr";
import { raw } from "hono/html";

/** A QR code as a picture in the page, with what it stands for in words. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 2 });
  const size = String(rows.length);
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      {raw(`<path d="${path}"/>`)}
    </svg>
  );
}
