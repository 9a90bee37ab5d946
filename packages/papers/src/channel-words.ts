import type { Channel } from "@motcua/procedure";

/** How a dossier came, as papers write it. @see Decree 118/2025/NĐ-CP (the three ways to hand a dossier in) */
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  online: "trực tuyến",
  counter: "trực tiếp",
  post: "qua dịch vụ bưu chính công ích",
};
