import type { Province } from "@motcua/procedure";
import type { Child } from "hono/jsx";
import { type AssetFile, SCRIPT, STYLE } from "../assets/asset-files.ts";
import type { SessionPerson } from "../session/session.ts";

/** What surrounds a page. */
export interface LayoutProps {
  /** Of the page; the portal's name is added. */
  readonly title: string;
  readonly province: Province;
  readonly person: SessionPerson | undefined;
  /** Token for the logout form; only used where somebody is logged in. */
  readonly csrf: string;
  /** Path to the page before. */
  readonly back?: string;
  /** A message left by the page before. */
  readonly notice?: string;
  /** Style sheets beside the one of every page. */
  readonly styles: readonly AssetFile[];
  readonly children: Child;
}

/** A whole page: skip link, banner, the page itself, foot. */
export function Layout(props: LayoutProps) {
  const { title, province, back, notice, styles, children } = props;
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${title} – Một cửa điện tử ${province.name.vi}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={STYLE.path} />
        {styles.map(({ path }) => (
          <link rel="stylesheet" href={path} />
        ))}
        <script type="module" src={SCRIPT.path} />
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          Đến nội dung chính
        </a>
        <Banner {...props} />
        <main class="wrap" id="noi-dung" tabindex={-1}>
          {back === undefined ? null : (
            <a class="back" href={back}>
              <span aria-hidden="true">‹&nbsp;</span>Quay lại
            </a>
          )}
          {notice === undefined ? null : (
            <div class="notice column" role="status">
              <p>{notice}</p>
            </div>
          )}
          {children}
        </main>
        <footer class="bottom">
          <div class="wrap">
            <p>{province.parentName.vi}</p>
            {province.hotline === undefined ? null : <p>Tổng đài hỗ trợ: {province.hotline}</p>}
            <p>Thông tin ông/bà khai chỉ được dùng để giải quyết thủ tục hành chính.</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Banner({ province, person, csrf }: LayoutProps) {
  return (
    <header class="top">
      <div class="wrap">
        <a class="name" href="/">
          Một cửa điện tử <small>{province.name.vi}</small>
        </a>
        <nav aria-label="Chính">
          <a href="/thu-tuc">Thủ tục</a>
          <a href="/tra-cuu">Tra cứu hồ sơ</a>
          {person?.officer === true ? <a href="/can-bo">Việc cần làm</a> : null}
          {person === undefined ? (
            <a href="/dang-nhap">Đăng nhập</a>
          ) : (
            <>
              <a href="/ho-so">Hồ sơ của tôi</a>
              <form method="post" action="/dang-xuat">
                <input type="hidden" name="_csrf" value={csrf} />
                <button class="plain" type="submit">
                  Đăng xuất<span class="unseen"> {person.name}</span>
                </button>
              </form>
            </>
          )}
        </nav>
      </div>
    </header>
  );
}
