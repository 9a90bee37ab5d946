const AMOUNT = new Intl.NumberFormat("vi-VN");

/** An amount in đồng: `8.000 đồng`. */
export function dong(vnd: number): string {
  return `${AMOUNT.format(vnd)} đồng`;
}
