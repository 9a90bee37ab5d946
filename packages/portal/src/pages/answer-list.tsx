import type { AnswerRow } from "../form/answer-rows.ts";

/** Answers under a heading, with a link to change them. */
export interface AnswerListProps {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
  readonly change?: string;
}

/** A list of answers. */
export function AnswerList({ id, title, rows, change }: AnswerListProps) {
  return (
    <section aria-labelledby={id}>
      <div class="answers-head">
        <h2 id={id}>{title}</h2>
        {change === undefined ? null : (
          <a href={change}>
            Sửa<span class="unseen"> {title}</span>
          </a>
        )}
      </div>
      {rows.length === 0 ? <p class="quiet">Không khai.</p> : null}
      {rows.length === 0 ? null : <AnswerRows rows={rows} />}
    </section>
  );
}

/** Answers with their labels; closer together where an officer reads them. */
export function AnswerRows({ rows, dense = false }: { readonly rows: readonly AnswerRow[]; readonly dense?: boolean }) {
  return (
    <dl class={dense ? "answers dense" : "answers"}>
      {rows.map(({ label, text }) => (
        <div>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
