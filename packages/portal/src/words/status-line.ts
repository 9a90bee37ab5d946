import type { NationalStatus } from "@motcua/procedure";

/** A stage of a dossier's way as people think of it. */
export interface Stage {
  readonly name: string;
  readonly state: "done" | "current" | "ahead";
}

/** What is known of a dossier's way without its content. */
export interface StagedDossier {
  readonly nationalStatus: number;
  readonly acceptedAt?: string;
  readonly finishedAt?: string;
}

const NAMES = ["Đã nộp", "Được tiếp nhận", "Đang giải quyết", "Có kết quả", "Đã trả kết quả"] as const;

/** Index of the stage a status stands for; a dossier that ended before its result has its own words. */
const AT: Readonly<Record<NationalStatus, number>> = { 1: 0, 2: 1, 3: 0, 4: 2, 5: 2, 6: 2, 7: 0, 8: 2, 9: 3, 10: 4 };
const ENDED: Readonly<Record<number, string>> = { 3: "Không được tiếp nhận", 7: "Đã rút theo yêu cầu", 8: "Dừng giải quyết" };

/** The way of a dossier as a line of stages: those behind it, where it stands, what lies ahead. */
export function statusLine({ nationalStatus, acceptedAt }: StagedDossier): readonly Stage[] {
  const ended = ENDED[nationalStatus];
  if (ended !== undefined) {
    const behind = NAMES.slice(0, acceptedAt === undefined ? 1 : 2);
    return [...behind.map((name) => ({ name, state: "done" as const })), { name: ended, state: "current" }];
  }
  const at = acceptedAt === undefined ? 0 : (AT[nationalStatus as NationalStatus] ?? 0);
  return NAMES.map((name, index) => ({ name, state: index < at || at === NAMES.length - 1 ? "done" : index === at ? "current" : "ahead" }));
}

const MEANING: Readonly<Record<NationalStatus, string>> = {
  1: "Hồ sơ đã đến bộ phận một cửa và đang chờ được kiểm tra để tiếp nhận.",
  2: "Hồ sơ đã được tiếp nhận và chuyển đến cơ quan giải quyết.",
  3: "Hồ sơ không được tiếp nhận. Bộ phận một cửa đã nêu lý do trong thông báo.",
  4: "Cơ quan có thẩm quyền đang giải quyết hồ sơ.",
  5: "Hồ sơ còn thiếu. Người nộp cần bổ sung theo thông báo; thời hạn giải quyết tạm dừng trong lúc chờ.",
  6: "Người nộp cần nộp phí, lệ phí theo thông báo.",
  7: "Hồ sơ đã được rút theo yêu cầu của người nộp.",
  8: "Cơ quan giải quyết đã dừng hồ sơ và nêu lý do trong thông báo.",
  9: "Đã có kết quả. Người nộp nhận kết quả theo cách đã đăng ký.",
  10: "Kết quả đã được trả.",
};

/** What a national status means, in plain words. */
export function statusMeaning(status: number): string {
  return MEANING[status as NationalStatus] ?? "";
}
