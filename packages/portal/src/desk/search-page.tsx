import { PostForm } from "../pages/post-form.tsx";
import { render, seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { DESK, deskPath, type Officer } from "./officer.ts";
import { roleNames } from "./role-names.ts";
import { roleOf } from "./worklist-filter.ts";
import { WorklistTable } from "./worklist-table.tsx";

/** Path of the search in an officer's worklist. */
export const SEARCH = `${DESK}/tim`;
const INPUT = "tim";
/** Longest text looked for, in characters. */
const MOST_TEXT = 200;
/** A dossier code, in whatever letters it was typed. */
const CODE = /^[A-Z0-9.]{3,40}-\d{6}-\d{1,9}$/;

/** Looks for a dossier by its code or its owner's name. Sent by POST: a name has no place in an address or a log. */
export function SearchForm({ csrf, text }: { readonly csrf: string; readonly text: string }) {
  return (
    <PostForm action={SEARCH} csrf={csrf} class="search">
      <div>
        <label for={INPUT}>Mã hồ sơ hoặc tên chủ hồ sơ</label>
        <input id={INPUT} name={INPUT} type="search" value={text} autocomplete="off" spellcheck={false} maxlength={MOST_TEXT} />
      </div>
      <button class="button secondary" type="submit">
        Tìm
      </button>
    </PostForm>
  );
}

/** A whole code leads to its dossier, whoever has it; anything else is looked for in the officer's own worklist. */
export function takeSearch(c: PortalContext): Response {
  const text = c.get("body").text(INPUT).slice(0, MOST_TEXT);
  const code = text.toUpperCase();
  if (CODE.test(code)) return seeOther(c, deskPath(code));
  c.get("visit").change({ search: text });
  return seeOther(c, text === "" ? DESK : SEARCH);
}

/** What was found of what was last looked for. */
export async function showSearch(c: PortalContext, portal: Portal, { caller }: Officer): Promise<Response> {
  const visit = c.get("visit");
  const text = visit.session().search ?? "";
  const found = await portal.handlers.findWork(caller, text);
  const { lines, more } = found.ok ? found.value : { lines: [], more: false };
  const several = { units: new Set(lines.map(({ unit }) => unit)).size > 1, roles: new Set(lines.map(roleOf)).size > 1 };
  return render(c, portal, {
    options: { title: "Tìm trong việc cần làm", back: DESK },
    children: (
      <>
        <h1>Tìm trong việc cần làm</h1>
        <SearchForm csrf={visit.csrf()} text={text} />
        <p role="status">{lines.length === 0 ? "Không có việc nào phù hợp. Hồ sơ không còn việc của ông/bà mở được bằng mã đầy đủ." : `${lines.length} việc phù hợp${more ? "; còn nữa, hãy gõ thêm" : ""}`}</p>
        {lines.length === 0 ? null : <WorklistTable lines={lines} roleName={await roleNames(portal, lines)} province={portal.province} several={several} />}
      </>
    ),
  });
}
