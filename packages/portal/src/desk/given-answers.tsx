import { isError, type Channel, type ProcedureModule } from "@motcua/procedure";
import { controlFor } from "../controls/controls.ts";
import { answerRows } from "../form/answer-rows.ts";
import { buildFields } from "../form/build-field.ts";
import { formModel } from "../form/form-model.ts";
import { isGiven } from "../form/is-given.ts";
import { isObject, valueAt } from "../form/json-pointer.ts";
import { resolveSchema } from "../form/resolve-schema.ts";
import { AnswerRows } from "../pages/answer-list.tsx";
import type { Portal } from "../portal.ts";
import { isoDay } from "../words/day-words.ts";

/** What an applicant declared, section by section, in words; what was left empty is left out. */
export function GivenAnswers({ module, form, portal, channel, submittedAt }: {
  readonly module: ProcedureModule;
  readonly form: unknown;
  readonly portal: Portal;
  readonly channel: Channel;
  readonly submittedAt: string;
}) {
  const { sections } = formModel(module, portal.lists);
  const wording = { lists: portal.lists, controlFor };
  const given = sections.filter(({ fields }) => fields.some(({ at }) => isGiven(valueAt(form, at))));
  return (
    <section aria-labelledby="to-khai">
      <h2 id="to-khai">Nội dung tờ khai</h2>
      {form === undefined ? <p>Dữ liệu cá nhân của hồ sơ này đã được xóa theo quy định.</p> : <Warnings module={module} form={form} channel={channel} submittedAt={submittedAt} />}
      {given.map(({ section, fields }) => (
        <>
          <h3>{section.title.vi}</h3>
          <AnswerRows dense rows={fields.flatMap(({ field, at }) => answerRows(field, valueAt(form, at), wording))} />
        </>
      ))}
    </section>
  );
}

/** What officers recorded, step by step. */
export function GivenRecords({ module, records, portal }: { readonly module: ProcedureModule; readonly records: Readonly<Record<string, unknown>>; readonly portal: Portal }) {
  const root = module.procedure.form;
  const wording = { lists: portal.lists, controlFor };
  const told = Object.entries(records).flatMap(([id, record]) => {
    const step = module.procedure.workflow.steps[id];
    if (step === undefined || !("record" in step) || step.record === undefined || !isGiven(record)) return [];
    return [{ name: step.name.vi, record, fields: buildFields({ root, lists: portal.lists }, resolveSchema({ $ref: step.record }, root)) }];
  });
  return told.length === 0 ? null : (
    <section aria-labelledby="ghi-nhan">
      <h2 id="ghi-nhan">Kết quả các bước</h2>
      {told.map(({ name, record, fields }) => (
        <>
          <h3>{name}</h3>
          <AnswerRows dense rows={fields.flatMap((field) => answerRows(field, isObject(record) ? record[field.key] : undefined, wording))} />
        </>
      ))}
    </section>
  );
}

function Warnings({ module, form, channel, submittedAt }: { readonly module: ProcedureModule; readonly form: unknown; readonly channel: Channel; readonly submittedAt: string }) {
  const day = isoDay(new Date(submittedAt));
  const warnings = module.problems(form, { channel, today: day, submittedOn: day }).filter((problem) => !isError(problem));
  return warnings.length === 0 ? null : (
    <div class="notice warning">
      <p>
        <strong>Cần lưu ý khi xử lý</strong>
      </p>
      <ul>
        {warnings.map(({ message }) => (
          <li>{message.vi}</li>
        ))}
      </ul>
    </div>
  );
}
