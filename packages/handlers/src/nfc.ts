/**
 * The same JSON value with every string in Unicode normal form C, keys included.
 * Vietnamese keyboards send both composed and decomposed letters; stored and compared is the composed form.
 */
export function nfc<T>(value: T): T {
  if (typeof value === "string") return value.normalize("NFC") as T;
  if (Array.isArray(value)) return value.map(nfc) as T;
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.normalize("NFC"), nfc(entry)])) as T;
  }
  return value;
}
