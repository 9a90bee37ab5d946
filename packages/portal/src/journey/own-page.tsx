import type { Problem } from "@motcua/procedure";
import { controlFor } from "../controls/controls.ts";
import { inputId, type FormBody } from "../form/form-body.ts";
import type { PlacedField } from "../form/field.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { PostForm } from "../pages/post-form.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import { ownDrawing } from "./drawing.ts";

/** The portal's own questions and the answers so far, by key. */
export interface OwnQuestions {
  readonly action: string;
  readonly fields: readonly PlacedField[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly mistakes: readonly ListedMistake[];
}

/** A form of the portal's own questions. */
export function OwnForm({ c, portal, of: { action, fields, values, mistakes } }: { readonly c: PortalContext; readonly portal: Portal; readonly of: OwnQuestions }) {
  const drawing = ownDrawing(portal, mistakes.map(({ problem }) => problem));
  return (
    <PostForm action={action} csrf={c.get("visit").csrf()}>
      {fields.map(({ field, at }) => controlFor(field).Input({ field, at, value: values[field.key], drawing }))}
      <button class="button" type="submit">
        Lưu và tiếp tục
      </button>
    </PostForm>
  );
}

/** The answers a form of own questions carries, by key; what was left out is absent. */
export function readOwn(fields: readonly PlacedField[], body: FormBody): Readonly<Record<string, unknown>> {
  const given = fields.map(({ field, at }) => [field.key, controlFor(field).read({ field, at, body, controlFor })] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** A mistake for each question left out or answered with what is not offered. */
export function ownMistakes(fields: readonly PlacedField[], values: Readonly<Record<string, unknown>>): readonly ListedMistake[] {
  return fields.flatMap(({ field, at }) => {
    const value = values[field.key];
    const offered = field.choices.length === 0 || field.choices.some((choice) => choice.value === value);
    if (value === undefined ? field.optional : offered) return [];
    const problem: Problem = { code: "required", pointer: at, message: { vi: `Chọn câu trả lời: ${field.label.vi}`, en: "Choose an answer" } };
    return [{ problem, href: `#${inputId(at)}` }];
  });
}
