import type { SealedLog } from "@motcua/handlers";
import { isoDayWords, timeOf } from "../words/day-words.ts";

/**
 * The hashes of a dossier's log and the seals that hold them. The QR code of a receipt leads to the hash printed on it:
 * the fragment names the list item, which never reaches the server. Below it is the file that checks all this elsewhere.
 */
export function SealedLogList({ log, own }: { readonly log: SealedLog; readonly own?: string }) {
  return (
    <details class="column">
      <summary>Đối chiếu mã kiểm chứng nhật ký</summary>
      <p>Mã in trên giấy tiếp nhận phải có trong danh sách này. Mỗi đêm, nhật ký trong ngày được ký số và niêm phong; sau đó không ai sửa được.</p>
      <ol class="hashes">
        {log.entries.map(({ seq, at, hash, seal }) => (
          <li id={`h=${hash}`} value={seq}>
            <code>{hash}</code>
            <br />
            Ghi lúc {timeOf(at)}.{" "}
            {seal === undefined ? (
              "Chưa niêm phong."
            ) : (
              <>
                Niêm phong lúc {timeOf(seal.sealedAt)}, trong nhật ký ngày {isoDayWords(seal.day)} (gốc <code>{seal.root}</code>).
              </>
            )}
          </li>
        ))}
      </ol>
      {own === undefined ? null : (
        <p>
          Không tin trang này? <a href={`${own}/nhat-ky.jsonl`} download>Tải nhật ký kèm bằng chứng niêm phong</a> và tự kiểm tra, không cần kết nối với tỉnh.
        </p>
      )}
    </details>
  );
}
