import type { TaskView } from "@motcua/handlers";
import { timeOf } from "../words/day-words.ts";

/** What somebody asks of a leader: the dates, and why. */
export function ExtensionAsked({ task: { extension } }: { readonly task: TaskView }) {
  if (extension === undefined) return null;
  const { before, after, reason } = extension;
  return (
    <dl class="answers dense">
      {before === undefined ? null : (
        <>
          <dt>Ngày hẹn đang có hiệu lực</dt>
          <dd>{timeOf(before)}</dd>
        </>
      )}
      <dt>Ngày hẹn đề nghị</dt>
      <dd>{timeOf(after)}</dd>
      {reason === undefined ? null : (
        <>
          <dt>Lý do</dt>
          <dd>{reason}</dd>
        </>
      )}
    </dl>
  );
}
