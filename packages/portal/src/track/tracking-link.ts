/** Path under which whoever holds a dossier's secret sees its status: what the receipt's QR code leads to. */
export function trackingPath(secret: string): string {
  return `/tra-cuu/${secret}`;
}
