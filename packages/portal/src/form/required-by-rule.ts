import type { ProcedureModule } from "@motcua/procedure";
import { evaluate } from "@motcua/procedure";
import type { FormCircumstances } from "./applicable-form.ts";

/** Whether a rule asks for nothing but that a field be given, in these circumstances: such a field is not marked as optional. */
export function requiredByRule(module: ProcedureModule, form: unknown, circumstances: FormCircumstances): (at: string) => boolean {
  const facts = { form, channel: circumstances.channel, today: circumstances.today, submittedOn: circumstances.submittedOn ?? circumstances.today, ask: circumstances.ask };
  const required = (module.procedure.form["x-rules"] ?? []).flatMap(({ at, assert, when }, index) => {
    const asksForIt = assert.trim() === `has(form${at.replaceAll("/", ".")})`;
    return asksForIt && evaluate(module, `/form/x-rules/${index}/when`, facts, when === undefined) ? [at] : [];
  });
  return (at) => required.includes(at);
}
