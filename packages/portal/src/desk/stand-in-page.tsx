import type { Problem } from "@motcua/procedure";
import { ErrorSummary, plainMistakes } from "../pages/error-summary.tsx";
import { messagePage } from "../pages/message-page.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { render, seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { isoDayWords } from "../words/day-words.ts";
import { dutyNames } from "./duty-names.ts";
import { DESK, type Officer } from "./officer.ts";

/** Path of an offer to act for somebody; its id is below it. */
export const STAND_IN = `${DESK}/lam-thay`;

/** An offer: to the one who made it, the address to give on; to a colleague, what they would take on. */
export async function showStandIn(c: PortalContext, portal: Portal, { caller }: Officer, problems: readonly Problem[] = []): Promise<Response> {
  const found = await portal.handlers.substitutionOffer(caller, c.req.param("id") ?? "");
  if (!found.ok) return gone(c, portal, found.problems);
  const { id, unit, role, validFrom, validTo, decision, own, absentName = "" } = found.value;
  const roleName = await dutyNames(portal, [role]);
  const facts = [
    ["Người vắng mặt", absentName],
    ["Nhiệm vụ", roleName(role)],
    ["Đơn vị", portal.province.units.find(({ code }) => code === unit)?.name.vi ?? unit],
    ["Thời gian", `Từ ngày ${isoDayWords(validFrom)} đến hết ngày ${isoDayWords(validTo)}`],
    ["Căn cứ", decision],
  ];
  return render(c, portal, {
    options: { title: "Đề nghị làm thay", back: `${DESK}/nhiem-vu`, mistakes: problems.length > 0, ...(problems.length > 0 ? { status: 422 as const } : {}) },
    children: (
      <div class="column">
        <ErrorSummary mistakes={plainMistakes(problems)} title="Chưa nhận được" />
        <h1>Đề nghị làm thay</h1>
        <dl class="answers">
          {facts.map(([name, text]) => (
            <div>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {own ? (
          <>
            <p>Gửi đường dẫn này cho đồng nghiệp cùng đơn vị sẽ làm thay ông/bà. Người đó đăng nhập, mở và nhận thì mới có hiệu lực; đường dẫn dùng được một lần, trong 7 ngày.</p>
            <p class="lead">
              <code>{`${c.get("base")}${STAND_IN}/${id}`}</code>
            </p>
          </>
        ) : (
          <>
            <p class="notice warning">Từ ngày đầu tiên, ông/bà thấy và xử lý các việc của nhiệm vụ này. Mỗi việc được ghi tên ông/bà, làm thay {absentName}.</p>
            <PostForm action={`${STAND_IN}/${id}`} csrf={c.get("visit").csrf()}>
              <button class="button" type="submit">
                Nhận làm thay
              </button>
              <a class="button secondary" href={DESK}>
                Không nhận
              </a>
            </PostForm>
          </>
        )}
      </div>
    ),
  });
}

/** A colleague takes the duty on. */
export async function takeStandIn(c: PortalContext, portal: Portal, officer: Officer): Promise<Response> {
  const taken = await portal.handlers.takeSubstitution(officer.caller, c.req.param("id") ?? "");
  if (!taken.ok) return showStandIn(c, portal, officer, taken.problems);
  c.get("visit").change({ notice: `Đã nhận làm thay từ ngày ${isoDayWords(taken.value.validFrom)} đến hết ngày ${isoDayWords(taken.value.validTo)}.` });
  return seeOther(c, `${DESK}/nhiem-vu`);
}

function gone(c: PortalContext, portal: Portal, problems: readonly Problem[]): Response {
  const [problem] = problems;
  return messagePage(c, portal, { title: "Đề nghị làm thay không còn", text: `${problem?.message.vi ?? ""}. ${problem?.hint?.vi ?? ""}.`, status: 404, link: { href: `${DESK}/nhiem-vu`, text: "Nhiệm vụ và làm thay" } });
}
