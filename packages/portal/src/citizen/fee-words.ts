import { type Fee, type LocalFee, moneyText, type Province } from "@motcua/procedure";
import { dong } from "../words/dong.ts";

/** A fee in words: one of its four states. "Free" is only said where the procedure says so. */
export function feeWords({ id, amount }: Fee, local: Province["procedures"][string] | undefined): string {
  switch (amount.state) {
    case "free":
      return "Không thu";
    case "amount":
      return "foreign" in amount ? moneyText(amount.foreign) : tieredWords(amount);
    case "assessed":
      return `Do ${amount.by.vi} xác định`;
    case "set-locally": {
      const set = local?.fees?.[id];
      if (set !== undefined) return `${dong(set.vnd)} (mức của tỉnh)${channelWords(set)}`;
      const indication = amount.typical === undefined ? "" : `; mức thường gặp ${dong(amount.typical)}`;
      const most = amount.atMost === undefined ? "" : `; không quá ${dong(amount.atMost)}`;
      return `Do Hội đồng nhân dân cấp tỉnh quy định${most}${indication}`;
    }
  }
}

/** What the province takes elsewhere by the way a dossier comes. */
function channelWords({ byChannel = {} }: LocalFee): string {
  return CHANNELS.flatMap(([channel, name]) => {
    const vnd = byChannel[channel];
    return vnd === undefined ? [] : [`; ${name}: ${vnd === 0 ? "không thu" : dong(vnd)}`];
  }).join("");
}

const CHANNELS = [["online", "nộp trực tuyến"], ["counter", "nộp trực tiếp"], ["post", "nộp qua bưu chính"]] as const;

/** The first units by their tiers, the others after, and what one time costs at most. */
function tieredWords({ vnd, tiers = [], cap }: Extract<Fee["amount"], { readonly vnd: number }>): string {
  const most = cap === undefined ? "" : `, tối đa ${dong(cap)} mỗi bản`;
  if (tiers.length === 0) return `${dong(vnd)}${most}`;
  const first = tiers.map((tier) => `${dong(tier.vnd)} mỗi đơn vị đến đơn vị thứ ${tier.upTo}`);
  return `${first.join(", ")}, ${dong(vnd)} mỗi đơn vị tiếp theo${most}`;
}
