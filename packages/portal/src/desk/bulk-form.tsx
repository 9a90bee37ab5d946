import type { Child } from "hono/jsx";
import { PostForm } from "../pages/post-form.tsx";
import { DESK } from "./officer.ts";

/** Path where several tasks are done together. */
export const BULK = `${DESK}/nhieu-viec`;
/** Name of the inputs that choose a task. */
export const CHOSEN = "viec";
/** Name of the button that takes the whole page, and of the input that says what is on it. */
const ALL = { button: "ca_trang", input: "cac_viec" } as const;

/** A task of a dossier. */
export interface ChosenTask {
  readonly code: string;
  readonly task: string;
}

/** What stands for a task in a form. */
export function chosenValue({ code, task }: ChosenTask): string {
  return `${code} ${task}`;
}

/** The tasks a form was sent with, each once; those of the whole page where its button was pressed. */
export function chosenTasks(body: { readonly text: (name: string) => string; readonly all: (name: string) => readonly string[] }): readonly ChosenTask[] {
  const values = body.text(ALL.button) === "" ? body.all(CHOSEN) : body.text(ALL.input).split("\n");
  return [...new Set(values)].flatMap((value) => {
    const [code = "", task = "", ...rest] = value.split(" ");
    return code === "" || task === "" || rest.length > 0 ? [] : [{ code, task }];
  });
}

/** Lets several lines of a worklist be chosen. Nothing is done here: what follows is shown first. */
export function BulkForm({ csrf, lines, children }: { readonly csrf: string; readonly lines: readonly ChosenTask[]; readonly children: Child }) {
  return (
    <PostForm action={BULK} csrf={csrf}>
      {children}
      <p class="together">
        <button class="button secondary" type="submit">
          Xử lý các việc đã chọn
        </button>
        <button class="button secondary" type="submit" name={ALL.button} value="1">
          Xử lý cả {lines.length} việc của trang này
        </button>
      </p>
      <input type="hidden" name={ALL.input} value={lines.map(chosenValue).join("\n")} />
    </PostForm>
  );
}
