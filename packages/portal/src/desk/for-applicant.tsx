import { startSupplement } from "../citizen/dossier-acts.ts";
import { messagePage } from "../pages/message-page.tsx";
import { PostForm } from "../pages/post-form.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { type DeskDossier, withDossier } from "./desk-dossier.ts";
import { deskPath, type Officer } from "./officer.ts";

/** End of the path where a supplement brought to the counter is entered. */
export const SUPPLEMENT_HERE = "nhan-bo-sung";
/** Ends of the paths of a withdrawal for somebody at the counter, and of taking it back. */
export const WITHDRAWAL = "rut";
export const REVOCATION = "khong-rut-nua";

/** Whether this officer does now what an applicant without an account brings to the counter. */
export function actsForApplicant({ view: { state, acts } }: DeskDossier, act: "supplement" | "withdraw" | "revoke-withdrawal"): boolean {
  return state.account === undefined && acts.includes(act);
}

/** What an officer may enter for an applicant without an account. */
export function ForApplicant({ dossier, csrf }: { readonly dossier: DeskDossier; readonly csrf: string }) {
  const { state } = dossier.view;
  const [supplement, withdrawable] = [actsForApplicant(dossier, "supplement"), actsForApplicant(dossier, "withdraw")];
  const revocable = actsForApplicant(dossier, "revoke-withdrawal");
  if (!supplement && !withdrawable && !revocable) return null;
  return (
    <section class="task" aria-labelledby="thay-nguoi-nop">
      <h2 id="thay-nguoi-nop">Người nộp đến quầy</h2>
      {supplement ? (
        <PostForm action={deskPath(state.code, SUPPLEMENT_HERE)} csrf={csrf}>
          <button class="button" type="submit">
            Nhập phần bổ sung
          </button>
        </PostForm>
      ) : null}
      {withdrawable || revocable ? (
        <ul class="links">
          <li>{withdrawable ? <a href={deskPath(state.code, WITHDRAWAL)}>Người nộp rút hồ sơ</a> : <a href={deskPath(state.code, REVOCATION)}>Người nộp không rút hồ sơ nữa</a>}</li>
        </ul>
      ) : null}
    </section>
  );
}

/** Begins to enter a supplement that was brought to the counter. */
export function beginSupplement(c: PortalContext, portal: Portal, officer: Officer): Promise<Response> {
  return withDossier(c, portal, {
    officer,
    page: (dossier) => {
      if (actsForApplicant(dossier, "supplement")) return startSupplement(c, portal, { caller: officer.caller, view: dossier.view });
      return messagePage(c, portal, {
        title: "Không nhập được phần bổ sung",
        text: "Người nộp có tài khoản bổ sung trên cổng; hồ sơ khác do cán bộ tiếp nhận của nơi nhận hồ sơ nhập.",
        status: 403,
        link: { href: deskPath(dossier.view.state.code), text: "Về hồ sơ" },
      });
    },
  });
}
