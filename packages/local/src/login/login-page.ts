import { escapeXml } from "../endpoint/escape-xml.ts";
import type { LocalPerson } from "./local-person.ts";

const STYLE = `
:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{max-width:34rem;margin:2rem auto;padding:0 1rem}
label{display:block;margin-top:1rem;font-weight:600}
input,select,button{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;min-height:44px}
button{margin-top:1.5rem;background:#0b5394;color:#fff;border:0;border-radius:4px}
.error{border-left:4px solid #b00020;padding-left:.75rem}
`;

/** Options of {@link loginPage}. */
export interface LoginPageOptions {
  /** Where the form goes. */
  readonly action: string;
  readonly people: readonly LocalPerson[];
  /** Login typed before, when it was refused. */
  readonly refused?: string;
}

/** The log-in page: the local people to choose from, one password for all; no script, nothing from elsewhere. */
export function loginPage({ action, people, refused }: LoginPageOptions): string {
  const options = people.map(
    ({ login, name, about }) =>
      `<option value="${escapeXml(login)}"${login === refused ? " selected" : ""}>${escapeXml(name)}${about === undefined ? "" : ` – ${escapeXml(about)}`}</option>`,
  );
  const error = refused === undefined ? "" : `<p class="error" role="alert">Tên đăng nhập hoặc mật khẩu không đúng.</p>`;
  return page(
    "Đăng nhập",
    `<h1>Đăng nhập</h1><p>Máy chủ đăng nhập thử nghiệm trên máy này. Những người dưới đây không có thật.</p>${error}
<form method="post" action="${escapeXml(action)}">
<label for="login">Người dùng</label><select id="login" name="login">${options.join("")}</select>
<label for="password">Mật khẩu</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Đăng nhập</button></form>`,
  );
}

/** A page that asks whether to log out; `form` is the provider's own hidden form. */
export function logoutPage(form: string): string {
  return page("Đăng xuất", `<h1>Đăng xuất</h1><p>Kết thúc phiên đăng nhập trên máy này?</p>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Đăng xuất</button>`);
}

/** A plain page with one message. */
export function messagePage(title: string, text: string): string {
  return page(title, `<h1>${escapeXml(title)}</h1><p>${escapeXml(text)}</p>`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeXml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

/** Source of the page's style for a content security policy. */
export const LOGIN_STYLE = STYLE;
