const NUMBER = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

/** A size in bytes in words: `120 KB`, `1,5 MB`. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${NUMBER.format(Math.max(1, Math.round(bytes / 1000)))} KB` : `${NUMBER.format(bytes / 1_000_000)} MB`;
}
