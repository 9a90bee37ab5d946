import type { Membership } from "@motcua/handlers";
import type { ProcedureModule } from "@motcua/procedure";
import type { Draft } from "../draft/draft.ts";
import { messagePage, notFoundPage } from "../pages/message-page.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { render, seeOther } from "../pages/render.tsx";
import { moduleInForce, type Portal, type PortalContext } from "../portal.ts";
import { fold } from "../words/fold.ts";
import { DESK, type Officer } from "./officer.ts";

/** Path of intake at the counter. */
export const COUNTER = `${DESK}/tai-quay`;

/** The procedures an officer can enter for somebody who stands at the counter. */
export async function showCounter(c: PortalContext, portal: Portal): Promise<Response> {
  const wanted = (c.req.query("tim") ?? "").normalize("NFC").slice(0, 200);
  const words = fold(wanted).split(" ");
  const collator = new Intl.Collator("vi");
  const entries = (await portal.handlers.procedures()).filter(({ code, name }) => words.every((word) => fold(`${code} ${name.vi}`).includes(word)));
  return render(c, portal, {
    options: { title: "Nhận hồ sơ tại quầy", back: DESK },
    children: (
      <div class="column">
        <h1>Nhận hồ sơ tại quầy</h1>
        <p>Chọn thủ tục rồi nhập thay người nộp. Hồ sơ thuộc về người nộp, không thuộc tài khoản của ông/bà.</p>
        <form class="search" method="get" action={COUNTER} role="search">
          <div>
            <label for="tim">Tìm thủ tục</label>
            <input id="tim" name="tim" type="search" value={wanted} autocomplete="off" />
          </div>
          <button class="button secondary" type="submit">
            Tìm
          </button>
        </form>
        {entries.length === 0 ? <p role="status">Không có thủ tục nào phù hợp.</p> : null}
        <ul class="tasks">
          {entries
            .toSorted((a, b) => collator.compare(a.name.vi, b.name.vi))
            .map(({ code, name }) => (
              <li>
                <span>
                  {name.vi} <span class="quiet">{code}</span>
                </span>
                <PostForm action={`${COUNTER}/${code}`} csrf={c.get("visit").csrf()}>
                  <button class="button small" type="submit">
                    Nhập hồ sơ<span class="unseen"> {name.vi}</span>
                  </button>
                </PostForm>
              </li>
            ))}
        </ul>
      </div>
    ),
  });
}

/** Begins a draft that comes in at the counter; from there on the pages are those every applicant fills in. */
export async function beginAtCounter(c: PortalContext, portal: Portal, { memberships }: Officer): Promise<Response> {
  const module = await moduleInForce(portal, c.req.param("procedure") ?? "");
  if (module === undefined) return notFoundPage(c, portal);
  const unit = intakeUnit(module, memberships);
  if (unit === undefined) {
    return messagePage(c, portal, { title: "Không nhập được hồ sơ", text: "Thủ tục này không nhận tại quầy, hoặc ông/bà chưa được giao nhiệm vụ tiếp nhận.", status: 403, link: { href: COUNTER, text: "Chọn thủ tục khác" } });
  }
  const draft = counterDraft(c, portal, { module, unit });
  await portal.drafts.save(draft);
  return seeOther(c, `/nop/${draft.id}`);
}

/** The unit for which an officer takes dossiers of this procedure in at the counter. */
function intakeUnit({ procedure }: ProcedureModule, memberships: readonly Membership[]): string | undefined {
  const intake = Object.values(procedure.workflow.steps).find((step) => step.kind === "intake");
  if (intake?.kind !== "intake" || !procedure.channels.includes("counter")) return undefined;
  return memberships.find(({ role }) => role === intake.role)?.unit;
}

function counterDraft(c: PortalContext, portal: Portal, { module, unit }: { readonly module: ProcedureModule; readonly unit: string }): Draft {
  const { code, version } = module.procedure;
  return {
    id: portal.random(16),
    owner: c.get("visit").owner(),
    purpose: "submit",
    procedure: code,
    version,
    channel: "counter",
    receivingUnit: unit,
    form: {},
    answers: {},
    documents: {},
    done: [],
    uploads: {},
    key: portal.random(32),
  };
}
