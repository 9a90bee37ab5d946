import { STATUS_NAMES, type Caller } from "@motcua/handlers";
import type { DossierState } from "@motcua/dossier";
import { PostForm } from "../pages/post-form.tsx";
import { render } from "../pages/render.tsx";
import type { DraftLine } from "../draft/draft.ts";
import type { Portal, PortalContext } from "../portal.ts";
import { dayOf, timeOf } from "../words/day-words.ts";

/** The dossiers of an account and its drafts. */
export async function dossierListPage(c: PortalContext, portal: Portal, caller: Caller): Promise<Response> {
  const visit = c.get("visit");
  const [dossiers, drafts, entries] = await Promise.all([portal.handlers.mine(caller), portal.drafts.list(visit.owner()), portal.handlers.procedures()]);
  const older = await namesOf(portal, dossiers);
  const names = new Map([...older, ...entries.map(({ code, name }) => [code, name.vi] as const)]);
  const name = (code: string) => names.get(code) ?? `Thủ tục ${code}`;
  return render(c, portal, {
    options: { title: "Hồ sơ của tôi", back: "/" },
    children: (
      <>
        <h1>Hồ sơ của tôi</h1>
        <Dossiers dossiers={dossiers} name={name} />
        <Drafts drafts={drafts} name={name} csrf={visit.csrf()} />
      </>
    ),
  });
}

/** Names of procedures that may have gone out of force since. */
async function namesOf({ catalogue }: Portal, dossiers: readonly DossierState[]): Promise<readonly (readonly [string, string])[]> {
  const versions = new Map(dossiers.map(({ procedure, version }) => [procedure, version]));
  const modules = await Promise.all([...versions].map(([procedure, version]) => catalogue.load(procedure, version)));
  return modules.flatMap((module) => (module === undefined ? [] : [[module.procedure.code, module.procedure.name.vi] as const]));
}

function Dossiers({ dossiers, name }: { readonly dossiers: readonly DossierState[]; readonly name: (code: string) => string }) {
  if (dossiers.length === 0) {
    return (
      <p>
        Ông/bà chưa nộp hồ sơ nào từ tài khoản này. <a href="/thu-tuc">Chọn thủ tục để nộp</a>
      </p>
    );
  }
  return (
    <div class="wide">
      <table class="stack">
        <caption class="unseen">Hồ sơ đã nộp</caption>
        <thead>
          <tr>
            <th scope="col">Hồ sơ</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Nộp ngày</th>
            <th scope="col">Hẹn trả</th>
          </tr>
        </thead>
        <tbody>
          {dossiers.map(({ code, procedure, nationalStatus, submittedAt, due }) => (
            <tr>
              <td data-head="Hồ sơ">
                <a href={`/ho-so/${code}`}>{code}</a>
                <div class="quiet">{name(procedure)}</div>
              </td>
              <td data-head="Trạng thái">
                <span class={nationalStatus === 5 || nationalStatus === 6 ? "tag soon" : nationalStatus >= 9 ? "tag done" : "tag"}>{STATUS_NAMES[nationalStatus].vi}</span>
              </td>
              <td data-head="Nộp ngày">{dayOf(submittedAt)}</td>
              <td data-head="Hẹn trả">{due === undefined ? "Chưa có" : dayOf(due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Drafts({ drafts, name, csrf }: { readonly drafts: readonly DraftLine[]; readonly name: (code: string) => string; readonly csrf: string }) {
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="ban-khai">
      <h2 id="ban-khai">Bản khai chưa nộp</h2>
      <ul class="tasks">
        {drafts.map(({ id, procedure, dossier, changedAt }) => (
          <li>
            <span>
              <a href={`/nop/${id}`}>{dossier === undefined ? name(procedure) : `Bổ sung hồ sơ ${dossier}`}</a> <span class="quiet">sửa lúc {timeOf(changedAt)}</span>
            </span>
            <PostForm action={`/nop/${id}/xoa`} csrf={csrf}>
              <button class="button small warning" type="submit">
                Xóa<span class="unseen"> bản khai sửa lúc {timeOf(changedAt)}</span>
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
