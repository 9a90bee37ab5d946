import type { TaskView } from "@motcua/handlers";
import type { ProcedureModule, Step } from "@motcua/procedure";
import { ActForm, type FilledAct, freshAct } from "../desk/act-form.tsx";
import { endsDossier, taskFields } from "../desk/task-fields.ts";
import type { Portal } from "../portal.ts";
import { timeOf } from "../words/day-words.ts";

/** End of the path below a dossier where the applicant tells of the work they were given. */
export const WORK = "viec";

interface Work {
  readonly portal: Portal;
  readonly module: ProcedureModule;
  readonly task: TaskView;
  readonly code: string;
  readonly csrf: string;
  /** A form that was sent and not carried out. */
  readonly filled?: FilledAct | undefined;
}

/** Work the applicant was given: until when, what no word counts as, the form, and a button for each outcome. */
export function ApplicantTask({ portal, module, task, code, csrf, filled }: Work) {
  const step = applicantStep(module, task.id);
  if (step === undefined) return null;
  const of = taskFields(module, portal.lists, { task: task.id, step });
  const shown = filled?.task === task.id ? filled : freshAct(portal, task.id);
  const silence = task.outcomes.find(({ id }) => id === step.silence)?.name.vi ?? "";
  const next: Readonly<Record<string, string>> = step.next;
  return (
    <section class="notice warning column" aria-labelledby={`viec-${of.prefix}`}>
      <h2 id={`viec-${of.prefix}`}>{task.name.vi}</h2>
      {task.due === undefined ? null : (
        <p>
          Việc này ông/bà thực hiện trước {timeOf(task.due)}. Quá thời hạn mà không có phản hồi thì được coi là: {silence}.
        </p>
      )}
      <ActForm of={of} filled={shown} portal={portal} action={`/ho-so/${code}/${WORK}`} csrf={csrf}>
        <div class="outcomes">
          {task.outcomes.map(({ id, name }, index) => (
            <button class={endsDossier(next[id]) ? "button warning" : index === 0 ? "button" : "button secondary"} type="submit" name="outcome" value={id}>
              {name.vi}
            </button>
          ))}
        </div>
      </ActForm>
    </section>
  );
}

/** The step of a task, by its id, where it is the applicant's own work. */
export function applicantStep({ procedure: { workflow } }: ProcedureModule, task: string): Extract<Step, { by: "applicant" }> | undefined {
  const [id = ""] = task.split("@");
  const step = Object.hasOwn(workflow.steps, id) ? workflow.steps[id] : undefined;
  return step !== undefined && "by" in step ? step : undefined;
}
