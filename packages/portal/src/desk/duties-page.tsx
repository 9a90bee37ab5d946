import type { SubstitutionsView } from "@motcua/handlers";
import type { Problem } from "@motcua/procedure";
import { ErrorSummary } from "../pages/error-summary.tsx";
import { PostForm } from "../pages/post-form.tsx";
import { render, seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { dayOf, isoDayWords } from "../words/day-words.ts";
import { type ActFields, actFields, textSchema } from "./act-fields.ts";
import { ActForm, type FilledAct, freshAct, mistakesOf, readAct } from "./act-form.tsx";
import { dutyNames } from "./duty-names.ts";
import { DESK, type Officer } from "./officer.ts";
import { ownProblems } from "./own-problems.ts";
import { STAND_IN } from "./stand-in-page.tsx";
import { textIn } from "./text-in.ts";

/** Path of an officer's duties and of who acts for whom. */
export const DUTIES = `${DESK}/nhiem-vu`;
/** Path by which a substitution is ended. */
export const END_DUTY = `${DUTIES}/thoi`;
const APART = "|";

type Duty = SubstitutionsView["own"][number];
type Naming = (duty: Pick<Duty, "unit" | "role">) => string;

/** An officer's duties, who acts for them, whom they act for, and a form to have somebody act for them. */
export async function showDuties(c: PortalContext, portal: Portal, { caller }: Officer, sent?: FilledAct): Promise<Response> {
  const view = await portal.handlers.substitutions(caller);
  const name = await naming(portal, view);
  const fields = offerFields(portal, view, name);
  const filled = sent ?? freshAct(portal, "");
  const mistakes = mistakesOf(fields, filled);
  const csrf = c.get("visit").csrf();
  return render(c, portal, {
    options: { title: "Nhiệm vụ và làm thay", back: DESK, mistakes: mistakes.length > 0, ...(mistakes.length > 0 ? { status: 422 as const } : {}) },
    children: (
      <div class="column">
        <ErrorSummary mistakes={mistakes} />
        <h1>Nhiệm vụ và làm thay</h1>
        <section aria-labelledby="cua-toi">
          <h2 id="cua-toi">Nhiệm vụ của ông/bà</h2>
          {view.own.length === 0 ? <p>Hiện ông/bà chỉ làm thay người khác.</p> : null}
          <ul>
            {view.own.map((duty) => (
              <li>
                {name(duty)}
                {duty.validTo === undefined ? "" : `, đến hết ngày ${isoDayWords(duty.validTo)}`}
              </li>
            ))}
          </ul>
        </section>
        {view.taken.length === 0 ? null : (
          <section aria-labelledby="lam-thay">
            <h2 id="lam-thay">Ông/bà làm thay</h2>
            <ul class="files">
              {view.taken.map((duty) => (
                <li>
                  <span>
                    {name(duty)}, thay {duty.absentName}
                    {days(duty)}
                  </span>
                  {duty.substitution === undefined ? null : <EndForm absent={duty.onBehalfOf} id={duty.substitution} csrf={csrf} of={name(duty)} />}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Given view={view} name={name} csrf={csrf} />
        {view.own.length === 0 ? null : (
          <section aria-labelledby="vang-mat">
            <h2 id="vang-mat">Khi ông/bà vắng mặt</h2>
            <p>Chọn nhiệm vụ và thời gian. Hệ thống tạo một đường dẫn để ông/bà gửi cho đồng nghiệp cùng đơn vị; người đó nhận thì mới có hiệu lực. Mọi việc làm thay đều được ghi là làm thay ông/bà.</p>
            <ActForm of={fields} filled={filled} portal={portal} action={DUTIES} csrf={csrf}>
              <button class="button" type="submit" name="send" value="1">
                Tạo đề nghị làm thay
              </button>
            </ActForm>
          </section>
        )}
      </div>
    ),
  });
}

/** Takes the form of an absence in: the offer's own page says what to do with it. */
export async function takeDuties(c: PortalContext, portal: Portal, officer: Officer): Promise<Response> {
  const view = await portal.handlers.substitutions(officer.caller);
  const fields = offerFields(portal, view, await naming(portal, view));
  const body = c.get("body");
  const filled = readAct(portal, fields, body);
  const again = (problems: readonly Problem[]) => showDuties(c, portal, officer, { ...filled, problems });
  if (body.text("send") === "") return again([]);
  const own = ownProblems(fields.fields.map(({ field }) => field), filled.values);
  if (own.length > 0) return again(own);
  const [unit = "", role = ""] = textIn(filled.values, "duty").split(APART);
  const { values } = filled;
  const offered = await portal.handlers.offerSubstitution(officer.caller, { unit, role, validFrom: textIn(values, "validFrom"), validTo: textIn(values, "validTo"), decision: textIn(values, "decision") });
  if (!offered.ok) return again(offered.problems.map((problem) => (problem.pointer === "/role" ? { ...problem, pointer: "/duty" } : problem)));
  return seeOther(c, `${STAND_IN}/${offered.value.id}`);
}

/** Ends a substitution, once it was looked at. */
export async function endDuty(c: PortalContext, portal: Portal, { caller }: Officer): Promise<Response> {
  const body = c.get("body");
  const of = { absent: body.text("nguoi"), id: body.text("lan") };
  if (body.text("chac") === "") {
    return render(c, portal, {
      options: { title: "Thôi làm thay", back: DUTIES },
      children: (
        <div class="column">
          <h1>Thôi làm thay</h1>
          <p>Quyền làm thay chấm dứt ngay. Những việc đã làm vẫn có hiệu lực và vẫn được lưu.</p>
          <PostForm action={END_DUTY} csrf={c.get("visit").csrf()}>
            <input type="hidden" name="nguoi" value={of.absent} />
            <input type="hidden" name="lan" value={of.id} />
            <button class="button warning" type="submit" name="chac" value="1">
              Thôi làm thay
            </button>
            <a class="button secondary" href={DUTIES}>
              Không, giữ nguyên
            </a>
          </PostForm>
        </div>
      ),
    });
  }
  const ended = await portal.handlers.endSubstitution(caller, of);
  c.get("visit").change({ notice: ended.ok ? "Đã thôi làm thay." : (ended.problems[0]?.message.vi ?? "") });
  return seeOther(c, DUTIES);
}

function Given({ view, name, csrf }: { readonly view: SubstitutionsView; readonly name: Naming; readonly csrf: string }) {
  if (view.given.length === 0) return null;
  return (
    <section aria-labelledby="thay-toi">
      <h2 id="thay-toi">Người làm thay ông/bà</h2>
      <ul class="files">
        {view.given.toReversed().map((each) => (
          <li>
            <span>
              {name(each)}: {each.substituteName}
              {days(each)}, theo {each.decision}
              {each.endedAt === undefined ? (each.over ? " (đã hết hạn)" : "") : ` (đã thôi ngày ${dayOf(each.endedAt)})`}
            </span>
            {each.over ? null : <EndForm absent={each.absent} id={each.id} csrf={csrf} of={name(each)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EndForm({ absent, id, csrf, of }: { readonly absent: string; readonly id: string; readonly csrf: string; readonly of: string }) {
  return (
    <PostForm action={END_DUTY} csrf={csrf}>
      <input type="hidden" name="nguoi" value={absent} />
      <input type="hidden" name="lan" value={id} />
      <button class="button small warning" type="submit">
        Thôi làm thay<span class="unseen">: {of}</span>
      </button>
    </PostForm>
  );
}

function days({ validFrom, validTo }: Pick<Duty, "validFrom" | "validTo">): string {
  const [from, to] = [validFrom === undefined ? "" : ` từ ngày ${isoDayWords(validFrom)}`, validTo === undefined ? "" : ` đến hết ngày ${isoDayWords(validTo)}`];
  return from === "" && to === "" ? "" : `,${from}${to}`;
}

function offerFields(portal: Portal, { own }: SubstitutionsView, name: Naming): ActFields {
  const duties = Object.fromEntries(own.map((duty) => [`${duty.unit}${APART}${duty.role}`, { vi: name(duty) }]));
  return actFields(
    {
      type: "object",
      required: ["duty", "validFrom", "validTo", "decision"],
      properties: {
        duty: { type: "string", enum: Object.keys(duties), "x-enum": duties, "x-label": { vi: "Nhiệm vụ cần người làm thay" } },
        validFrom: { type: "string", format: "date", "x-label": { vi: "Từ ngày" } },
        validTo: { type: "string", format: "date", "x-label": { vi: "Đến hết ngày" }, "x-hint": { vi: "Tối đa 180 ngày." } },
        decision: textSchema("Văn bản làm căn cứ", { maxLength: 300, hint: "Số và ngày của văn bản giao người làm thay, ủy quyền hoặc cho nghỉ." }),
      },
    },
    { prefix: "vang", root: {}, lists: portal.lists },
  );
}

async function naming(portal: Portal, { own, given, taken }: SubstitutionsView): Promise<Naming> {
  const roleName = await dutyNames(portal, [...own, ...given, ...taken].map(({ role }) => role));
  return ({ unit, role }) => `${roleName(role)}, ${portal.province.units.find(({ code }) => code === unit)?.name.vi ?? unit}`;
}
