import type { DossierView, TaskView } from "@motcua/handlers";
import { sha256 } from "@motcua/handlers";
import type { Problem, Target, Text } from "@motcua/procedure";
import { PostForm } from "../pages/post-form.tsx";
import { render, seeOther } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { timeOf } from "../words/day-words.ts";
import { BULK, CHOSEN, type ChosenTask, chosenTasks, chosenValue } from "./bulk-form.tsx";
import { deskProblem } from "./desk-problems.ts";
import { DESK, deskPath, type Officer } from "./officer.ts";
import { TASK_CLOSED } from "./own-problems.ts";
import { endsDossier } from "./task-fields.ts";
import { PAGE_LINES } from "./worklist-filter.ts";

/** Kinds of step that may be done for several dossiers at once: nothing is recorded, nobody stands at the counter. */
const TOGETHER: ReadonlySet<string> = new Set(["task", "sign", "seal"]);
/** Dossiers read, or acted on, at once. */
const ABREAST = 5;

interface ReadyTask extends ChosenTask {
  readonly view: DossierView;
  readonly task: string;
  readonly open: TaskView;
  /** Outcomes that need nothing said and end nothing. */
  readonly outcomes: TaskView["outcomes"];
}

interface LeftTask extends ChosenTask {
  readonly problem: Problem;
}

/** Takes the chosen tasks of a worklist: shows first what will be done, does it when an outcome's button is pressed. */
export async function takeBulk(c: PortalContext, portal: Portal, officer: Officer): Promise<Response> {
  const body = c.get("body");
  const chosen = chosenTasks(body).slice(0, PAGE_LINES);
  if (chosen.length === 0) {
    c.get("visit").change({ notice: "Chưa chọn việc nào. Ông/bà đánh dấu các hồ sơ cần xử lý rồi bấm lại." });
    return seeOther(c, DESK);
  }
  const outcome = body.text("outcome");
  return outcome === "" ? checkBulk(c, portal, { officer, chosen }) : doBulk(c, portal, { officer, chosen, outcome, key: body.text("_khoa") });
}

async function checkBulk(c: PortalContext, portal: Portal, { officer, chosen }: { readonly officer: Officer; readonly chosen: readonly ChosenTask[] }): Promise<Response> {
  const looked = await abreast(chosen, (each) => lookAt(portal, officer, each));
  const ready = looked.filter((each): each is ReadyTask => "open" in each);
  const left = looked.filter((each): each is LeftTask => "problem" in each);
  const common = (ready[0]?.outcomes ?? []).filter(({ id }) => ready.every(({ outcomes }) => outcomes.some((each) => each.id === id)));
  const signs = ready.some(({ open }) => open.kind === "sign");
  return render(c, portal, {
    options: { title: "Xử lý nhiều việc: kiểm tra lại", back: DESK },
    children: (
      <>
        <h1>Xử lý {ready.length} việc cùng lúc: kiểm tra lại</h1>
        {left.length === 0 ? null : <Left left={left} title={`${left.length} việc không xử lý cùng lúc được`} />}
        {ready.length === 0 ? null : <Ready ready={ready} />}
        {ready.length > 0 && common.length === 0 ? <p class="notice warning">Các việc này không có kết quả chung. Ông/bà mở từng hồ sơ để xử lý.</p> : null}
        {signs ? <p class="notice warning">Ông/bà chịu trách nhiệm về từng kết quả đã ký, như khi ký riêng từng hồ sơ.</p> : null}
        {common.length === 0 ? null : (
          <PostForm action={BULK} csrf={c.get("visit").csrf()}>
            <input type="hidden" name="_khoa" value={portal.random(16)} />
            {ready.map((each) => (
              <input type="hidden" name={CHOSEN} value={chosenValue(each)} />
            ))}
            <div class="outcomes">
              {common.map(({ id, name }) => (
                <button class="button" type="submit" name="outcome" value={id}>
                  {name.vi}: {ready.length} hồ sơ
                </button>
              ))}
            </div>
          </PostForm>
        )}
        <p>
          <a href={DESK}>Không xử lý, về danh sách việc</a>
        </p>
      </>
    ),
  });
}

async function doBulk(c: PortalContext, portal: Portal, of: { readonly officer: Officer; readonly chosen: readonly ChosenTask[]; readonly outcome: string; readonly key: string }): Promise<Response> {
  const { officer, chosen, outcome, key } = of;
  const results = await abreast(chosen, async ({ code, task }) => {
    // A key for each: the form sent twice does each of them once.
    const done = await portal.handlers.act(officer.caller, code, { act: "complete", task, outcome }, sha256(JSON.stringify([key, code, task])));
    return done.ok ? undefined : { code, task, problem: done.problems[0] ?? TASK_CLOSED };
  });
  const left = results.filter((each) => each !== undefined);
  const done = chosen.length - left.length;
  if (left.length === 0) {
    c.get("visit").change({ notice: `Đã ghi nhận ${done} hồ sơ.` });
    return seeOther(c, DESK);
  }
  return render(c, portal, {
    options: { title: "Xử lý nhiều việc", back: DESK, status: 409, mistakes: true },
    children: (
      <>
        <Left left={left} title={`${left.length} hồ sơ chưa xử lý được`} />
        <h1>Đã ghi nhận {done} trên {chosen.length} hồ sơ</h1>
        <p>
          <a href={DESK}>Về danh sách việc</a>
        </p>
      </>
    ),
  });
}

/** A chosen task as it stands now: by the dossier itself, because a worklist may be old. */
async function lookAt(portal: Portal, { caller }: Officer, { code, task }: ChosenTask): Promise<ReadyTask | LeftTask> {
  const found = await portal.handlers.dossier(caller, code);
  const open = found.ok ? found.value.tasks.find(({ id }) => id === task) : undefined;
  if (!found.ok || open === undefined) return { code, task, problem: TASK_CLOSED };
  const { procedure } = found.value;
  const module = await portal.catalogue.load(procedure.code, procedure.version);
  const next: Readonly<Record<string, Target>> = module?.procedure.workflow.steps[open.step]?.next ?? {};
  const outcomes = open.outcomes.filter(({ id }) => next[id] !== undefined && !endsDossier(next[id]));
  // A question left open here may still be answered at a later step, as on the dossier's own page.
  const alone = !TOGETHER.has(open.kind) || open.record !== undefined || outcomes.length === 0;
  return alone ? { code, task, problem: deskProblem("not-together") } : { code, task, view: found.value, open, outcomes };
}

async function abreast<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<readonly B[]> {
  const done: B[] = [];
  for (let from = 0; from < items.length; from += ABREAST) done.push(...(await Promise.all(items.slice(from, from + ABREAST).map(work))));
  return done;
}

function Left({ left, title }: { readonly left: readonly LeftTask[]; readonly title: string }) {
  return (
    <div class="summary" role="alert" tabindex={-1} aria-labelledby="con-lai">
      <h2 id="con-lai">{title}</h2>
      <ul>
        {left.map(({ code, problem: { message, hint } }) => (
          <li>
            <a href={deskPath(code)}>{code}</a>: {message.vi}
            <Hint hint={hint} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Hint({ hint }: { readonly hint: Text | undefined }) {
  return hint === undefined ? null : <span class="quiet"> {hint.vi}.</span>;
}

function Ready({ ready }: { readonly ready: readonly ReadyTask[] }) {
  return (
    <table class="stack compact">
      <caption class="unseen">Các việc sẽ được xử lý</caption>
      <thead>
        <tr>
          <th scope="col">Hồ sơ</th>
          <th scope="col">Việc</th>
          <th scope="col">Thủ tục</th>
          <th scope="col">Hẹn trả</th>
        </tr>
      </thead>
      <tbody>
        {ready.map(({ code, open, view: { procedure, state } }) => (
          <tr>
            <th scope="row">
              <a href={deskPath(code)}>{code}</a>
            </th>
            <td class="long" data-head="Việc">
              {open.name.vi}
            </td>
            <td class="long" data-head="Thủ tục">
              {procedure.name.vi}
            </td>
            <td data-head="Hẹn trả">{state.due === undefined ? "" : timeOf(state.due)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
