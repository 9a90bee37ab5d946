import { notFoundPage } from "../pages/message-page.tsx";
import { QrPicture } from "../pages/qr-picture.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { trackingPath } from "../track/tracking-link.ts";
import type { Draft } from "../draft/draft.ts";

/** Says that the dossier has been received: its code, how to follow it, what happens next. Only this browser or account sees it. */
export function showDone(c: PortalContext, portal: Portal, draft: Draft): Response {
  const { receipt, channel } = draft;
  if (receipt === undefined) return notFoundPage(c, portal);
  const path = trackingPath(receipt.secret);
  const own = channel === "online" ? `/ho-so/${receipt.code}` : `/can-bo/ho-so/${receipt.code}`;
  return render(c, portal, {
    options: { title: "Đã nộp hồ sơ" },
    children: (
      <>
        <div class="panel column">
          <h1>Đã nộp hồ sơ</h1>
          <p>Mã hồ sơ</p>
          <p class="code">{receipt.code}</p>
        </div>
        <div class="two">
          <Next path={path} {...(c.get("visit").person() === undefined ? {} : { own })} />
          <Follow path={path} link={`${c.get("base")}${path}`} />
        </div>
      </>
    ),
  });
}

function Next({ path, own }: { readonly path: string; readonly own?: string }) {
  return (
    <section aria-labelledby="tiep-theo">
      <h2 id="tiep-theo">Việc tiếp theo</h2>
      <ol>
        <li>Bộ phận một cửa kiểm tra hồ sơ. Nếu đủ, hồ sơ được tiếp nhận và có ngày hẹn trả; nếu thiếu, ông/bà được thông báo một lần đầy đủ những gì cần bổ sung.</li>
        <li>Giấy tờ đã chọn nộp hoặc xuất trình bản giấy: mang đến bộ phận một cửa kèm mã hồ sơ.</li>
        <li>Phí, lệ phí (nếu có) nộp theo thông báo của bộ phận một cửa.</li>
      </ol>
      <p>
        <a class="button" href={`${path}/giay-tiep-nhan.pdf`}>
          Tải giấy xác nhận (PDF)
        </a>
        {own === undefined ? null : (
          <a class="button secondary" href={own}>
            Xem hồ sơ
          </a>
        )}
      </p>
    </section>
  );
}

function Follow({ path, link }: { readonly path: string; readonly link: string }) {
  return (
    <section aria-labelledby="theo-doi">
      <h2 id="theo-doi">Theo dõi hồ sơ</h2>
      <QrPicture text={link} label="Mã QR dẫn đến trang tra cứu hồ sơ này" />
      <p>
        Quét mã hoặc mở <a href={path}>trang tra cứu của hồ sơ</a>. Ai có đường dẫn này đều xem được tình trạng hồ sơ: ông/bà lưu lại, không chia sẻ. Đường dẫn không được hiển thị lại ở nơi khác.
      </p>
    </section>
  );
}
