import type { Problem } from "@motcua/procedure";
import type { Child } from "hono/jsx";
import type { Drawing } from "../controls/control.ts";
import { controlFor } from "../controls/controls.ts";
import type { FormBody } from "../form/form-body.ts";
import { isObject, valueAt, type JsonObject } from "../form/json-pointer.ts";
import { readSection } from "../form/read-section.ts";
import type { ListedMistake } from "../pages/error-summary.tsx";
import { PostForm } from "../pages/post-form.tsx";
import type { Portal } from "../portal.ts";
import type { ActFields } from "./act-fields.ts";
import { inputOf } from "./input-of.ts";

/** An act's form as somebody has filled it in. */
export interface FilledAct {
  /** The task it is about; of an act without one, the fee or nothing. */
  readonly task: string;
  /** Idempotency key: what is sent twice is done once. */
  readonly key: string;
  /** Shaped as the act. */
  readonly values: JsonObject;
  /** Pointers into the act. */
  readonly problems: readonly Problem[];
}

/** Names of the inputs every act's form has. */
const INPUTS = { task: "_viec", key: "_khoa" } as const;
const KEY = /^[A-Za-z0-9_-]{16,200}$/;
const KEY_BYTES = 16;

/** A new form of a task. */
export function freshAct(portal: Pick<Portal, "random">, task: string, values: JsonObject = {}): FilledAct {
  return { task, key: portal.random(KEY_BYTES), values, problems: [] };
}

/** The task a form was sent for. */
export function sentTask(body: FormBody): string {
  return body.text(INPUTS.task);
}

/** What was sent; buttons that add rows or look communes up have done their work on the values. */
export function readAct(portal: Pick<Portal, "random">, { prefix, fields }: ActFields, body: FormBody): FilledAct {
  const values = valueAt(readSection({}, { fields, body, controlFor }), `/${prefix}`);
  const key = body.text(INPUTS.key);
  return { task: sentTask(body), key: KEY.test(key) ? key : portal.random(KEY_BYTES), values: isObject(values) ? values : {}, problems: [] };
}

/** The form of an act. `children` are its buttons. */
export function ActForm({ of, filled, portal, action, csrf, children }: {
  readonly of: ActFields;
  readonly filled: FilledAct;
  readonly portal: Portal;
  readonly action: string;
  readonly csrf: string;
  readonly children: Child;
}) {
  const drawing = drawingOf(of, filled, portal);
  return (
    <PostForm action={action} csrf={csrf}>
      <ActFormHead filled={filled} />
      {of.fields.map(({ field, at }) => controlFor(field).Input({ field, at, value: valueAt(drawing.form, at), drawing }))}
      {children}
    </PostForm>
  );
}

/** What every form of an act begins with: what it is about, its key, and a button that decides nothing. */
export function ActFormHead({ filled }: { readonly filled: FilledAct }) {
  return (
    <>
      <input type="hidden" name={INPUTS.task} value={filled.task} />
      <input type="hidden" name={INPUTS.key} value={filled.key} />
      <EnterKey />
    </>
  );
}

/** What the Enter key presses: nothing is decided by it. */
function EnterKey() {
  return (
    <button class="default" type="submit" name="_do" value="stay" tabindex={-1} aria-hidden="true">
      Giữ nội dung đã nhập
    </button>
  );
}

function drawingOf({ prefix }: ActFields, { values, problems }: FilledAct, portal: Portal): Drawing {
  return {
    lists: portal.lists,
    form: { [prefix]: values },
    problems: problems.map((each) => ({ ...each, pointer: `/${prefix}${each.pointer}` })),
    province: portal.province.code,
    requiredByRule: () => false,
    controlFor,
  };
}

/** The problems of a form with the inputs they are about. */
export function mistakesOf({ prefix, fields }: ActFields, { problems }: FilledAct): readonly ListedMistake[] {
  return problems.map((problem) => {
    const id = inputOf(fields, `/${prefix}${problem.pointer}`);
    return id === undefined ? { problem } : { problem, href: `#${id}` };
  });
}
