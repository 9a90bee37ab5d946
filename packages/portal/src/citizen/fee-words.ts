import type { Fee, Province } from "@motcua/procedure";
import { dong } from "../words/dong.ts";

/** A fee in words: one of its three states. "Free" is only said where the procedure says so. */
export function feeWords({ id, amount }: Fee, local: Province["procedures"][string] | undefined): string {
  switch (amount.state) {
    case "free":
      return "Không thu";
    case "amount":
      return dong(amount.vnd);
    case "set-locally": {
      const set = local?.fees?.[id];
      if (set !== undefined) return `${dong(set.vnd)} (mức của tỉnh)`;
      const indication = amount.typical === undefined ? "" : `; mức thường gặp ${dong(amount.typical)}`;
      const most = amount.atMost === undefined ? "" : `; không quá ${dong(amount.atMost)}`;
      return `Do Hội đồng nhân dân cấp tỉnh quy định${most}${indication}`;
    }
  }
}
