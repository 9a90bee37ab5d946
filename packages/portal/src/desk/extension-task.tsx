import type { TaskView } from "@motcua/handlers";
import { ExtensionAsked } from "./extension-asked.tsx";
import { deskPath } from "./officer.ts";

/** An extension that waits for this leader's decision; each answer has a page of its own. */
export function ExtensionTask({ task, code }: { readonly task: TaskView; readonly code: string }) {
  const query = `?viec=${encodeURIComponent(task.id)}`;
  return (
    <section class="task" aria-labelledby="viec-gia-han">
      <h2 id="viec-gia-han">{task.name.vi}</h2>
      <ExtensionAsked task={task} />
      <ul class="links">
        <li>
          <a href={`${deskPath(code, "duyet-gia-han")}${query}`}>Duyệt gia hạn</a>
        </li>
        <li>
          <a href={`${deskPath(code, "khong-duyet-gia-han")}${query}`}>Không duyệt gia hạn</a>
        </li>
      </ul>
    </section>
  );
}
