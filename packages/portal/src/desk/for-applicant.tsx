import { mayWithdraw } from "@motcua/dossier";
import { startSupplement } from "../citizen/dossier-acts.ts";
import { messagePage } from "../pages/message-page.tsx";
import { PostForm } from "../pages/post-form.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { type DeskDossier, withDossier } from "./desk-dossier.ts";
import { deskPath, type Officer } from "./officer.ts";

/** End of the path where a supplement brought to the counter is entered. */
export const SUPPLEMENT_HERE = "nhan-bo-sung";
/** End of the path of a withdrawal for somebody at the counter. */
export const WITHDRAWAL = "rut";

/** Whether this officer enters what the applicant brings to the counter: the dossier has no account, and they take dossiers in where it was handed in. */
export function actsForApplicant({ officer, view, module }: DeskDossier): boolean {
  const { account, receivingUnit } = view.state;
  const intake = Object.values(module.procedure.workflow.steps).find((step) => step.kind === "intake");
  return account === undefined && intake?.kind === "intake" && officer.memberships.some(({ unit, role }) => unit === receivingUnit && role === intake.role);
}

/** What an officer may enter for an applicant without an account. */
export function ForApplicant({ dossier, csrf }: { readonly dossier: DeskDossier; readonly csrf: string }) {
  const { state } = dossier.view;
  const withdrawable = mayWithdraw(dossier.module.procedure, state);
  const supplement = state.phase === "supplement";
  if (!actsForApplicant(dossier) || !(supplement || withdrawable)) return null;
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
      {withdrawable ? (
        <ul class="links">
          <li>
            <a href={deskPath(state.code, WITHDRAWAL)}>Người nộp rút hồ sơ</a>
          </li>
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
      if (actsForApplicant(dossier)) return startSupplement(c, portal, { caller: officer.caller, view: dossier.view });
      return messagePage(c, portal, {
        title: "Không nhập được phần bổ sung",
        text: "Người nộp có tài khoản bổ sung trên cổng; hồ sơ khác do cán bộ tiếp nhận của nơi nhận hồ sơ nhập.",
        status: 403,
        link: { href: deskPath(dossier.view.state.code), text: "Về hồ sơ" },
      });
    },
  });
}
